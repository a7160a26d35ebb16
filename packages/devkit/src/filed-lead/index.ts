/**
 * A report as the intake leaves it: sealed to the handlers who may read it, written with the rights of the intake alone.
 */

import { webcrypto as crypto, randomBytes, randomUUID } from 'node:crypto'
import {
  type Identity,
  identityText,
  type KeyPair,
  keyIdOf,
  makeKeyPair,
  type Reader,
  type Report,
  reportText,
  sealEnvelope,
  sealSplit,
} from '@guanjia/core/leads'
import { openLeadDatabase } from '../../../server/src/leads/index.ts'

/** A lead and the keys of whoever reported it. */
export interface FiledLead {
  readonly id: string
  readonly reporter: KeyPair
}

/** What is reported, where, and on which day; about the housing authority. */
export interface LeadToFile {
  /** address of the database with the rights of its owner */
  readonly url: string
  readonly day: string
  readonly report: Report
  readonly identity?: Identity | undefined
}

const openIntakeRights = (url: string) => openLeadDatabase({ url, role: 'guanjia_leads' })
type Leads = ReturnType<typeof openIntakeRights>

const about = 'housing'
const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'utf8'))
const binary = (text: string) => Buffer.from(text, 'base64')

/** Files a report. */
export async function fileLead({ url, day, report, identity }: LeadToFile): Promise<FiledLead> {
  await using leads = openIntakeRights(url)
  const id = randomUUID()
  const reporter = await makeKeyPair(crypto)
  const { handlers, keepers } = await readersOf(leads)
  await leads
    .insertInto('leads.lead')
    .values({
      id,
      kind: identity === undefined ? 'anonymous' : 'real-name',
      about,
      sealed_by: 'browser',
      received_on: day,
      receipt_hash: randomBytes(32),
      reporter_key_id: await keyIdOf(crypto, reporter.publicKey),
      reporter_public_key: Buffer.from(reporter.publicKey).toString('base64'),
      reporter_wrapped_key: 'AA==',
      published_on: null,
    })
    .execute()
  await writeReport(leads, { id, day, report, handlers })
  if (identity !== undefined) await writeIdentity(leads, { id, identity, handlers, keepers })
  return { id, reporter }
}

/** Whoever a report is sealed to; no handler of the authority that it is about. */
async function readersOf(leads: Leads) {
  const keys = await leads
    .selectFrom('leads.reader_key')
    .select(['key_id', 'public_key', 'office', 'belongs_to'])
    .where('state', '=', 'current')
    .execute()
  const reader = ({ key_id: keyId, public_key: publicKey }: (typeof keys)[number]): Reader => ({
    keyId,
    publicKey,
  })
  const isApart = ({ belongs_to: units }: (typeof keys)[number]) => !units.includes(about)
  return {
    handlers: keys.filter((key) => key.office === 'handler' && isApart(key)).map(reader),
    keepers: keys.filter(({ office }) => office === 'keeper').map(reader),
  }
}

interface WrittenReport extends Pick<LeadToFile, 'day' | 'report'> {
  readonly id: string
  readonly handlers: readonly Reader[]
}

async function writeReport(leads: Leads, { id, day, report, handlers }: WrittenReport): Promise<void> {
  const place = { leadId: id, part: 'content' } as const
  const sealed = await sealEnvelope(crypto, place, bytes(reportText(report)), handlers)
  const envelope = randomUUID()
  await leads
    .insertInto('leads.envelope')
    .values({
      id: envelope,
      lead_id: id,
      part: 'content',
      position: 0,
      written_by: 'reporter',
      written_on: day,
      content: binary(sealed.content),
    })
    .execute()
  await leads
    .insertInto('leads.wrap')
    .values(sealed.wraps.map((wrap) => ({ envelope_id: envelope, key_id: wrap.keyId, sealed: wrap.sealed })))
    .execute()
}

interface WrittenIdentity {
  readonly id: string
  readonly identity: Identity
  readonly handlers: readonly Reader[]
  readonly keepers: readonly Reader[]
}

async function writeIdentity(
  leads: Leads,
  { id, identity, handlers, keepers }: WrittenIdentity,
): Promise<void> {
  const place = { leadId: id, part: 'identity' } as const
  const split = await sealSplit(crypto, place, bytes(identityText(identity)), { handlers, keepers })
  await leads
    .insertInto('leads.identity')
    .values({ lead_id: id, content: binary(split.content) })
    .execute()
  const shares = [
    ...split.handlerWraps.map((wrap) => ({ ...wrap, office: 'handler' as const })),
    ...split.keeperWraps.map((wrap) => ({ ...wrap, office: 'keeper' as const })),
  ]
  await leads
    .insertInto('leads.identity_wrap')
    .values(shares.map(({ keyId, sealed, office }) => ({ lead_id: id, key_id: keyId, office, sealed })))
    .execute()
}
