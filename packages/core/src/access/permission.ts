/**
 * Who may do what: one table, one row an action, read top to bottom by whoever audits the platform.
 *
 * A row is a predicate over the principal and the *resource*, the few facts about the thing acted on that decide the
 * matter (whose it is, who proposed it). The server builds the resource; nothing here looks anything up.
 */

import {
  anyone,
  applicantSide,
  appointed,
  both,
  departments,
  editors,
  either,
  goer,
  handedIn,
  identified,
  invited,
  leadOffices,
  member,
  notAboutSelf,
  ofAuthority,
  ofConsulted,
  ofLead,
  owner,
  ownSteward,
  type Predicate,
  platform,
  type Resource,
  registrars,
  role,
  secondPerson,
  signer,
  supervisors,
  uninvolved,
  unreported,
  visitors,
} from './predicate.ts'
import type { Principal } from './principal.ts'

/** The table. An action that has no row here does not exist: its route does not compile. */
export const permissions = {
  // everybody
  'public.read': anyone,
  'session.read': anyone,
  'session.open': anyone,
  'session.close': anyone,
  'ledger.read': anyone,
  'licence.verify': anyone,
  'statistics.read': anyone,
  // the groups of figures of those who lead, down to the records that they are counted from
  'statistics.read-dashboard': role('leader', 'supervisor-lead', 'auditor'),
  'catalogue.read': anyone,
  'name.check': anyone,
  'scope.search': anyone,
  'seat.search': anyone,
  // behind a link that only the host was sent
  'address.confirm': anyone,
  'events.read': identified,

  // a registration, seen from the applicant
  'registration.create': identified,
  'registration.list-own': identified,
  'registration.read': either(applicantSide, signer, registrars, platform),
  'registration.edit': applicantSide,
  'registration.reserve-name': applicantSide,
  'registration.hold-seat': applicantSide,
  'registration.file-address': applicantSide,
  'registration.request-signatures': applicantSide,
  'registration.submit': applicantSide,
  'registration.withdraw': applicantSide,
  'registration.sign': both(identified, signer),
  'registration.read-to-sign': both(identified, signer),
  'registration.read-papers': either(applicantSide, registrars),
  'registration.read-attached': either(applicantSide, signer, registrars),
  'registration.read-trace': either(owner, registrars, role('auditor')),

  // a registration, seen from the office: never one's own
  'registration.queue': registrars,
  'registration.review': both(registrars, uninvolved),
  'registration.decide': both(registrars, uninvolved),
  'registration.propose-correction': both(registrars, uninvolved),
  'registration.confirm-correction': both(role('registrar-lead'), uninvolved, secondPerson),
  'registration.propose-revocation': both(registrars, uninvolved),
  'registration.confirm-revocation': both(role('registrar-lead'), uninvolved, secondPerson),

  // licences
  'licence.read-own': either(applicantSide, registrars),
  'licence.print': either(applicantSide, role('clerk', 'registrar', 'registrar-lead')),
  'licence.print-by-token': anyone,

  // the hall
  'outreach.list': role('clerk'),
  'outreach.record': role('clerk'),
  'queue.give-number': role('clerk'),
  'queue.work': role('clerk'),

  // projects and their stewards
  'project.create': identified,
  'project.list-own': identified,
  'project.read': either(applicantSide, both(role('steward'), ownSteward), role('steward-lead')),
  'project.edit': either(applicantSide, both(role('steward'), ownSteward)),
  'project.ask': applicantSide,
  'project.confirm': applicantSide,
  'project.promise': applicantSide,
  'project.file': applicantSide,
  'project.record-contact': either(both(role('steward'), ownSteward), role('steward-lead')),
  'project.hand-over': either(both(role('steward'), ownSteward), role('steward-lead')),
  'project.accompany': either(both(role('steward'), ownSteward), role('steward-lead')),
  'project.adopt-catalogue': both(role('steward'), ownSteward),
  'steward.list': role('steward', 'steward-lead'),
  'steward.plan-leave': role('steward', 'steward-lead'),
  'steward.remind': role('steward', 'steward-lead'),
  'steward.manage': role('steward-lead'),
  // a case, seen from the applicant
  'case.open': identified,
  'case.list-own': identified,
  'case.read': either(applicantSide, role('clerk'), both(departments, either(ofAuthority, ofConsulted))),
  'case.edit': applicantSide,
  'case.submit': applicantSide,
  'case.withdraw': applicantSide,
  'case.promise': applicantSide,
  'case.rate': owner,

  // evidence: everybody their own library; for those who work on a case or were asked in it, what was handed in with it
  'evidence.keep': identified,
  'evidence.use-own': owner,
  'evidence.read': either(
    applicantSide,
    member,
    both(handedIn, either(role('clerk'), both(departments, either(ofAuthority, ofConsulted)))),
  ),

  // a case, seen from the counter: never one's own
  'case.list-counter': role('clerk'),
  'case.receive': role('clerk'),
  'case.check': both(role('clerk'), uninvolved),
  'case.read-phrases': role('clerk', 'reviewer', 'department-head'),
  'case.deliver': both(either(role('clerk'), both(departments, ofLead)), uninvolved),

  // a case, seen from the departments: of one's own authority, never one's own
  'case.follow-up': role('department-head'),
  'case.follow-up-own': both(role('department-head'), ofAuthority, uninvolved),
  'case.list-department': departments,
  'case.review': both(departments, ofAuthority, uninvolved),
  'case.answer-consultation': both(departments, either(ofAuthority, ofConsulted), uninvolved),
  'case.decide': both(departments, ofLead, uninvolved),
  'case.approve-together': departments,
  'case.take-back-approvals': both(departments, owner),
  'case.extend': both(role('department-head'), ofLead, uninvolved),
  'case.suspend': both(role('department-head'), ofLead, uninvolved),
  'case.confirm-revocation': both(role('department-head'), ofLead, uninvolved, secondPerson),

  // the register of issues: anybody says something and follows it by its number; a report of misconduct is kept nowhere here
  'feedback.file': anyone,
  'feedback.follow': anyone,
  'feedback.exchange': anyone,
  'feedback.list-own': identified,
  'feedback.record': role('dispatcher', 'clerk'),
  'feedback.desk': role('dispatcher'),
  // how the mailbox stands, without a word of a mail
  'feedback.mailbox': role('dispatcher', 'operator'),
  'feedback.dispatch': both(role('dispatcher'), uninvolved),
  'feedback.list': either(role('dispatcher'), departments),
  'feedback.read': either(role('dispatcher'), both(departments, ofAuthority)),
  'feedback.answer': both(departments, ofLead, uninvolved),
  'feedback.contribute': both(departments, ofAuthority, uninvolved),
  'feedback.lead': both(role('department-head'), ofLead, uninvolved),
  'feedback.sign-off': both(role('department-head'), ofLead, uninvolved, secondPerson),
  'feedback.improve': both(role('department-head'), ofLead),
  // observers: a term gives their powers and takes them; open days and their questions are kept by the dispatcher
  'feedback.appoint': role('dispatcher'),
  'feedback.observe': appointed,
  'feedback.read-letter': either(owner, role('dispatcher')),
  'feedback.organise': role('dispatcher'),
  // tours: planned by the dispatcher, read by the departments that take part, written down by whoever goes
  'feedback.list-tours': either(role('dispatcher'), departments),
  'feedback.read-tour': either(role('dispatcher'), both(departments, ofAuthority)),
  'feedback.list-own-stops': departments,
  'feedback.visit': both(departments, goer),
  // behind a link: the carrier that was asked, the firm that was invited, whoever read the code of a questionnaire
  'feedback.answer-by-link': anyone,

  // space for firms: behind a link stand the firm that needs it, and the carrier that offers it
  'premises.file-need': anyone,
  'premises.follow-need': anyone,
  'premises.renew': anyone,
  'premises.keep-rooms': role('carrier'),
  'premises.keep-room': both(role('carrier'), ofAuthority),
  'premises.record-need': visitors,
  'premises.list-needs': either(visitors, departments),
  'premises.read-need': either(both(visitors, ownSteward), both(departments, ofAuthority)),
  'premises.track-need': both(visitors, ownSteward),
  'premises.place': both(departments, ofAuthority),

  // supervision: nobody sets a light; what is recorded, consented to and closed is split between people
  'supervision.read': supervisors,
  'supervision.list-obligations': either(supervisors, departments, role('leader')),
  'supervision.enrol': supervisors,
  'supervision.record': supervisors,
  'supervision.consent': both(role('supervisor-lead'), secondPerson),
  'supervision.order': supervisors,
  'supervision.close-order': both(supervisors, secondPerson),
  'supervision.list-orders': departments,
  'supervision.read-order': either(supervisors, both(departments, ofAuthority)),
  'supervision.answer-order': both(role('department-head'), ofAuthority),
  'supervision.list-own-lights': departments,
  'supervision.state-to-light': both(role('department-head'), ofAuthority),
  // the ledger of tasks: units report, the lead unit verifies, supervision looks and decides
  'supervision.list-tasks': either(supervisors, departments),
  'supervision.read-task': either(supervisors, both(departments, ofAuthority)),
  'supervision.register-task': supervisors,
  'supervision.work-task': both(departments, ofAuthority),
  'supervision.verify-task': both(role('department-head'), ofAuthority, secondPerson),
  'supervision.check-task': supervisors,
  'supervision.decide-accountability': role('supervisor-lead'),
  'supervision.list-campaigns': either(supervisors, departments),
  'supervision.run-campaign': supervisors,
  'supervision.report-finding': both(role('department-head'), ofAuthority),
  // joint inspections: people of partner organisations by invitation; the report is signed by somebody else
  'supervision.list-inspections': supervisors,
  'supervision.run-inspection': supervisors,
  'supervision.read-inspection': either(supervisors, invited),
  'supervision.join-inspection': either(supervisors, invited),
  'supervision.sign-inspection': both(supervisors, secondPerson),
  'supervision.list-invitations': role('partner'),
  // exchange with partners: what leaves, and whose signature is believed, takes two
  'supervision.exchange': supervisors,
  'supervision.release-package': both(supervisors, secondPerson),
  'supervision.confirm-partner-key': both(supervisors, secondPerson),
  // joint consultations: open to their members and to who convened them, for as long as they run
  'supervision.list-consultations': either(supervisors, departments, role('steward', 'steward-lead')),
  'supervision.convene-consultation': either(supervisors, role('steward', 'steward-lead')),
  'supervision.read-consultation': either(supervisors, appointed, owner),
  'supervision.join-consultation': appointed,
  'supervision.draft-conclusion': either(supervisors, owner),
  'supervision.print-consultation': supervisors,
  'supervision.list-recommendations': either(supervisors, departments),
  'supervision.draft-recommendation': supervisors,
  'supervision.issue-recommendation': both(role('supervisor-lead'), secondPerson),
  'supervision.read-recommendation': either(supervisors, both(departments, ofAuthority)),
  'supervision.answer-recommendation': both(role('department-head'), ofAuthority),
  // about people: one examines, another determines; bulletins go out after two others than their author agreed
  'supervision.list-conduct': either(supervisors, role('department-head')),
  'supervision.apply-for-tolerance': role('department-head'),
  'supervision.open-conduct': supervisors,
  'supervision.examine-conduct': role('supervisor'),
  'supervision.determine-conduct': both(role('supervisor-lead'), secondPerson),
  'supervision.conclude-conduct': role('supervisor'),
  'supervision.list-bulletins': either(supervisors, departments),
  'supervision.draft-bulletin': supervisors,
  'supervision.approve-bulletin': both(supervisors, secondPerson),

  // confidential leads: whoever may not do this is not told that it can be done; see `isHidden`
  'lead.list': role('lead-handler'),
  'lead.handle': both(role('lead-handler'), unreported),
  'lead.keep-key': leadOffices,
  'lead.keep': role('lead-keeper'),
  'lead.count': either(leadOffices, supervisors),

  // messages: everybody their own
  'notice.list-own': identified,
  'notice.mark-own': owner,
  'notice.read-audience': role('clerk', 'reviewer', 'department-head', 'steward', 'steward-lead'),

  // running the house: three separate administrators
  'operator.read': role('operator'),
  'operator.read-messages': role('operator'),
  'audit.read': role('auditor'),
  'access.read-grants': role('security-admin', 'auditor'),
  'access.propose-grant': both(role('security-admin'), notAboutSelf),
  'access.confirm-grant': both(role('security-admin'), secondPerson),
  'access.revoke-grant': both(role('security-admin'), notAboutSelf),
  'access.delegate': identified,
  'access.end-delegation': owner,

  // the catalogue: edited by those who keep it, published by two of them
  'catalogue.edit': editors,
  'catalogue.confirm': both(editors, secondPerson),
  'catalogue.read-history': either(editors, role('auditor')),
} as const satisfies Record<string, Predicate>

