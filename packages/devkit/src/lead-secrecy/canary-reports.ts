/**
 * Reports full of canaries: in what is written, in the name, in the photo's notes, in what a browser says of itself. Filed as
 * a browser with scripts does and as one without.
 */

import { hash, randomBytes, randomUUID, webcrypto } from 'node:crypto'
import { setImmediate as nextTurn } from 'node:timers/promises'
import {
  codeChanceBytes,
  type Halves,
  identityText,
  keyIdOf,
  makeKeyPair,
  receiptCode,
  receiptSecrets,
  reportText,
  sealEnvelope,
  sealSplit,
  type WorkTask,
  wrapPrivateKey,
} from '@guanjia/core/leads'

/** A report that was filed. */
export interface CanaryReport {
  /** words that may stand nowhere */
  readonly canaries: readonly string[]
  /** without gaps */
  readonly code: string
}

interface Words {
  readonly text: string
  readonly name: string
  readonly device: string
  readonly place: string
}

function newWords(): Words {
  const word = () => `canary${randomBytes(9).toString('hex')}`
  return { text: word(), name: word(), device: word(), place: word() }
}

/** What an inquisitive proxy would add. */
function headersOf({ device }: Words): Record<string, string> {
  return {
    'user-agent': device,
    'x-forwarded-for': device,
    referer: `http://${device}.example/`,
    cookie: `c=${device}`,
  }
}

/** A JPEG whose notes say where it was taken. */
function photoAt(place: string): Buffer {
  const notes = Buffer.from(`Exif\0\0${place}`)
  const scan = Buffer.from([0xff, 0xda, 0, 4, 1, 2, 9, 9, 9, 0xff, 0xd9])
  return Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe1, 0, notes.length + 2]), notes, scan])
}

/** Files by a form, as it is written. */
export async function fileByForm(origin: string): Promise<CanaryReport> {
  const words = newWords()
  const form = new FormData()
  const fields = {
    kind: 'real-name',
    about: 'housing',
    text: words.text,
    who: words.text,
    name: words.name,
    phone: words.name,
  }
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  form.append('photos', new Blob([Uint8Array.from(photoAt(words.place))]), `${words.place}.jpg`)
  const init = { method: 'POST', body: form, headers: headersOf(words) }
  const page = await (await ask(`${origin}/report/send`, init)).text()
  const code = (/data-code>([^<]+)</.exec(page)?.[1] ?? '').replaceAll(' ', '')
  if (code === '') throw new Error('the form was not taken')
  return { canaries: Object.values(words), code }
}

/** Files as the script does: sealed before it is sent. */
export async function fileSealed(origin: string): Promise<CanaryReport> {
  const words = newWords()
  const headers = headersOf(words)
  const readers = await readersOn(origin, headers)
  const leadId = randomUUID()
  const file = { name: '照片1', type: 'image/jpeg', bytes: photoAt(words.place).toString('base64') } as const
  const text = reportText({
    text: words.text,
    when: '',
    where: '',
    who: words.text,
    isRetaliation: false,
    files: [file],
  })
  const plain = new TextEncoder().encode(text)
  const named = new TextEncoder().encode(identityText({ name: words.name, phone: words.name, address: '' }))
  const { code, reporter, lookup } = await newReceipt()
  const report = {
    work: await paid(origin),
    id: leadId,
    kind: 'real-name',
    about: 'housing',
    lookup,
    reporter,
    envelope: await sealEnvelope(webcrypto, { leadId, part: 'content' }, plain, readers.handlers),
    identity: await sealSplit(webcrypto, { leadId, part: 'identity' }, named, readers),
  }
  const response = await post(origin, '/api/reports', { body: report, headers })
  if (!response.ok) throw new Error(`the sealed report was not taken: ${await response.text()}`)
  return { canaries: Object.values(words), code }
}

/** A look into a mailbox, and how long its answer took once the work was paid. */
export interface Look {
  readonly response: Response
  readonly milliseconds: number
}

/** What a look costs, paid beforehand. */
export type Paid = Awaited<ReturnType<typeof paid>>

/** Pays for a look, so that nothing is calculated while its time is taken. */
export function payForLook(origin: string): Promise<Paid> {
  return paid(origin)
}

/** Looks into the mailbox of a code as the script does. */
export async function lookSealed(origin: string, code: string, work?: Paid): Promise<Look> {
  const { lookup } = await receiptSecrets(webcrypto, code)
  const body = { work: work ?? (await paid(origin)), lookup }
  const started = performance.now()
  const response = await post(origin, '/api/mailbox', { body, headers: {} })
  return { response, milliseconds: performance.now() - started }
}

async function newReceipt() {
  const code = receiptCode(webcrypto.getRandomValues(new Uint8Array(codeChanceBytes))) ?? ''
  const { lookup, keySecret } = await receiptSecrets(webcrypto, code)
  const { publicKey, privateKey } = await makeKeyPair(webcrypto)
  const reporter = {
    keyId: await keyIdOf(webcrypto, publicKey),
    publicKey: Buffer.from(publicKey).toString('base64'),
    wrappedKey: await wrapPrivateKey(webcrypto, keySecret, privateKey),
  }
  return { code, lookup, reporter }
}

async function readersOn(origin: string, headers: Record<string, string>): Promise<Halves> {
  const body = new URLSearchParams({ kind: 'real-name', scope: 'unit', about: 'housing' })
  const page = await (await ask(`${origin}/report`, { method: 'POST', body, headers })).text()
  const named = /data-seal='([^']+)'/.exec(page)?.[1] ?? ''
  return JSON.parse(named.replaceAll('&quot;', '"')) as Halves
}

async function paid(origin: string) {
  const task = (await (await ask(`${origin}/api/work`)).json()) as WorkTask
  return { stamp: task.stamp, number: await solved(task) }
}

/** tries before others get their turn */
const triesAtOnce = 20_000

/** The first number that solves a task, found without a promise for each try: many times faster than a browser. */
async function solved({ stamp, bits }: WorkTask): Promise<number> {
  for (let number = 0; ; number += 1) {
    const digest = hash('sha256', `${stamp}/${number}`, 'buffer')
    if (Math.clz32(digest.readUInt32BE()) >= bits) return number
    if (number % triesAtOnce === 0) await nextTurn()
  }
}

/** Each on a socket of its own: while a machine calculates, the server closes those it hears nothing on. */
export function ask(address: string, init: RequestInit = {}): Promise<Response> {
  return fetch(address, { ...init, headers: { ...init.headers, connection: 'close' } })
}

async function post(
  origin: string,
  path: string,
  { body, headers }: { readonly body: object; readonly headers: Record<string, string> },
): Promise<Response> {
  return await ask(`${origin}${path}`, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { ...headers, 'content-type': 'application/json' },
  })
}
