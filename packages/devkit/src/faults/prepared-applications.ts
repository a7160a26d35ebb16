/**
 * Applications that lack nothing but the submission: person, session, name kept, seat reserved, papers signed. They are
 * written in bulk, past the API, so that the submission is what a storm is about.
 */

import { createHash, generateKeyPairSync, randomBytes, randomUUID, sign } from 'node:crypto'
import { join } from 'node:path'
import {
  addressOf,
  caseNumber,
  compileNameIndex,
  conflictKeys,
  documentSetDigest,
  dutiesOf,
  identityCheckCharacter,
  judgeName,
  type LimitedCompany,
  type NameIndex,
  type NameTables,
  parseCompanyName,
  readScope,
  renderArticles,
  signatureBytes,
  signingDocuments,
} from '@guanjia/core/registration'
import type { Client } from 'pg'
import { loadNameTables, readRegistrationContent } from '../../../server/src/registration/index.ts'
import { commonCharacters, type Draw } from '../name-generator.ts'
import { stormCarrier, stormSeat } from './storm-carrier.ts'

/** An application ready to be submitted. */
export interface Prepared {
  readonly id: string
  readonly number: string
  readonly name: string
  readonly seat: string
  readonly personId: string
  /** token of a session of the owner */
  readonly session: string
}

/** Somebody with a session and an empty application. */
export interface Opened {
  readonly id: string
  readonly session: string
}

/** Writes applications into the database of a house. */
export interface Preparer {
  readonly prepare: (client: Client, count: number) => Promise<readonly Prepared[]>
  /** applications nobody has filled in */
  readonly open: (client: Client, count: number, kind: 'LLC' | 'IND') => Promise<readonly Opened[]>
}

const zone = join(import.meta.dirname, '../../../../content/qingdao')
const chunkSize = 1_000
const rawKeyLength = 32

/** A preparer; the same source of chance invents the same names. */
export function openPreparer(draw: Draw): Preparer {
  const tables = loadNameTables(join(zone, 'names'))
  let made = 0
  let index: NameIndex | undefined
  const next = (client: Client, count: number) => {
    made += count
    return nextNumbers(client, count, made - count)
  }
  return {
    prepare: async (client, count) => {
      index ??= await indexOf(client, tables)
      const prepared: Prepared[] = []
      for (let left = count; left > 0; left -= chunkSize) {
        const numbers = await next(client, Math.min(left, chunkSize))
        const names = numbers.map(() => freeName(tables, index ?? compileNameIndex(tables), draw))
        prepared.push(...(await write(client, numbers, names, tables)))
      }
      return prepared
    },
    open: async (client, count, kind) => writeOpened(client, await next(client, count), kind),
  }
}

interface NextNumber {
  readonly caseNumber: number
  readonly place: number
}

async function nextNumbers(client: Client, count: number, from: number): Promise<readonly NextNumber[]> {
  const { rows } = await client.query(
    `select nextval('guanjia.registration_case_number')::int as number from generate_series(1, $1)`,
    [count],
  )
  return rows.map(({ number }, at) => ({ caseNumber: number, place: from + at }))
}

async function indexOf(client: Client, tables: NameTables): Promise<NameIndex> {
  const { rows } = await client.query<{ name: string }>('select name from registration_name')
  return compileNameIndex(tables, rows)
}

/** A name nothing stands in the way of, entered into the index. */
function freeName(tables: NameTables, index: NameIndex, draw: Draw): string {
  for (;;) {
    const trade = Array.from({ length: 4 }, () => commonCharacters[draw(commonCharacters.length)]).join('')
    const name = `青岛${trade}信息技术有限公司`
    const { verdict, human, barred } = judgeName(tables, index, name, {
      subject: 'LLC',
      seat: ['山东', '青岛', '城阳'],
    })
    if (verdict !== 'available' || human || barred) continue
    index.add({ name })
    return name
  }
}

/** Of a county and a year in which nobody of the demonstration was born. */
function identityNumber(place: number): string {
  const day = String(1 + (Math.floor(place / 1_000) % 28)).padStart(2, '0')
  const month = String(1 + (Math.floor(place / 28_000) % 12)).padStart(2, '0')
  const first17 = `3702851987${month}${day}${String(place % 1_000).padStart(3, '0')}`
  return first17 + identityCheckCharacter(first17)
}

const content = readRegistrationContent(zone)

function answersOf(name: string, seat: string, identity: string): LimitedCompany {
  return {
    kind: 'LLC',
    name: { use: 'name', text: name, pledged: true },
    seat: { code: seat },
    scope: { entryIds: ['i65-01'] },
    parties: [{ kind: 'person', id: 'p1', name: '林海宁', identityNumber: identity, phone: '13900000001' }],
    capital: { amount: '1000000.00', paidInBy: `${new Date().getUTCFullYear() + 4}-06-30` },
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
  } as LimitedCompany
}

function digestOf(application: LimitedCompany, number: string): string {
  const seats = { ...content.seats, carriers: [stormCarrier] }
  const address = addressOf(seats, application)
  const scope = readScope(content.scope, application.scope).text
  return documentSetDigest(
    signingDocuments(application, {
      applicationNumber: number,
      authority: content.services.registrar.authority,
      address,
      scope,
      pledge: content.services.pledge,
      articles: renderArticles(content.articles, application, { address, scope }),
      papers: [],
    }),
  )
}

const { privateKey, publicKey } = generateKeyPairSync('ed25519')
const rawPublicKey = publicKey.export({ format: 'der', type: 'spki' }).subarray(-rawKeyLength).toString('hex')

