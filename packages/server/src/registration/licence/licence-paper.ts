/**
 * The business licence as a paper: every fact of the document at its place, the QR code with the credential.
 */

import { formalAmount, type LicenceDocument } from '@guanjia/core/registration'
import { drawQrCode, type Paper } from '../../platform/documents/index.ts'
import type { LicenceContent } from './licence-content.ts'

/** The original hangs on the wall, the duplicate is carried. */
export type LicenceCopy = 'original' | 'duplicate'

/** An issued licence. */
export interface IssuedLicence {
  readonly document: LicenceDocument
  readonly credential: string
  readonly issuedAt: Date
}

/** Which of the duplicates, and of how many: printed as 3-1. */
export interface DuplicatePlace {
  readonly place: number
  readonly of: number
}

/** Where and how the licence is printed. */
export interface LicenceSetting {
  readonly content: LicenceContent
  /** origin of the public verification page */
  readonly origin: string
  readonly demonstration: boolean
  /** the first of one where left out */
  readonly duplicate?: DuplicatePlace | undefined
}

/** What the QR code says: the verification page, with the credential where no server sees it. */
export function verificationLink(origin: string, number: string, credential: string): string {
  return `${origin}/verify/${encodeURIComponent(number)}#${credential}`
}

/** The paper of one copy. */
export function licencePaper(licence: IssuedLicence, copy: LicenceCopy, setting: LicenceSetting): Paper {
  const { document, credential, issuedAt } = licence
  const { content, origin, demonstration, duplicate = { place: 1, of: 1 } } = setting
  const { labels, copies, heading } = content
  const sheet = copies[copy]
  const { svg } = drawQrCode(verificationLink(origin, document.number, credential))
  return {
    template: 'licence',
    at: issuedAt,
    data: {
      title: `${heading}（${sheet.label}）${document.name ?? document.representative.name}`,
      author: document.authority,
      keywords: [heading, document.unifiedCode],
      demonstration: demonstration ? content.demonstration.mark : null,
      demonstrationNotice: content.demonstration.notice,
      sheet: { widthMm: sheet.widthMm, heightMm: sheet.heightMm },
      heading,
      copyLabel: sheet.label,
      copyNumber: copy === 'duplicate' ? `${duplicate.of}-${duplicate.place}` : null,
      emblem: content.emblemSvg,
      code: { label: labels.code, value: document.unifiedCode },
      number: { label: labels.number, value: document.number },
      qr: { svg, widthMm: sheet.qrWidthMm, ...content.qr },
      ...columns(document, labels),
      authority: { label: labels.authority, value: document.authority },
      issued: { label: labels.issuedOn, value: chineseDay(document.issuedOn) },
      footer: content.footer,
    },
  }
}

interface Field {
  readonly label: string
  readonly value: string
  readonly strong: boolean
  /** whether the text may be set smaller where it is long */
  readonly flexible: boolean
}

function field(label: string, value: string, emphasis: Partial<Field> = {}): Field {
  return { label, value, strong: false, flexible: false, ...emphasis }
}

function columns(document: LicenceDocument, labels: LicenceContent['labels']) {
  const { name, type, representative, scope, capitalMinor, composition, establishedOn, premises } = document
  const left = [
    ...(name === null ? [] : [field(labels.name, name, { strong: true })]),
    field(labels.type, type),
    field(labels.representative[representative.role], representative.name),
    field(labels.scope, scope, { flexible: true }),
  ]
  const right = [
    ...(capitalMinor === null ? [] : [field(labels.capital, formalAmount(BigInt(capitalMinor)))]),
    ...(composition === null ? [] : [field(labels.composition, composition)]),
    field(labels.establishedOn, chineseDay(establishedOn)),
    field(composition === null ? labels.premises : labels.premisesOfIndividual, premises),
  ]
  return { left, right }
}

/** 2026-04-01 as 2026年4月1日. */
export function chineseDay(day: string): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}
