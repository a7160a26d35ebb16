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
  type Report,
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
  const report = await reportOf(form)
  if (!report.ok) return report
  const plain = new TextEncoder().encode(reportText(report.value))
  if (plain.length > mostPlainBytes) return refuse('pictures-too-large')
  const identity = kind === 'real-name' ? identityOf(form) : undefined
  if (identity?.name === '') return refuse('name-missing')
  const envelope = await sealEnvelope(webcrypto, { leadId: id, part: 'content' }, plain, readers.handlers)
  plain.fill(0)
  return accept({ envelope, identity: identity && (await sealIdentity(id, identity, readers)) })
}

async function reportOf(form: Form): Promise<Result<Report, FormFault>> {
  const text = form.text('text')
  const [when = '', where = '', who = ''] = ['when', 'where', 'who'].map((name) => form.text(name))
  if (text === '') return refuse('text-missing')
  const tooLong = [when, where, who].some((answer) => answer.length > mostShortLetters)
  if (text.length > mostReportLetters || tooLong) return refuse('text-too-long')
  const files = await picturesOf(form)
  if (files === undefined) return refuse('picture-unreadable')
  return accept({ text, when, where, who, isRetaliation: form.text('retaliation') !== '', files })
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
