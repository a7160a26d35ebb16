/**
 * Everybody of the table, logged in, and one thing of each kind they may act on, written past the API: what matters here is
 * whose it is, not how it came about.
 */

import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { systemPrincipal } from '@guanjia/core/access'
import { plainDate } from '@guanjia/core/calendar'
import { type CaseEvent, replayCase } from '@guanjia/core/cases'
import { identityCheckCharacter } from '@guanjia/core/registration'
import { Client } from 'pg'
import { publishFirstCatalogue } from '../../../server/src/catalogue/index.ts'
import { type Browser, type TestApp } from '../test-app/index.ts'
import { authoritiesOf, dutiesOf } from './caller-duties.ts'
import { allCallers, type Caller } from './declared-access.ts'
import { writeRegister } from './issue-matter.ts'
import { type SupervisionMatter, writeSupervision } from './supervision-matter.ts'

/** What the requests of the matrix are filled with. */
export interface Matter extends SupervisionMatter {
  /** a session of each caller */
  readonly browsers: ReadonlyMap<Caller, Browser>
  /** the application a caller acts on: their own for the registrar in a matter of their own */
  readonly applicationOf: (caller: Caller) => string
  /** the case a caller acts on: their own for the registrar in a matter of their own */
  readonly caseOf: (caller: Caller) => string
  /** an upload of the owner */
  readonly uploadId: string
  /** a document of the owner, attached to the case */
  readonly documentId: string
  /** an order of the reviewer to approve several */
  readonly approvalId: string
  /** an issue of the owner whose answer, by the reviewer, waits for a signature */
  readonly issueId: string
  readonly improvementId: string
  readonly grantOf: (caller: Caller) => string
  readonly signingTokenOf: (caller: Caller) => string
  readonly licenceNumber: string
  readonly delegationId: string
  readonly outreachId: string
  readonly noticeId: string
  readonly projectId: string
  readonly stewardId: string
  /** account to which duties are proposed */
  readonly username: string
}

/** Every action of the applicant's side. */
const applicantSide = [
  'registration.read',
  'registration.read-papers',
  'registration.read-attached',
  'registration.edit',
  'registration.reserve-name',
  'registration.hold-seat',
  'registration.file-address',
  'registration.request-signatures',
  'registration.submit',
  'registration.withdraw',
  'licence.read-own',
  'licence.print',
  'project.read',
  'project.ask',
  'project.edit',
  'project.promise',
  'project.file',
  'case.read',
  'case.edit',
  'case.submit',
  'case.withdraw',
  'case.promise',
  'evidence.read',
]

const unifiedCode = '91370200163562681G'
const licenceNumber = '37029020260302000001'

const document = {
  number: licenceNumber,
  unifiedCode,
  name: '青岛试验信息技术有限公司',
  type: '有限责任公司（自然人独资）',
  representative: { role: 'legal-representative', name: '林海宁' },
  scope: '软件开发',
  capitalMinor: '100000000',
  composition: null,
  establishedOn: '2026-03-02',
  premises: '山东省青岛市高新区试验路1号',
  authority: '青岛高新技术产业开发区管理委员会行政审批服务部',
  issuedOn: '2026-03-02',
}

const answers = {
  kind: 'LLC',
  name: { use: 'name', text: document.name, pledged: true },
  seat: { code: 'panggu-1-3-1-1' },
  scope: { entryIds: ['i65-01'] },
  parties: [
    { kind: 'person', id: 'p1', name: '林海宁', identityNumber: '370214198804120010', phone: '13900000001' },
  ],
  capital: { amount: '1000000.00', paidInBy: '2030-06-30' },
  shareholders: [{ partyId: 'p1', percent: '100', form: 'money' }],
  posts: {
    directors: ['p1'],
    manager: 'p1',
    supervision: { kind: 'waived-by-all' },
    legalRepresentative: 'p1',
    finance: 'p1',
    liaison: 'p1',
  },
  articles: { model: true, term: { years: null } },
}

