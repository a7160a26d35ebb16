/**
 * What is registered in the matrix: applications with what hangs on them, and a licence.
 */

import { createHash, randomBytes, randomUUID } from 'node:crypto'
import type { Client } from 'pg'

const unifiedCode = '91370200163562681G'
/** The number of the licence. */
export const licenceNumber = '37029020260302000001'

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

let written = 0

/** An application in its draft. */
export async function writeApplication(
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

/** A correction that waits for a second person. */
export async function writeCorrection(client: Client, application: string, proposer: string): Promise<void> {
  await client.query(
    `insert into registration_correction (id, application_id, wish, reason, proposed_by, proposed_at)
     values ($1, $2, '{"field":"capital","amount":"2000000"}', '录入错误', $3, now())`,
    [randomUUID(), application, proposer],
  )
}

/** A signature that is asked for; gives the token of its link. */
export async function writeSignature(
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

/** The licence of the application. */
export async function writeLicence(client: Client, application: string): Promise<void> {
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

/** A call the hall has to make. */
export async function writeOutreach(client: Client): Promise<string> {
  const id = randomUUID()
  await client.query(
    `insert into outreach_task (id, subject, company, contact_name, contact_phone, place, matters, script, state,
       raised_at, due_at, due_because)
     values ($1, 'matrix', '试验公司', '林', '13900000001', '试验楼', '[]', '您好', 'open', now(), now(), '[]')`,
    [id],
  )
  return id
}
