/**
 * Who may call what, written down once more by hand: the table an auditor reads, and against which every route is called as
 * every caller. It is not made from the permissions of the code; where the two differ, one of them is wrong.
 */

/** Everybody who calls. A caller "of the matter" stands in a relation to the thing the route acts on. */
export const callers = {
  stranger: 'nobody has logged in',
  expired: 'the session has run out',
  dismissed: 'a registrar whose duty was taken away while logged in',
  person: 'an applicant who has nothing to do with the matter',
  owner: 'the applicant whose matter it is',
  signer: 'an applicant who has to sign the papers of the matter',
  delegate: 'acts for the owner in everything an applicant does',
  readingDelegate: 'acts for the owner, in reading alone',
  lateDelegate: 'acted for the owner until yesterday',
  othersDelegate: 'acts for somebody else',
  registrar: 'a registrar',
  lead: 'the lead of the registrars',
  proposer: 'the lead who proposed to revoke the licence of the matter',
  partial: 'a registrar and lead in a matter of their own',
  involved: 'a registrar and lead who has to sign the papers of the matter',
  clerk: 'a clerk of the hall',
  operator: 'runs the machines',
  security: 'administers duties',
  grantProposer: 'administers duties and proposed the one in question',
  grantSubject: 'administers duties and is to be given the one in question',
  auditor: 'reads the trail',
  editor: 'edits content',
  steward: 'a steward of the project of the matter',
  otherSteward: 'a steward of other projects',
  stewardLead: 'leads the stewards',
  reviewer: 'reviews for the authority that leads the case',
  coReviewer: 'reviews for another authority of the case',
  otherReviewer: 'reviews for an authority that has nothing to do with the case',
  departmentHead: 'the head of the authority that leads the case',
} as const

/** Somebody who calls. */
export type Caller = keyof typeof callers

/** All callers in the order of the table. */
export const allCallers = Object.keys(callers) as readonly Caller[]

const gone: readonly Caller[] = ['stranger', 'expired', 'dismissed']
const everybody = allCallers
const loggedIn = allCallers.filter((caller) => !gone.includes(caller))
const forOwner: readonly Caller[] = ['owner', 'delegate']
const registrars: readonly Caller[] = ['registrar', 'lead', 'proposer']
const stewards: readonly Caller[] = ['steward', 'otherSteward', 'stewardLead']
const lead: readonly Caller[] = ['reviewer', 'departmentHead']
const departments: readonly Caller[] = [...lead, 'coReviewer']
const administrators: readonly Caller[] = ['security', 'grantProposer', 'grantSubject']