/** Logs everybody in and writes the things down. */
export async function layOut(app: TestApp): Promise<Matter> {
  const browsers = await logIn(app)
  const publisher = { principal: systemPrincipal('matrix'), name: 'system:matrix' }
  await publishFirstCatalogue(app.ports, publisher)
  const bystander = await app.signIn({ name: '旁观者' })
  const idOf = (caller: Caller) => browsers.get(caller)?.personId ?? ''
  const client = new Client({ connectionString: app.adminUrl, options: '-c search_path=guanjia,public' })
  await client.connect()
  try {
    await endSessions(client, idOf)
    await writeDelegations(client, idOf)
    const by = idOf('proposer')
    const application = await writeApplication(client, { ownerId: idOf('owner'), proposerId: by })
    const own = await writeApplication(client, { ownerId: idOf('partial'), proposerId: by })
    const signingToken = await writeSignature(client, application, { signer: idOf('signer'), party: 'p1' })
    const involvedToken = await writeSignature(client, application, { signer: idOf('involved'), party: 'p2' })
    await writeCorrection(client, application, idOf('proposer'))
    const proposerId = idOf('reviewer')
    const aCase = await writeCase(client, { ownerId: idOf('owner'), proposerId })
    const ownCase = await writeCase(client, { ownerId: idOf('partial'), proposerId })
    await writeLicence(client, application)
    await writeDraft(client, idOf('draftProposer'))
    const grant = await writeGrant(client, bystander.personId, idOf('grantProposer'))
    const grantToSelf = await writeGrant(client, idOf('grantSubject'), idOf('grantProposer'))
    return {
      browsers,
      applicationOf: (caller) => (caller === 'partial' ? own : application),
      uploadId: await writeUpload(client, idOf('owner')),
      documentId: await writeDocument(client, idOf('owner'), aCase),
      approvalId: await writeApproval(client, idOf('reviewer'), aCase),
      ...(await writeRegister(client, { ownerId: idOf('owner'), proposerId })),
      caseOf: (caller) => (caller === 'partial' ? ownCase : aCase),
      grantOf: (caller) => (caller === 'grantSubject' ? grantToSelf : grant),
      signingTokenOf: (caller) => (caller === 'involved' ? involvedToken : signingToken),
      licenceNumber,
      delegationId: await writeDelegation(client, idOf('owner'), idOf('person'), {
        scope: ['licence.print'],
      }),
      outreachId: await writeOutreach(client),
      ...(await writeSupervision(client, { askerId: idOf('pauseAsker'), issuerId: idOf('orderIssuer') })),
      noticeId: await writeNotice(client, idOf('owner')),
      projectId: await writeProject(client, idOf),
      stewardId: idOf('steward'),
      username: await writeAccount(client, bystander.personId),
    }
  } finally {
    await client.end()
  }
}

async function logIn(app: TestApp): Promise<ReadonlyMap<Caller, Browser>> {
  const browsers = new Map<Caller, Browser>([['stranger', app.stranger]])
  for (const [place, caller] of allCallers.entries()) {
    if (caller === 'stranger') continue
    const first17 = `37021419880412${String(place).padStart(3, '0')}`
    const identityNumber = first17 + identityCheckCharacter(first17)
    browsers.set(
      caller,
      await app.signIn({
        name: '林海宁',
        identityNumber,
        roles: dutiesOf[caller] ?? [],
        authorities: authoritiesOf[caller] ?? [],
      }),
    )
  }
  return browsers
}

async function endSessions(client: Client, idOf: (caller: Caller) => string): Promise<void> {
  await client.query(
    `update session set opened_at = opened_at - interval '2 days', last_seen_at = last_seen_at - interval '2 days'
     where person_id = $1`,
    [idOf('expired')],
  )
  await client.query('update role_grant set revoked_at = confirmed_at where person_id = $1', [
    idOf('dismissed'),
  ])
}

async function writeDelegations(client: Client, idOf: (caller: Caller) => string): Promise<void> {
  const from = idOf('owner')
  await writeDelegation(client, from, idOf('delegate'), { scope: applicantSide })
  await writeDelegation(client, from, idOf('readingDelegate'), { scope: ['registration.read'] })
  await writeDelegation(client, from, idOf('lateDelegate'), { scope: applicantSide, until: '2026-03-01' })
  await writeDelegation(client, idOf('person'), idOf('othersDelegate'), { scope: applicantSide })
}

