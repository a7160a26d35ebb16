/**
 * Set-up of companies and individual businesses on the wire: names, seats, scope, the application, its signatures, the
 * decision, and the work of the registrars.
 */

import {
  array,
  boolean,
  enum as choice,
  coerce,
  discriminatedUnion,
  int,
  iso,
  literal,
  object,
  type output,
  record,
  string,
  union,
  unknown,
  uuid,
} from 'zod'
import { defineRoute } from './route.ts'

const short = string().min(1).max(100)
const day = iso.date()
const key = string().regex(/^[a-z0-9-]{1,40}$/)

const person = object({
  kind: literal('person'),
  id: key,
  name: string().max(100),
  identityNumber: string().max(30),
  phone: string().max(20),
  nationality: string().max(40).optional(),
})
const shareholdingCompany = object({
  kind: literal('company'),
  id: key,
  name: string().max(200),
  unifiedCode: string().max(30),
  signedBy: key,
})

const everyDraft = {
  name: discriminatedUnion('use', [
    object({ use: literal('name'), text: string().max(100), pledged: boolean() }),
    object({ use: literal('none') }),
  ]).optional(),
  seat: object({ code: string().max(60) }).optional(),
  scope: object({ entryIds: array(string().max(40)).max(60) }).optional(),
  parties: array(discriminatedUnion('kind', [person, shareholdingCompany]))
    .max(120)
    .optional(),
  duplicates: int().min(1).max(9).optional(),
  special: array(choice(['foreign-invested', 'state-owned', 'group', 'merger-or-division', 'listed']))
    .max(5)
    .optional(),
}

const contributionForm = choice([
  'money',
  'goods',
  'intellectual-property',
  'land-use-right',
  'equity',
  'claim',
])

const posts = object({
  directors: array(key).max(19),
  manager: key,
  supervision: discriminatedUnion('kind', [
    object({ kind: literal('supervisors'), ids: array(key).max(19) }),
    object({ kind: literal('waived-by-all') }),
    object({ kind: literal('audit-committee') }),
  ]),
  legalRepresentative: key,
  finance: key,
  liaison: key,
})

/** The answers of an application; a section not answered yet is absent. */
export const applicationAnswers = discriminatedUnion('kind', [
  object({
    kind: literal('LLC'),
    ...everyDraft,
    capital: object({ amount: string().max(20), paidInBy: day }).optional(),
    shareholders: array(object({ partyId: key, percent: string().max(10), form: contributionForm }))
      .max(60)
      .optional(),
    posts: posts.optional(),
    articles: object({
      model: boolean(),
      term: object({ years: int().min(1).max(99).nullable() }),
    }).optional(),
  }),
  object({
    kind: literal('IND'),
    ...everyDraft,
    composition: choice(['personal', 'family']).optional(),
    operatorId: key.optional(),
    familyIds: array(key).max(20).optional(),
    liaisonId: key.optional(),
  }),
])

/** The answers as they travel. */
export type ApplicationAnswers = output<typeof applicationAnswers>

const stage = choice([
  'draft',
  'signing',
  'with-officer',
  'approved',
  'refused',
  'revocation-proposed',
  'revoked',
  'withdrawn',
])

const nameFinding = object({
  /** the finding as a sentence in the reader's language */
  text: string().optional(),
  rule: string(),
  article: string(),
  mark: string(),
  effect: choice(['refuses', 'same', 'similar', 'human']),
  code: string(),
  values: record(string(), string()),
  existing: string().nullable(),
})

const nameVerdict = choice(['available', 'same', 'similar', 'refused'])

const nameJudgement = {
  verdict: nameVerdict,
  findings: array(nameFinding),
  parts: object({
    region: string().nullable(),
    trade: string().nullable(),
    industry: string().nullable(),
    form: string().nullable(),
  }),
  suggestions: array(string()),
}

/** Judges a name as it is typed. */
export const checkName = defineRoute({
  id: 'registration.check-name',
  method: 'POST',
  path: '/api/registration/names/check',
  action: 'name.check',
  summary: 'Judges a name against the law and the register; the decision is made at registration',
  body: object({ name: short, kind: choice(['LLC', 'IND']).optional() }),
  response: object(nameJudgement),
})

const applicationParams = object({ id: uuid() })

/** Keeps a name for an application. */
export const reserveName = defineRoute({
  id: 'registration.reserve-name',
  method: 'POST',
  path: '/api/registration/applications/:id/name',
  action: 'registration.reserve-name',
  summary: 'Keeps a name for two months; a similar name only with the pledge, and then a person decides',
  params: applicationParams,
  body: object({ name: short, pledged: boolean(), acceptSimilar: boolean().optional() }),
  response: object({
    reserved: boolean(),
    name: string(),
    until: day.nullable(),
    version: int(),
    ...nameJudgement,
  }),
  problems: ['application-not-open', 'pledge-missing', 'name-taken'],
  idempotent: true,
})