/** By route: everybody who may call it; all others are refused. */
export const declaredAccess: Readonly<Record<string, readonly Caller[]>> = {
  // what everybody may see and do
  'access.read-session': everybody,
  'access.start-log-in': everybody,
  'access.finish-log-in': everybody,
  'access.open-staff-session': everybody,
  'access.close-session': everybody,
  'catalogue.list-services': everybody,
  'catalogue.read-service': everybody,
  'catalogue.list-versions': everybody,
  'catalogue.read-version': everybody,
  'cases.read-opening': everybody,
  'ledger.export': everybody,
  'ledger.list-leaves': everybody,
  'ledger.read-checkpoint': everybody,
  'ledger.read-consistency': everybody,
  'ledger.read-inclusion': everybody,
  'licence.read-keys': everybody,
  'licence.verify-number': everybody,
  'licence.verify-credential': everybody,
  'licence.print': everybody,
  'projects.read-shared-plan': everybody,
  'projects.read-shared-calendar': everybody,
  'registration.check-name': everybody,
  'registration.search-scope': everybody,
  'registration.search-seats': everybody,
  'registration.read-counts': everybody,
  'statistics.read-overview': everybody,
  'statistics.read-breakdown': everybody,

  // what everybody with a name may do for themselves
  'events.follow': loggedIn,
  'access.give-delegation': loggedIn,
  'registration.create-application': loggedIn,
  'registration.list-applications': loggedIn,
  'access.end-delegation': ['owner'],
  'notifications.list': loggedIn,
  'notifications.count-unread': loggedIn,
  'notifications.mark-read': ['owner'],
  'notifications.mark-all-read': loggedIn,
  'notifications.read-preference': loggedIn,
  'notifications.save-preference': loggedIn,

  // a registration, seen from the applicant
  'registration.read-application': [
    ...forOwner,
    'readingDelegate',
    'signer',
    'involved',
    ...registrars,
    'partial',
  ],
  'registration.check-application': [
    ...forOwner,
    'readingDelegate',
    'signer',
    'involved',
    ...registrars,
    'partial',
  ],
  'registration.read-timeline': [
    ...forOwner,
    'readingDelegate',
    'signer',
    'involved',
    ...registrars,
    'partial',
  ],
  'registration.read-trace': ['owner', ...registrars, 'partial', 'involved', 'auditor'],
  'registration.read-acceptance': [...forOwner, ...registrars, 'partial', 'involved'],
  'registration.read-refusal': [...forOwner, ...registrars, 'partial', 'involved'],
  'registration.read-articles': [...forOwner, ...registrars, 'partial', 'involved'],
  'registration.read-archive': [...forOwner, ...registrars, 'partial', 'involved'],
  'registration.attach-paper': [...forOwner, 'partial'],
  'registration.detach-paper': [...forOwner, 'partial'],
  'registration.read-attached': [...forOwner, 'signer', ...registrars, 'partial', 'involved'],
  'registration.save-answers': [...forOwner, 'partial'],
  'registration.reserve-name': [...forOwner, 'partial'],
  'registration.hold-seat': [...forOwner, 'partial'],
  'registration.release-seat': [...forOwner, 'partial'],
  'registration.reserve-seat': [...forOwner, 'partial'],
  'registration.file-address': [...forOwner, 'partial'],
  'registration.request-signatures': [...forOwner, 'partial'],
  'registration.submit': [...forOwner, 'partial'],
  'registration.withdraw': [...forOwner, 'partial'],
  'registration.read-signing': ['signer', 'involved'],
  'registration.sign': ['signer', 'involved'],

  // a registration, seen from the office: never one's own, and a revocation never alone
  'registration.list-queue': [...registrars, 'partial', 'involved'],
  'registration.find-cases': [...registrars, 'partial', 'involved'],
  'registration.review': registrars,
  'registration.open-paper': registrars,
  'registration.claim': registrars,
  'registration.release': registrars,
  'registration.hand-over': registrars,
  'registration.list-registrars': [...registrars, 'partial', 'involved'],
  'registration.decide': registrars,
  'registration.propose-correction': registrars,
  'registration.confirm-correction': ['lead'],
  'registration.reject-correction': ['lead'],
  'registration.propose-revocation': registrars,
  'registration.confirm-revocation': ['lead'],
  'registration.reject-revocation': ['lead'],

  // licences
  'licence.read': [...forOwner, ...registrars, 'partial', 'involved'],
  'licence.read-original': [...forOwner, ...registrars, 'partial', 'involved'],
  'licence.read-duplicate': [...forOwner, ...registrars, 'partial', 'involved'],
  'licence.read-approval': [...forOwner, ...registrars, 'partial', 'involved'],
  'licence.order-print': [...forOwner, ...registrars, 'partial', 'involved', 'clerk'],

  // a case, seen from the applicant
  'cases.open': loggedIn,
  'cases.list-own': loggedIn,
  'cases.read': [...forOwner, 'partial', 'clerk', ...departments],
  'cases.read-timeline': [...forOwner, 'partial', 'clerk', ...departments],
  'cases.read-paper': [...forOwner, 'partial', 'clerk', ...departments],
  'cases.save-answers': [...forOwner, 'partial'],
  'cases.submit': [...forOwner, 'partial'],
  'cases.answer-correction': [...forOwner, 'partial'],
  'cases.supply-paper': [...forOwner, 'partial'],
  'cases.withdraw': [...forOwner, 'partial'],
  'cases.sign-promise': [...forOwner, 'partial'],
  'cases.take-back-promise': [...forOwner, 'partial'],
  'cases.make-up-duty': [...forOwner, 'partial'],

  'cases.attach-evidence': [...forOwner, 'partial'],
  'cases.detach-evidence': [...forOwner, 'partial'],
  'cases.read-form': [...forOwner, 'partial', 'clerk', ...departments],
  'cases.list-evidence': [...forOwner, 'partial', 'clerk', ...departments],
  'cases.rate': ['owner', 'partial'],
  'cases.read-rating': ['owner', 'partial'],
  'cases.list-bad-ratings': ['departmentHead'],
  'cases.follow-up-rating': ['departmentHead'],
  'evidence.start-upload': loggedIn,
  'evidence.read-upload': ['owner'],
  'evidence.append-part': ['owner'],
  'evidence.keep': loggedIn,
  'evidence.list': loggedIn,
  'evidence.read': [...forOwner, 'clerk', ...departments],

  // a case, seen from the counter and the departments
  'cases.list-counter': ['clerk'],
  'cases.receive-at-counter': ['clerk'],
  'cases.request-correction': ['clerk'],
  'cases.take-back-correction': ['clerk'],
  'cases.accept': ['clerk'],
  'cases.decline': ['clerk'],
  'cases.deliver': ['clerk', ...lead],
  'cases.list-department': [...departments, 'otherReviewer'],
  'cases.list-duties': [...departments, 'otherReviewer'],
  'cases.request-review-correction': departments,
  'cases.give-opinion': departments,
  'cases.open-consultation': departments,
  'cases.answer-consultation': departments,
  'cases.close-consultation': departments,
  'cases.start-special-procedure': departments,
  'cases.end-special-procedure': departments,
  'cases.supply-prerequisite': departments,
  'cases.hold-joint-review': lead,
  'cases.issue-decision': lead,
  'cases.extend-duty': lead,
  'cases.propose-revocation': lead,
  'cases.drop-revocation': lead,
  'cases.extend-limit': ['departmentHead'],
  'cases.confirm-revocation': ['departmentHead'],

  // the hall
  'counters.list-outreach': ['clerk'],
  'counters.record-call': ['clerk'],

  // projects: the owner's side, the stewards who see it through, and their leader
  'projects.create': loggedIn,
  'projects.list-own': loggedIn,
  'projects.read': [...forOwner, 'steward', 'stewardLead'],
  'projects.read-questions': [...forOwner, 'steward', 'stewardLead'],
  'projects.read-plan': [...forOwner, 'steward', 'stewardLead'],
  'projects.list-plans': [...forOwner, 'steward', 'stewardLead'],
  'projects.read-plan-paper': [...forOwner, 'steward', 'stewardLead'],
  'projects.create-share': [...forOwner, 'steward'],
  'projects.list-shares': [...forOwner, 'steward'],
  'projects.revoke-share': [...forOwner, 'steward'],
  'projects.save-facts': [...forOwner, 'steward'],
  'projects.make-plan': [...forOwner, 'steward'],
  'projects.ask': forOwner,
  'projects.list-commitments': [...forOwner, 'steward', 'stewardLead'],
  'projects.read-letter-draft': forOwner,
  'projects.sign-commitments': forOwner,
  'projects.withdraw-commitment': forOwner,
  'projects.read-letter': [...forOwner, 'steward', 'stewardLead'],
  'projects.open-step-case': forOwner,
  'projects.report-progress': [...forOwner, 'steward'],
  'projects.list-duties': [...forOwner, 'steward', 'stewardLead'],
  'projects.read-days-saved': [...forOwner, 'steward', 'stewardLead'],
  'projects.record-contact': ['steward', 'stewardLead'],
  'projects.hand-over': ['steward', 'stewardLead'],
  'projects.list-stewarded': stewards,
  'projects.list-stewards': stewards,
  'projects.plan-leave': stewards,
  'projects.set-specialties': ['stewardLead'],
  'stewards.list-risks': stewards,
  'stewards.list-board': stewards,
  'stewards.export-board': stewards,
  'stewards.preview-reminders': stewards,
  'stewards.send-reminders': stewards,
  'stewards.undo-reminders': stewards,
  'stewards.read-project': ['steward', 'stewardLead'],
  'stewards.set-next-contact': ['steward', 'stewardLead'],
  'stewards.attach-photo': ['steward', 'stewardLead'],
  'stewards.read-photo': ['steward', 'stewardLead'],

  // running the house: three administrators, none of whom can do the work of another
  'operator.read-house': ['operator'],
  'operator.list-messages': ['operator'],
  'notifications.list-failing': ['operator'],
  'operator.list-audit': ['auditor'],
  'access.list-grants': [...administrators, 'auditor'],
  'access.propose-grant': administrators,
  'access.confirm-grant': ['security'],
  'access.revoke-grant': ['security', 'grantProposer'],
}

/** Routes that a real zone does not have: whoever calls is told that there is no such thing. */
export const demonstrationOnly: readonly string[] = ['access.list-demonstration-accounts']

/** Addresses that are no routes of the contract; all of them are for everybody. */
export const otherAddresses: readonly string[] = [
  'GET /api',
  'GET /api/openapi.json',
  'GET /problems/:code',
  'GET /api/page.css',
  'GET /healthz',
  'GET /readyz',
  // answers only on the machine itself
  'GET /metrics',
]