async function writeDelegation(
  client: Client,
  from: string,
  to: string,
  { scope, until = '2099-01-01' }: { readonly scope: readonly string[]; readonly until?: string },
): Promise<string> {
  const id = randomUUID()
  await client.query(
    'insert into delegation (id, from_person, to_person, scope, until) values ($1, $2, $3, $4, $5)',
    [id, from, to, scope, until],
  )
  return id
}

let written = 0

async function writeApplication(
  client: Client,
  { ownerId, proposerId }: { readonly ownerId: string; readonly proposerId: string },
): Promise<string> {
  const id = randomUUID()
  written += 1
  await client.query(
    `insert into registration_application
       (id, number, owner_id, kind, stage, answers, revocation_proposed_by, created_at, updated_at)
     values ($1, $2, $3, 'LLC', 'draft', $5, $4, now(), now())`,
    [id, `QG26-99${String(written).padStart(4, '0')}-X`, ownerId, proposerId, JSON.stringify(answers)],
  )
  return id
}

/** A case in its draft: whose it is and who works on it decide, not how far it came. */
async function writeCase(
  client: Client,
  { ownerId, proposerId }: { readonly ownerId: string; readonly proposerId: string },
): Promise<string> {
  const id = randomUUID()
  written += 1
  const limit = { value: 5, unit: 'working-days', source: 'matrix', mark: 'G' } as const
  const opened: CaseEvent = {
    type: 'opened',
    on: plainDate('2026-03-02'),
    by: ownerId,
    applicant: ownerId,
    awaits: [],
    service: {
      id: 'M307',
      name: { 'zh-CN': '试验事项', en: 'Matrix' },
      catalogueVersion: 'matrix',
      authorities: ['housing', 'approval-service'],
      oneTimeNotice: limit,
      committed: limit,
      statutory: limit,
      extensionAtMost: 10,
      delivery: limit,
      correction: limit,
      requirements: [],
      specialProcedures: [],
      promises: [],
      jointReview: false,
    },
  }
  await client.query(
    `insert into case_file (id, number, version, service, service_name, applicant_id, channel, authorities, situation,
       status, state, court, revocation_proposed_by, light, calendar_version, looked_at_on, opened_at, updated_at)
     values ($1, $2, 1, 'M307', '{}', $3, 'online', '{housing,approval-service}', 'draft', 0, $4, 'applicant', $5, 'off',
       'matrix', '2026-03-02', now(), now())`,
    [id, `MATRIX${written}`, ownerId, JSON.stringify(replayCase([opened])), proposerId],
  )
  return id
}

/** A correction that waits for a second person. */
async function writeCorrection(client: Client, application: string, proposer: string): Promise<void> {
  await client.query(
    `insert into registration_correction (id, application_id, wish, reason, proposed_by, proposed_at)
     values ($1, $2, '{"field":"capital","amount":"2000000"}', '录入错误', $3, now())`,
    [randomUUID(), application, proposer],
  )
}

async function writeUpload(client: Client, ownerId: string): Promise<string> {
  const id = randomUUID()
  await client.query(
    `insert into evidence_upload (id, owner_id, name, size, started_at) values ($1, $2, '材料.pdf', 100, now())`,
    [id, ownerId],
  )
  return id
}

async function writeDocument(client: Client, ownerId: string, caseId: string): Promise<string> {
  const id = randomUUID()
  await client.query(
    `insert into evidence_document (id, owner_id, type, title, created_at) values ($1, $2, 'form', '材料', now())`,
    [id, ownerId],
  )
  await client.query(
    `insert into evidence_version (document_id, version, file, kind, size, name, uploaded_by, uploaded_at)
     values ($1, 1, $3, 'pdf', 1, '材料.pdf', $2, now())`,
    [id, ownerId, '0'.repeat(64)],
  )
  await client.query(
    `insert into case_evidence (case_id, requirement, document_id, version, attached_by, attached_at)
     values ($1, 'form', $2, 1, $3, now())`,
    [caseId, id, ownerId],
  )
  return id
}