/** Everything the rows of one application need. */
function rowOf({ caseNumber: sequence, place }: NextNumber, name: string, tables: NameTables) {
  const [id, personId] = [randomUUID(), randomUUID()]
  const session = randomBytes(32).toString('base64url')
  const identity = identityNumber(place)
  const number = numberOf(sequence)
  const seat = stormSeat(place)
  const answers = answersOf(name, seat, identity)
  const documentsDigest = digestOf(answers, number)
  const signedAt = new Date().toISOString()
  const statement = signatureBytes({ applicationId: id, documentsDigest, signerId: personId, signedAt })
  return {
    id,
    personId,
    session,
    identity,
    number,
    name,
    seat,
    answers,
    signedAt,
    room: seat.slice(0, seat.lastIndexOf('-')),
    digest: documentsDigest,
    sameKey: conflictKeys(tables, parseCompanyName(tables, name)).same.join('\n'),
    duties: [...(dutiesOf(answers).get('p1') ?? [])],
    tokenHash: createHash('sha256').update(session).digest('hex'),
    publicKey: rawPublicKey,
    signature: sign(null, statement, privateKey).toString('hex'),
  }
}

function numberOf(sequence: number): string {
  return caseNumber(content.services.caseNumberPrefix, new Date().getUTCFullYear(), sequence)
}

const people = [
  `insert into person (id, name) select "personId", '林海宁'
   from jsonb_to_recordset($1::jsonb) as r ("personId" uuid)`,
  `insert into person_identity (person_id, identity_number, phone) select "personId", identity, '13900000001'
   from jsonb_to_recordset($1::jsonb) as r ("personId" uuid, identity text)`,
  `insert into session (token_hash, person_id, assurance, opened_at, last_seen_at, expires_at)
   select decode("tokenHash", 'hex'), "personId", 'face', now(), now(), now() + interval '8 hours'
   from jsonb_to_recordset($1::jsonb) as r ("tokenHash" text, "personId" uuid)`,
]

const signedApplication = [
  `insert into registration_application (id, number, owner_id, kind, stage, version, answers, documents_digest,
     pledged_at, created_at, updated_at)
   select id, number, "personId", 'LLC', 'signing', 4, answers, digest, now() - interval '1 minute', now(), now()
   from jsonb_to_recordset($1::jsonb) as r (id uuid, number text, "personId" uuid, answers jsonb, digest text)`,
  `insert into registration_signature (application_id, party_id, person_id, duties, token_hash, documents_digest,
     requested_at, expires_at, identified_at, signed_at, key_id, public_key, signature)
   select id, 'p1', "personId", array(select jsonb_array_elements_text(duties)), 'link-' || id, digest, now(),
     now() + interval '7 days', now(), "signedAt", 'person:' || "personId", decode("publicKey", 'hex'),
     decode(signature, 'hex')
   from jsonb_to_recordset($1::jsonb) as r (id uuid, "personId" uuid, duties jsonb, digest text,
     "signedAt" timestamptz, "publicKey" text, signature text)`,
  `insert into registration_seat (code, carrier, room, state, application_id, until, changed_at)
   select seat, 'storm', room, 'reserved', id, now() + interval '30 days', now()
   from jsonb_to_recordset($1::jsonb) as r (id uuid, seat text, room text)`,
  `insert into registration_name (same_key, name, application_id, state, until, since)
   select "sameKey", name, id, 'reserved', current_date + 60, now()
   from jsonb_to_recordset($1::jsonb) as r (id uuid, "sameKey" text, name text)`,
  `insert into registration_name_change (added, until)
   select name, current_date + 60 from jsonb_to_recordset($1::jsonb) as r (name text)`,
]

async function writeAll(client: Client, statements: readonly string[], rows: readonly object[]) {
  const parameter = JSON.stringify(rows)
  await client.query('begin')
  for (const statement of statements) await client.query(statement, [parameter])
  await client.query('commit')
}

async function write(
  client: Client,
  numbers: readonly NextNumber[],
  names: readonly string[],
  tables: NameTables,
): Promise<readonly Prepared[]> {
  const rows = numbers.map((number, at) => rowOf(number, names[at] ?? '', tables))
  await writeAll(client, [...people, ...signedApplication], rows)
  return rows.map(({ id, number, name, seat, personId, session }) => ({
    id,
    number,
    name,
    seat,
    personId,
    session,
  }))
}

const emptyApplication = `
  insert into registration_application (id, number, owner_id, kind, stage, answers, created_at, updated_at)
  select id, number, "personId", kind, 'draft', jsonb_build_object('kind', kind), now(), now()
  from jsonb_to_recordset($1::jsonb) as r (id uuid, number text, "personId" uuid, kind text)`

async function writeOpened(
  client: Client,
  numbers: readonly NextNumber[],
  kind: 'LLC' | 'IND',
): Promise<readonly Opened[]> {
  const rows = numbers.map(({ caseNumber: sequence, place }) => {
    const session = randomBytes(32).toString('base64url')
    const tokenHash = createHash('sha256').update(session).digest('hex')
    const identity = identityNumber(place)
    return {
      session,
      tokenHash,
      identity,
      kind,
      id: randomUUID(),
      personId: randomUUID(),
      number: numberOf(sequence),
    }
  })
  await writeAll(client, [...people, emptyApplication], rows)
  return rows.map(({ id, session }) => ({ id, session }))
}
