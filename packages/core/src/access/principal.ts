/**
 * Who acts. A *principal* is what the server knows about the sender of a request at this moment: roles, memberships
 * and delegations that have ended or were revoked are already left out when it is built.
 */

/** The duties a person may be given; a closed list, each with its own rows in the table of permissions. */
export const roles = [
  'applicant',
  'registrar',
  'registrar-lead',
  'clerk',
  'operator',
  'security-admin',
  'auditor',
  'content-editor',
  'steward',
  'steward-lead',
  'reviewer',
  'department-head',
  'dispatcher',
  'supervisor',
  'supervisor-lead',
  'lead-handler',
  'lead-keeper',
  'carrier',
  'partner',
  'leader',
] as const

/** A duty from the closed list. */
export type Role = (typeof roles)[number]

/** Power given by one person to another: these actions, until this moment, in the giver's matters only. */
export interface Delegation {
  readonly id: string
  /** person in whose matters the delegate may act */
  readonly fromId: string
  /** names of actions; never more than the giver may do */
  readonly scope: readonly string[]
  /** ISO instant at which the power ends */
  readonly until: string
}

/** Belonging to an organisation, known by its 18-character unified code. */
export interface Membership {
  readonly organisationCode: string
  readonly position: 'legal-representative' | 'staff'
}

/** How sure the platform is that the person is who they claim to be. */
export type Assurance = 'face' | 'two-factor' | 'sms'

/** Nobody in particular: no session, or one that ended. */
export interface Anonymous {
  readonly kind: 'anonymous'
}

/** A natural person with a live session. */
export interface Person {
  readonly kind: 'person'
  readonly id: string
  readonly name: string
  readonly assurance: Assurance
  readonly roles: readonly Role[]
  /** ids of the zone's authorities that a member of staff works for, `carrier:` and its id for people of a carrier; reviewers review for these alone */
  readonly authorities: readonly string[]
  /** id of the partner organisation that somebody works for who is not of our own staff */
  readonly partner?: string
  readonly memberships: readonly Membership[]
  readonly delegations: readonly Delegation[]
}

/** The platform itself acting on a timer or on an event; never comes over the wire. */
export interface System {
  readonly kind: 'system'
  readonly name: string
}

/** The sender of a request or the starter of a job. */
export type Principal = Anonymous | Person | System

/** The principal of a request without a live session. */
export const anonymous: Anonymous = { kind: 'anonymous' }

/** The platform's own principal, named after the job that acts. */
export function systemPrincipal(name: string): System {
  return { kind: 'system', name }
}

/** A short stable name of the principal for audit rows: never a person's name. */
export function principalRef(principal: Principal): string {
  if (principal.kind === 'person') return `person:${principal.id}`
  return principal.kind === 'system' ? `system:${principal.name}` : 'anonymous'
}