/** An act that somebody may or may not do; a closed list, the keys of the table. */
export type Action = keyof typeof permissions

/** Whether a text is the name of an action. */
export function isAction(text: string): text is Action {
  return Object.hasOwn(permissions, text)
}

/** Whether the act is none of the business of those who may not do it: to them it is not there. */
export function isHidden(action: Action): boolean {
  return action.startsWith('lead.')
}

/**
 * Whether the principal may do this to that.
 *
 * @param resource - the facts that decide; leave out what is not known, the answer then is no
 */
export function may(principal: Principal, action: Action, resource: Resource = {}): boolean {
  const holds: Predicate = permissions[action]
  return holds(principal, resource, action)
}

/**
 * Whether there is anything the principal may do this to: nothing of a request has to be read, and nothing looked up, to
 * refuse whoever never could.
 */
export function mayEver(principal: Principal, action: Action): boolean {
  if (principal.kind !== 'person') return may(principal, action)
  const { id, authorities, partner = '' } = principal
  const others = {
    stewardIds: [id],
    appointedIds: [id],
    goerIds: [id],
    invited: [{ id, organisation: partner }],
    proposedById: 'another',
    subjectId: 'another',
    authorities,
    reportedAuthority: '',
  }
  const owners = [principal.id, ...principal.delegations.map(({ fromId }) => fromId), 'another']
  return owners.some((ownerId) =>
    [[principal.id], []].some((signerIds) => may(principal, action, { ...others, ownerId, signerIds })),
  )
}

/**
 * Whether the thing has to do with the principal at all. Who is not concerned is told that there is no such thing; who is
 * may hear why not.
 */
export function isConcerned(principal: Principal, resource: Resource): boolean {
  if (principal.kind !== 'person') return false
  const { ownerId, signerIds = [], stewardIds = [], proposedById, subjectId, authorities = [] } = resource
  if (principal.authorities.some((authority) => authorities.includes(authority))) return true
  const people = [ownerId, proposedById, subjectId, ...signerIds, ...stewardIds]
  return people.includes(principal.id) || principal.delegations.some(({ fromId }) => people.includes(fromId))
}