const seatState = choice(['free', 'held', 'reserved', 'filed', 'used', 'frozen'])
const seat = object({
  code: string(),
  address: string(),
  carrier: string(),
  building: string(),
  floor: int(),
})

/** Free seats. */
export const searchSeats = defineRoute({
  id: 'registration.search-seats',
  method: 'GET',
  path: '/api/registration/seats',
  action: 'seat.search',
  summary: 'Carriers with the number of seats left, and free seats of one carrier',
  query: object({
    carrier: key.optional(),
    building: key.optional(),
    floor: coerce.number().int().optional(),
    /** division of GB/T 4754; carriers that do not take it are marked */
    division: string().max(4).optional(),
    limit: coerce.number().int().min(1).max(200).default(24),
  }),
  response: object({
    holdMinutes: int(),
    reserveDays: int(),
    carriers: array(
      object({
        id: string(),
        name: string(),
        street: string(),
        total: int(),
        free: int(),
        takesTrade: boolean(),
        buildings: array(object({ id: string(), name: string(), floors: array(int()) })),
      }),
    ),
    seats: array(seat),
  }),
})

const booking = object({
  code: string(),
  address: string(),
  state: seatState,
  until: iso.datetime().nullable(),
  version: int(),
})

/** Holds a seat for half an hour. */
export const holdSeat = defineRoute({
  id: 'registration.hold-seat',
  method: 'POST',
  path: '/api/registration/applications/:id/seat',
  action: 'registration.hold-seat',
  summary: 'Holds a seat while the form is filled in; a seat held before is given back',
  params: applicationParams,
  body: object({ code: string().max(60) }),
  response: booking,
  success: 201,
  problems: [
    'seat-unknown',
    'seat-taken',
    'seat-frozen',
    'seat-in-use',
    'seat-not-yours',
    'application-not-open',
  ],
  idempotent: true,
})

/** Turns the hold into a reservation. */
export const reserveSeat = defineRoute({
  id: 'registration.reserve-seat',
  method: 'POST',
  path: '/api/registration/applications/:id/seat/reservation',
  action: 'registration.hold-seat',
  summary: 'Reserves the seat held',
  params: applicationParams,
  response: booking,
  success: 201,
  problems: [
    'seat-unknown',
    'seat-taken',
    'seat-frozen',
    'seat-in-use',
    'seat-not-yours',
    'application-not-open',
  ],
  idempotent: true,
})

/** Gives the seat back. */
export const releaseSeat = defineRoute({
  id: 'registration.release-seat',
  method: 'DELETE',
  path: '/api/registration/applications/:id/seat',
  action: 'registration.hold-seat',
  summary: 'Gives back the seat of this application',
  params: applicationParams,
  response: object({ released: literal(true) }),
  problems: [
    'seat-unknown',
    'seat-taken',
    'seat-frozen',
    'seat-in-use',
    'seat-not-yours',
    'application-not-open',
  ],
})

/** Files the address with the carrier. */
export const fileAddress = defineRoute({
  id: 'registration.file-address',
  method: 'POST',
  path: '/api/registration/applications/:id/address-filing',
  action: 'registration.file-address',
  summary: 'Files the reserved address; the hall calls within thirty minutes of its hours',
  params: applicationParams,
  body: object({ contactName: short, contactPhone: string().regex(/^1[3-9]\d{9}$/) }),
  response: booking,
  success: 201,
  problems: [
    'seat-unknown',
    'seat-taken',
    'seat-frozen',
    'seat-in-use',
    'seat-not-yours',
    'application-not-open',
  ],
  idempotent: true,
})

const scopeEntry = object({
  id: string(),
  text: string(),
  division: string(),
  permit: choice(['none', 'prior', 'later']),
  sensitive: boolean(),
})

/** Standard wording by plain words. */
export const searchScopeEntries = defineRoute({
  id: 'registration.search-scope',
  method: 'GET',
  path: '/api/registration/scope',
  action: 'scope.search',
  summary: 'Finds standard wording by plain words or pinyin initials',
  query: object({
    words: string().max(60).default(''),
    limit: coerce.number().int().min(1).max(50).default(10),
  }),
  response: object({ entries: array(scopeEntry), from: day, source: string(), mark: string() }),
})

