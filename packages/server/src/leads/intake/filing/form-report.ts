/**
 * A report from a form that the browser sent as it was written: read, stripped, sealed at once.
 */

import { webcrypto } from 'node:crypto'
import { accept, type Result, refuse } from '@guanjia/core/kernel'
import {
  type Halves,
  type Identity,
  identityText,
  mostPlainBytes,
  mostReportFiles,
  mostReportLetters,
  mostShortLetters,
  type ReportFile,
  reportText,
  sealEnvelope,
  sealSplit,
} from '@guanjia/core/leads'
import { plainPicture } from '../../../platform/plain-picture.ts'
import type { SealedLead } from '../../store/taking-in.ts'
import type { Form } from '../door/form.ts'

/** Why a form cannot be taken: in the reporter's hands, and shown on the form. */
export type FormFault =
  | 'text-missing'
  | 'text-too-long'
  | 'picture-unreadable'
  | 'pictures-too-large'
  | 'name-missing'

/** What is sealed, and to whom. */
export interface FormToSeal {
  readonly id: string
  readonly kind: SealedLead['kind']
  readonly form: Form
  readonly readers: Halves
}

/** The envelopes of a form. */
export async function sealForm({
  id,
  kind,
  form,
  readers,
}: FormToSeal): Promise<Result<Pick<SealedLead, 'envelope' | 'identity'>, FormFault>> {
  const text = form.text('text')
  if (text === '') return refuse('text-missing')
  const short = ['when', 'where', 'who'].map((name) => form.text(name))
  const tooLong = short.some((answer) => answer.length > mostShortLetters)
  if (text.length > mostReportLetters || tooLong) return refuse('text-too-long')
  const files = await picturesOf(form)
  if (files === undefined) return refuse('picture-unreadable')
  const [when = '', where = '', who = ''] = short
  const isRetaliation = form.text('retaliation') !== ''
  const plain = Buffer.from(reportText({ text, when, where, who, isRetaliation, files }), 'utf8')
  if (plain.length > mostPlainBytes) return refuse('pictures-too-large')
  const identity = identityOf(form)
  if (kind === 'real-name' && identity.name === '') return refuse('name-missing')
  const envelope = await sealEnvelope(
    webcrypto,
    { leadId: id, part: 'content' },
    Uint8Array.from(plain),
    readers.handlers,
  )
  plain.fill(0)
  return accept({
    envelope,
    identity: kind === 'real-name' ? await sealIdentity(id, identity, readers) : undefined,
  })
}

async function sealIdentity(leadId: string, identity: Identity, readers: Halves) {
  const plain = new TextEncoder().encode(identityText(identity))
  return await sealSplit(webcrypto, { leadId, part: 'identity' }, plain, readers)
}

function identityOf(form: Form): Identity {
  const answer = (name: string) => form.text(name).slice(0, mostShortLetters)
  return { name: answer('name'), phone: answer('phone'), address: answer('address') }
}

/** The pictures without what the camera wrote into them; undefined where one is none. */
async function picturesOf(form: Form): Promise<readonly ReportFile[] | undefined> {
  const given = await form.files('photos')
  if (given.length > mostReportFiles) return undefined
  const pictures = given.map((bytes) => plainPicture(bytes))
  const whole = pictures.filter((picture) => picture !== undefined)
  if (whole.length < pictures.length) return undefined
  return whole.map(({ kind, bytes }, at) => ({
    name: `照片${at + 1}`,
    type: `image/${kind}`,
    bytes: bytes.toString('base64'),
  }))
}
