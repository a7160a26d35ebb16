/**
 * Leads in tests: readers with keys, an intake on a port of its own, and forms sent to it as a browser without scripts does.
 */

import { randomUUID, webcrypto } from 'node:crypto'
import { join } from 'node:path'
import { keyIdOf, makeKeyPair, type Opener, openEnvelope, sealEnvelope } from '@guanjia/core/leads'
import { Client } from 'pg'
import { openIntake, readIntakeScript } from '../../../server/src/leads/index.ts'

/** A reader whose key is in force. */
export type TestReader = Opener

/** What kind of reader. */
export interface ReaderOptions {
  readonly office?: 'handler' | 'keeper'
  readonly belongsTo?: readonly string[]
}

/** Makes a reader with a key that the intake seals to. */
export async function makeReader(adminUrl: string, options: ReaderOptions = {}): Promise<TestReader> {
  const { office = 'handler', belongsTo = [] } = options
  const { publicKey: point, privateKey } = await makeKeyPair(webcrypto)
  const keyId = await keyIdOf(webcrypto, point)
  const publicKey = Buffer.from(point).toString('base64')
  const client = new Client({ connectionString: adminUrl })
  await client.connect()
  await client.query(
    `insert into leads.reader_key (key_id, office, holder, belongs_to, public_key, wrapped_private, state, made_on)
     values ($1, $2, $3, $4, $5, '{}', 'current', '2023-04-28')`,
    [keyId, office, randomUUID(), belongsTo, publicKey],
  )
  await client.end()
  return { keyId, publicKey, privateKey }
}

/** An intake and what is asked of it. */
export interface TestIntake extends AsyncDisposable {
  readonly origin: string
  /** names of what went wrong inside */
  readonly faults: readonly string[]
  readonly get: (path: string) => Promise<Response>
  /** sends a form; files under `photos` */
  readonly form: (path: string, fields: Fields, photos?: readonly Buffer[]) => Promise<Response>
  readonly json: (path: string, body: object) => Promise<Response>
}

type Fields = Readonly<Record<string, string>>

const repository = join(import.meta.dirname, '../../../..')

/** Opens an intake over a test's database. */
export async function openTestIntake(adminUrl: string, now = () => new Date()): Promise<TestIntake> {
  const faults: string[] = []
  const intake = await openIntake({
    address: { url: adminUrl, role: 'guanjia_leads' },
    contentFolder: join(repository, 'content/qingdao'),
    script: readIntakeScript(join(repository, 'packages/web/dist')),
    host: '127.0.0.1',
    port: 0,
    origin: 'http://localhost',
    houseOrigin: 'http://localhost:8080',
    now,
    onFault: (name) => faults.push(name),
  })
  const origin = `http://127.0.0.1:${intake.port}`
  const ask = (path: string, init?: RequestInit) => fetch(`${origin}${path}`, init)
  return {
    origin,
    faults,
    get: (path) => ask(path),
    form: (path, fields, photos = []) => ask(path, { method: 'POST', body: formOf(fields, photos) }),
    json: (path, body) =>
      ask(path, {
        method: 'POST',
        body: JSON.stringify(body),
        headers: { 'content-type': 'application/json' },
      }),
    [Symbol.asyncDispose]: () => intake[Symbol.asyncDispose](),
  }
}

function formOf(fields: Fields, photos: readonly Buffer[]): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  for (const bytes of photos)
    form.append('photos', new Blob([Uint8Array.from(bytes)]), 'IMG_20230428_093012.jpg')
  return form
}

/** The code on a receipt page. */
export function codeOn(page: string): string {
  return /data-code>([^<]+)</.exec(page)?.[1] ?? ''
}

/** Writes a reply as the desk does: sealed to the reader and to whoever filed the last lead. */
export async function replyToLast(adminUrl: string, handler: TestReader, words: string): Promise<void> {
  const client = new Client({ connectionString: adminUrl })
  await client.connect()
  const { rows } = await client.query<{ leadId: string; keyId: string; publicKey: string }>(
    `select id as "leadId", reporter_key_id as "keyId", reporter_public_key as "publicKey"
     from leads.lead order by ctid desc limit 1`,
  )
  const [lead] = rows
  if (lead === undefined) throw new Error('nobody has filed')
  const id = randomUUID()
  const place = { leadId: lead.leadId, part: `message/${id}` } as const
  const plain = new TextEncoder().encode(words)
  const { content, wraps } = await sealEnvelope(webcrypto, place, plain, [handler, lead])
  await client.query(
    `insert into leads.envelope (id, lead_id, part, position, written_by, written_on, content)
     select $1, $2, $3, 1 + max(position), 'handler', '2023-05-06', $4 from leads.envelope where lead_id = $2`,
    [id, lead.leadId, place.part, Buffer.from(content, 'base64')],
  )
  for (const { keyId, sealed } of wraps)
    await client.query('insert into leads.wrap (envelope_id, key_id, sealed) values ($1, $2, $3)', [
      id,
      keyId,
      sealed,
    ])
  await client.end()
}

/** What a reader finds in the last report; undefined where it was not sealed to them. */
export async function readLast(adminUrl: string, reader: TestReader): Promise<string | undefined> {
  const client = new Client({ connectionString: adminUrl })
  await client.connect()
  const { rows } = await client.query<{ leadId: string; content: Buffer; sealed: string }>(
    `select lead.id as "leadId", content, sealed from leads.lead
     join leads.envelope on lead_id = lead.id and position = 0
     join leads.wrap on envelope_id = envelope.id and key_id = $1
     order by lead.ctid desc limit 1`,
    [reader.keyId],
  )
  await client.end()
  const [row] = rows
  if (row === undefined) return undefined
  const envelope = {
    content: row.content.toString('base64'),
    wraps: [{ keyId: reader.keyId, sealed: row.sealed }],
  }
  const plain = await openEnvelope(webcrypto, { leadId: row.leadId, part: 'content' }, envelope, reader)
  return plain && new TextDecoder().decode(plain)
}