const taskProgress = object({ section: string(), state: choice(['not-started', 'in-progress', 'done']) })
const fieldFault = object({
  section: string(),
  field: string(),
  code: string(),
  article: string().optional(),
  values: record(string(), string()).optional(),
})

const signer = object({
  partyId: string(),
  name: string(),
  duties: array(string()),
  identifiedAt: iso.datetime().nullable(),
  signedAt: iso.datetime().nullable(),
})

const reason = object({
  code: string(),
  outcome: choice(['wait', 'human', 'reject']),
  text: string(),
  mend: string(),
  article: string().optional(),
  partyId: string().optional(),
  values: record(string(), string()).optional(),
})
const failedCheck = object({ id: string(), title: string(), article: string(), because: array(reason) })

const push = object({
  receiver: string(),
  name: string(),
  state: choice(['waiting', 'delivered']),
  attempts: int(),
  deliveredAt: iso.datetime().nullable(),
})

const application = object({
  id: uuid(),
  number: string(),
  kind: choice(['LLC', 'IND']),
  stage,
  version: int(),
  answers: applicationAnswers,
  tasks: array(taskProgress),
  seat: booking.omit({ version: true }).nullable(),
  nameReservedUntil: day.nullable(),
  scopeText: string(),
  signers: array(signer),
  /** why a person looks at it, or why it was refused */
  reasons: array(failedCheck),
  dueAt: iso.datetime().nullable(),
  dueBecause: array(string()),
  officer: string().nullable(),
  fullyAuto: boolean().nullable(),
  decidedAt: iso.datetime().nullable(),
  licence: object({ number: string(), unifiedCode: string(), name: string().nullable() }).nullable(),
  pushes: array(push),
  createdAt: iso.datetime(),
  updatedAt: iso.datetime(),
})

/** An application as its owner sees it. */
export type Application = output<typeof application>

/** Opens an application. */
export const createApplication = defineRoute({
  id: 'registration.create-application',
  method: 'POST',
  path: '/api/registration/applications',
  action: 'registration.create',
  summary: 'Opens a set-up application; `copyOf` takes over the answers of one that was refused',
  body: object({ kind: choice(['LLC', 'IND']), copyOf: uuid().optional() }),
  response: object({ id: uuid(), number: string(), version: int() }),
  success: 201,
  problems: ['application-unknown'],
  idempotent: true,
})

const applicationLine = object({
  id: uuid(),
  number: string(),
  kind: choice(['LLC', 'IND']),
  stage,
  name: string().nullable(),
  updatedAt: iso.datetime(),
  dueAt: iso.datetime().nullable(),
})

/** One's own applications. */
export const listApplications = defineRoute({
  id: 'registration.list-applications',
  method: 'GET',
  path: '/api/registration/applications',
  action: 'registration.list-own',
  summary: 'Applications one owns or has to sign, the newest first',
  response: object({ applications: array(applicationLine), toSign: array(applicationLine) }),
})

/** One application. */
export const readApplication = defineRoute({
  id: 'registration.read-application',
  method: 'GET',
  path: '/api/registration/applications/:id',
  action: 'registration.read',
  summary: 'The application with its tasks, signers and result',
  params: applicationParams,
  response: application,
})

/** Saves answers. */
export const saveAnswers = defineRoute({
  id: 'registration.save-answers',
  method: 'PATCH',
  path: '/api/registration/applications/:id',
  action: 'registration.edit',
  summary: 'Saves all answers over a known version; signatures asked for before are void',
  params: applicationParams,
  body: object({ version: int(), answers: applicationAnswers }),
  response: object({ version: int(), tasks: array(taskProgress), savedAt: iso.datetime() }),
  problems: ['answers-changed-meanwhile', 'application-not-open', 'kind-fixed'],
})

/** What is still missing. */
export const checkApplication = defineRoute({
  id: 'registration.check-application',
  method: 'POST',
  path: '/api/registration/applications/:id/check',
  action: 'registration.read',
  summary: 'Faults of the answers, and what the automatic checks would say now',
  params: applicationParams,
  response: object({
    faults: array(fieldFault),
    /** null while the answers are not complete */
    verdict: choice(['approve', 'wait', 'human', 'reject']).nullable(),
    checks: array(failedCheck),
  }),
})

/** Sends the links for signing. */
export const requestSignatures = defineRoute({
  id: 'registration.request-signatures',
  method: 'POST',
  path: '/api/registration/applications/:id/signatures',
  action: 'registration.request-signatures',
  summary: 'Makes the papers and a link for each person; links asked for before are void',
  params: applicationParams,
  body: object({ version: int() }),
  response: object({
    documentsDigest: string(),
    documents: array(object({ kind: string(), digest: string() })),
    links: array(object({ partyId: string(), name: string(), url: string(), expiresAt: iso.datetime() })),
  }),
  success: 201,
  problems: ['application-not-open', 'answers-incomplete', 'answers-changed-meanwhile'],
})

