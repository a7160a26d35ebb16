/**
 * The conditions that the rows of the table are made of: over the principal and the *resource*, the few facts about the thing
 * acted on.
 */

import type { Principal, Role } from './principal.ts'

/** What an action may need to know of the thing acted on; a fact that is not given is treated as not fulfilled. */
export interface Resource {
  /** person whose matter it is */
  readonly ownerId?: string
  /** persons who have to sign it */
  readonly signerIds?: readonly string[]
  /** person who made the proposal that now waits for a second person */
  readonly proposedById?: string
  /** person about whom the act is, for grants of roles */
  readonly subjectId?: string
  /** stewards who see the project through at this moment */
  readonly stewardIds?: readonly string[]
  /** unified code of the organisation whose it is */
  readonly organisation?: string
  /** authorities that work on it; the first leads */
  readonly authorities?: readonly string[]
  /** authorities that were asked a question and have not answered */
  readonly consulted?: readonly string[]
  /** whether it was handed in to the office: what lies in a draft alone is nobody else's yet */
  readonly handedIn?: boolean
  /** authority that a lead is about: its own people must not know of it */
  readonly reportedAuthority?: string
  /** persons whose appointment runs at this moment */
  readonly appointedIds?: readonly string[]
  /** persons who go to a stop of a tour */
  readonly goerIds?: readonly string[]
  /** invitations to it that run at this moment: persons, and the partner organisation each was invited for */
  readonly invited?: readonly { readonly id: string; readonly organisation: string }[]
}

/** Whether an action is allowed to somebody on something. */
export type Predicate = (principal: Principal, resource: Resource, action: string) => boolean

/** Everybody, signed in or not. */
export const anyone: Predicate = () => true

/** Whoever is signed in. */
export const identified: Predicate = (principal) => principal.kind === 'person'

/** Whose matter it is. */
export const owner: Predicate = (principal, resource) =>
  principal.kind === 'person' && resource.ownerId !== undefined && resource.ownerId === principal.id

const delegate: Predicate = (principal, resource, action) =>
  principal.kind === 'person' &&
  principal.delegations.some((given) => given.fromId === resource.ownerId && given.scope.includes(action))

/** Belongs to the organisation whose it is. */
export const member: Predicate = (principal, { organisation }) =>
  principal.kind === 'person' &&
  organisation !== undefined &&
  principal.memberships.some(({ organisationCode }) => organisationCode === organisation)

/** Has to sign it. */
export const signer: Predicate = (principal, resource) =>
  principal.kind === 'person' && (resource.signerIds ?? []).includes(principal.id)

/** Sees the project through at this moment. */
export const ownSteward: Predicate = (principal, resource) =>
  principal.kind === 'person' && (resource.stewardIds ?? []).includes(principal.id)

/** Holds an appointment that has begun, has not run out and was not ended. */
export const appointed: Predicate = (principal, { appointedIds = [] }) =>
  principal.kind === 'person' && appointedIds.includes(principal.id)

/** Goes to the stop. */
export const goer: Predicate = (principal, { goerIds = [] }) =>
  principal.kind === 'person' && goerIds.includes(principal.id)

/** A person of a partner organisation, in what they are invited to for it at this moment: the duty alone opens nothing. */
export const invited: Predicate = (principal, { invited: guests = [] }) =>
  principal.kind === 'person' &&
  principal.roles.includes('partner') &&
  guests.some(({ id, organisation }) => id === principal.id && organisation === principal.partner)

/** The house itself, in its jobs. */
export const platform: Predicate = (principal) => principal.kind === 'system'

/** Neither whose matter it is nor who signs it: no officer handles a company they have a part in. */
export const uninvolved: Predicate = (principal, resource) =>
  !owner(principal, resource, '') && !signer(principal, resource, '')

/** A second pair of eyes: the one who confirms did not propose, and is not the person it is about. */
export const secondPerson: Predicate = (principal, resource) =>
  principal.kind === 'person' &&
  resource.proposedById !== undefined &&
  resource.proposedById !== principal.id &&
  resource.subjectId !== principal.id

/** Is not the person it is about. */
export const notAboutSelf: Predicate = (principal, resource) =>
  principal.kind === 'person' && resource.subjectId !== principal.id

/** Works for one of the authorities whose case it is. */
export const ofAuthority: Predicate = (principal, resource) =>
  principal.kind === 'person' &&
  principal.authorities.some((authority) => (resource.authorities ?? []).includes(authority))

/** Works for an authority that was asked a question. */
export const ofConsulted: Predicate = (principal, { consulted = [] }) =>
  principal.kind === 'person' && principal.authorities.some((authority) => consulted.includes(authority))

/** Lies in a matter that was handed in. */
export const handedIn: Predicate = (_principal, resource) => resource.handedIn === true

/** Works for the authority that leads. */
export const ofLead: Predicate = (principal, { authorities: [lead] = [] }) =>
  principal.kind === 'person' && lead !== undefined && principal.authorities.includes(lead)

/** Does not work for the authority that is reported. */
export const unreported: Predicate = (principal, { reportedAuthority }) =>
  principal.kind === 'person' &&
  reportedAuthority !== undefined &&
  !principal.authorities.includes(reportedAuthority)

/** Holds one of these duties. */
export function role(...wanted: readonly Role[]): Predicate {
  return (principal) => principal.kind === 'person' && principal.roles.some((held) => wanted.includes(held))
}

/** One of the conditions holds. */
export function either(...predicates: readonly Predicate[]): Predicate {
  return (principal, resource, action) => predicates.some((holds) => holds(principal, resource, action))
}

/** All of the conditions hold. */
export function both(...predicates: readonly Predicate[]): Predicate {
  return (principal, resource, action) => predicates.every((holds) => holds(principal, resource, action))
}

/** The applicant, or whoever acts for them. */
export const applicantSide = either(owner, delegate)
/** Decide on registrations. */
export const registrars = role('registrar', 'registrar-lead')
/** Work on cases in an authority. */
export const departments = role('reviewer', 'department-head')
/** Keep the content. */
export const editors = role('content-editor')
/** Watch over lights, orders and tasks. */
export const supervisors = role('supervisor', 'supervisor-lead')
/** Handle confidential leads, or keep their keys. */
export const leadOffices = role('lead-handler', 'lead-keeper')
/** Go to firms and hear what they need. */
export const visitors = role('steward', 'steward-lead', 'supervisor', 'supervisor-lead', 'dispatcher')