async function writeApproval(client: Client, officerId: string, caseId: string): Promise<string> {
  const id = randomUUID()
  const cases = JSON.stringify([{ id: caseId, version: 1, number: 'matrix' }])
  await client.query(
    `insert into approval_order (id, officer_id, officer, service, cases, reasons, basis, ordered_at, runs_at)
     values ($1, $2, '{"roles":["reviewer"],"authorities":["housing"]}', 'M307', $3, '符合', '依据', now(), now())`,
    [id, officerId, cases],
  )
  return id
}

async function writeSignature(
  client: Client,
  application: string,
  { signer, party }: { readonly signer: string; readonly party: string },
): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  await client.query(
    `insert into registration_signature (application_id, party_id, person_id, duties, token_hash, documents_digest,
       requested_at, expires_at)
     values ($1, $4, $2, '{}', $3, 'digest', now(), '2099-01-01')`,
    [application, signer, createHash('sha256').update(token).digest('hex'), party],
  )
  return token
}

async function writeLicence(client: Client, application: string): Promise<void> {
  await client.query(
    `insert into market_entity
       (unified_code, kind, is_enterprise, established_on, electronic, fully_auto, application_id, recorded_at)
     values ($1, 'LLC', true, '2026-03-02', true, true, $2, now())`,
    [unifiedCode, application],
  )
  await client.query(
    `insert into licence (id, number, unified_code, application_id, document, credential, status, issued_at)
     values ($1, $2, $3, $4, $5, 'credential', 'valid', now())`,
    [randomUUID(), licenceNumber, unifiedCode, application, JSON.stringify(document)],
  )
}

/** The proposed draft of the next version of the catalogue. */
async function writeDraft(client: Client, proposer: string): Promise<void> {
  await client.query(
    `insert into catalogue_draft (id, base, origin, content, revision, state, begun_by, begun_at, changed_by, changed_at,
       reason, effective_on, proposed_by, proposed_at)
     select $1, number, 'edited', content, 1, 'proposed', $2, now(), $2, now(), '试验', '2099-01-01', $2, now()
     from catalogue_version`,
    [randomUUID(), proposer],
  )
}

async function writeGrant(client: Client, person: string, proposer: string): Promise<string> {
  const id = randomUUID()
  await client.query(
    `insert into role_grant (id, person_id, role, proposed_by) values ($1, $2, 'clerk', $3)`,
    [id, person, proposer],
  )
  return id
}

async function writeOutreach(client: Client): Promise<string> {
  const id = randomUUID()
  await client.query(
    `insert into outreach_task (id, subject, company, contact_name, contact_phone, place, matters, script, state,
       raised_at, due_at, due_because)
     values ($1, 'matrix', '试验公司', '林', '13900000001', '试验楼', '[]', '您好', 'open', now(), now(), '[]')`,
    [id],
  )
  return id
}

async function writeProject(client: Client, idOf: (caller: Caller) => string): Promise<string> {
  const id = randomUUID()
  await client.query(
    `insert into project (id, number, name, kind, owner_id, facts, state, created_at, steward_due_at)
     values ($1, 'XM26-9999', '试验项目', 'medical', $2, '{}', 'active', now(), now())`,
    [id, idOf('owner')],
  )
  await client.query(
    `insert into stewardship (id, project_id, steward_id, duty, from_at, reason)
     values ($1, $2, $3, 'primary', now(), 'matrix')`,
    [randomUUID(), id, idOf('steward')],
  )
  return id
}

async function writeNotice(client: Client, person: string): Promise<string> {
  const id = randomUUID()
  await client.query(
    `insert into notice (id, key, template, event_type, subject, person_id, channel, language, title, text, link, state,
       due_at, created_at, sent_at, correlation_id)
     values ($1, 'matrix', 'referred', 'registration.referred', 'matrix', $2, 'in-app', 'zh-CN', '试验', '试验', '/my',
       'sent', now(), now(), now(), 'matrix')`,
    [id, person],
  )
  return id
}

async function writeAccount(client: Client, person: string): Promise<string> {
  await client.query(
    `insert into staff_account (person_id, username, password_hash, one_time_secret)
     values ($1, 'bystander', 'none', 'none')`,
    [person],
  )
  return 'bystander'
}