const signingParams = object({ token: string().min(20).max(100) })

/** What a signer is asked to sign. */
export const readSigning = defineRoute({
  id: 'registration.read-signing',
  method: 'GET',
  path: '/api/registration/signing/:token',
  action: 'registration.read-to-sign',
  summary: 'The papers behind a link, for the person it was made for',
  params: signingParams,
  response: object({
    applicationNumber: string(),
    name: string().nullable(),
    signerName: string(),
    duties: array(string()),
    documentsDigest: string(),
    documents: array(object({ kind: string(), digest: string(), content: unknown() })),
    signedAt: iso.datetime().nullable(),
    expiresAt: iso.datetime(),
  }),
  problems: ['link-expired'],
})

/** Signs. */
export const signPapers = defineRoute({
  id: 'registration.sign',
  method: 'POST',
  path: '/api/registration/signing/:token',
  action: 'registration.sign',
  summary: 'Signs the papers behind a link with the key of the person signed in',
  params: signingParams,
  body: object({ documentsDigest: string(), agreed: literal(true) }),
  response: object({ signedAt: iso.datetime(), missing: int() }),
  problems: [
    'link-expired',
    'documents-changed',
    'application-not-in-signing',
    'signer-not-named',
    'identity-not-verified',
  ],
  idempotent: true,
})

const licenceResult = object({
  number: string(),
  unifiedCode: string(),
  name: string().nullable(),
  establishedOn: day,
})

/** Submits: the automatic decision is made in this request. */
export const submitApplication = defineRoute({
  id: 'registration.submit',
  method: 'POST',
  path: '/api/registration/applications/:id/submit',
  action: 'registration.submit',
  summary:
    'Pre-review, acceptance, approval and closing in one automatic step; or a reasoned referral or refusal',
  params: applicationParams,
  response: union([
    object({
      outcome: literal('approved'),
      decisionId: uuid(),
      decidedAt: iso.datetime(),
      fullyAuto: boolean(),
      licence: licenceResult,
    }),
    object({
      outcome: literal('refused'),
      decisionId: uuid(),
      decidedAt: iso.datetime(),
      reasons: array(failedCheck),
    }),
    object({
      outcome: literal('with-officer'),
      reasons: array(failedCheck),
      dueAt: iso.datetime(),
      dueBecause: array(string()),
    }),
  ]),
  problems: [
    'application-not-in-signing',
    'answers-incomplete',
    'signatures-missing',
    'checks-waiting',
    'seat-taken',
    'name-taken',
    'calendar-not-published',
    'code-numbers-exhausted',
  ],
  idempotent: true,
})

/** Takes an application back. */
export const withdrawApplication = defineRoute({
  id: 'registration.withdraw',
  method: 'POST',
  path: '/api/registration/applications/:id/withdrawal',
  action: 'registration.withdraw',
  summary: 'Takes the application back; its seat and its name are free again',
  params: applicationParams,
  response: object({ stage }),
  problems: ['application-not-open'],
  idempotent: true,
})

/** What happened so far. */
export const readTimeline = defineRoute({
  id: 'registration.read-timeline',
  method: 'GET',
  path: '/api/registration/applications/:id/timeline',
  action: 'registration.read',
  summary: 'What happened to the application, by whom in kind, and when',
  params: applicationParams,
  response: object({
    stage,
    events: array(
      object({ type: string(), by: choice(['applicant', 'officer', 'system']), at: iso.datetime() }),
    ),
    dueAt: iso.datetime().nullable(),
  }),
})

/** Why it was decided so. */
export const readTrace = defineRoute({
  id: 'registration.read-trace',
  method: 'GET',
  path: '/api/registration/applications/:id/trace',
  action: 'registration.read-trace',
  summary: 'The sixteen checks of the decision, and whether a replay comes to the same',
  params: applicationParams,
  response: object({
    decisionId: uuid(),
    outcome: choice(['approved', 'refused']),
    fullyAuto: boolean(),
    ruleVersion: string(),
    decidedAt: iso.datetime(),
    checks: array(
      object({
        id: string(),
        title: string(),
        article: string(),
        outcome: choice(['pass', 'wait', 'human', 'reject']),
        because: array(reason),
        inputsDigest: string(),
      }),
    ),
    digest: string(),
    /** null where the rules of that time are not loaded any more */
    replaySame: boolean().nullable(),
    records: array(object({ step: string(), at: iso.datetime(), by: string() })),
  }),
  problems: ['not-decided-yet'],
})

/** The registrars' queue. */
export const listQueue = defineRoute({
  id: 'registration.list-queue',
  method: 'GET',
  path: '/api/registration/queue',
  action: 'registration.queue',
  summary: 'Applications that wait for a person, the most pressing first',
  response: object({
    entries: array(
      object({
        id: uuid(),
        number: string(),
        kind: choice(['LLC', 'IND']),
        name: string().nullable(),
        reasons: array(failedCheck),
        acceptedAt: iso.datetime(),
        dueAt: iso.datetime(),
        overdue: boolean(),
        officer: string().nullable(),
        mine: boolean(),
      }),
    ),
  }),
})

/** The case on a registrar's desk. */
export const reviewApplication = defineRoute({
  id: 'registration.review',
  method: 'GET',
  path: '/api/registration/queue/:id',
  action: 'registration.review',
  summary: 'The whole case with every check, for the registrar',
  params: applicationParams,
  response: object({
    application,
    verdict: choice(['approve', 'wait', 'human', 'reject']).nullable(),
    checks: array(
      object({
        id: string(),
        title: string(),
        article: string(),
        outcome: choice(['pass', 'wait', 'human', 'reject']),
        because: array(reason),
      }),
    ),
  }),
})

/** Takes a case. */
export const claimApplication = defineRoute({
  id: 'registration.claim',
  method: 'POST',
  path: '/api/registration/queue/:id/claim',
  action: 'registration.decide',
  summary: 'Takes a waiting case onto one’s own desk',
  params: applicationParams,
  response: object({ stage }),
  problems: ['application-not-with-officer', 'claimed-by-other'],
  idempotent: true,
})

/** Decides a case. */
export const decideApplication = defineRoute({
  id: 'registration.decide',
  method: 'POST',
  path: '/api/registration/queue/:id/decision',
  action: 'registration.decide',
  summary:
    'A registrar approves or refuses, with a reason; a lawful ground that rejects cannot be approved away',
  params: applicationParams,
  body: object({ outcome: choice(['approved', 'refused']), reason: string().min(4).max(1000) }),
  response: object({
    outcome: choice(['approved', 'refused']),
    decisionId: uuid(),
    decidedAt: iso.datetime(),
    licence: licenceResult.nullable(),
  }),
  problems: [
    'application-not-with-officer',
    'claimed-by-other',
    'check-rejects',
    'seat-taken',
    'name-taken',
    'code-numbers-exhausted',
  ],
  idempotent: true,
})

/** Corrects a licence. */
export const correctLicence = defineRoute({
  id: 'registration.correct',
  method: 'POST',
  path: '/api/registration/applications/:id/correction',
  action: 'registration.correct',
  summary: 'Corrects a clerical fault of the licence; a new licence replaces the old one',
  params: applicationParams,
  body: object({
    field: choice(['scope', 'premises', 'type']),
    value: string().min(1).max(20_000),
    reason: string().min(4).max(1000),
  }),
  response: object({ licence: licenceResult }),
  problems: ['application-not-approved'],
  idempotent: true,
})

/** First half of a revocation. */
export const proposeRevocation = defineRoute({
  id: 'registration.propose-revocation',
  method: 'POST',
  path: '/api/registration/applications/:id/revocation',
  action: 'registration.propose-revocation',
  summary: 'Proposes to revoke the registration; a lead confirms',
  params: applicationParams,
  body: object({ reason: string().min(4).max(1000) }),
  response: object({ stage }),
  problems: ['application-not-approved'],
  idempotent: true,
})

/** Second half of a revocation. */
export const confirmRevocation = defineRoute({
  id: 'registration.confirm-revocation',
  method: 'POST',
  path: '/api/registration/applications/:id/revocation/confirm',
  action: 'registration.confirm-revocation',
  summary: 'Revokes the registration; never by the person who proposed it',
  params: applicationParams,
  response: object({ stage }),
  problems: ['revocation-not-proposed', 'second-officer-required'],
  idempotent: true,
})

/** Counts from the records. */
export const readRegistrationCounts = defineRoute({
  id: 'registration.read-counts',
  method: 'GET',
  path: '/api/registration/counts',
  action: 'statistics.read',
  summary: 'Booked addresses, set-ups and zero-touch set-ups up to a day, counted from the records',
  query: object({ asOf: day.optional() }),
  response: object({
    asOf: day,
    bookedAddresses: int(),
    setUps: int(),
    electronicSetUps: int(),
    zeroTouchSetUps: int(),
    demonstration: boolean(),
  }),
})
