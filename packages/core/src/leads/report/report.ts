/**
 * What lies inside the envelopes: the report, and the name of a reporter who gives one. JSON, read strictly: whoever sends
 * an envelope writes it alone, and the handler's browser is the first to look inside.
 */

import { accept, type Result, refuse } from '../../kernel/index.ts'

/** A picture of a report, drawn anew before it was sealed. */
export interface ReportFile {
  readonly name: string
  readonly type: 'image/jpeg' | 'image/png'
  /** Base64 */
  readonly bytes: string
}

/** A report. */
export interface Report {
  readonly text: string
  /** when, where and about whom, in the reporter's words; empty where nothing was said */
  readonly when: string
  readonly where: string
  readonly who: string
  /** the reporter says that they are being paid back for a report */
  readonly isRetaliation: boolean
  readonly files: readonly ReportFile[]
}

/** Who a reporter with a name is. */
export interface Identity {
  readonly name: string
  readonly phone: string
  readonly address: string
}

/** Most letters of the text. */
export const mostReportLetters = 8_000
/** Most letters of each short answer. */
export const mostShortLetters = 300
/** Most pictures of one report. */
export const mostReportFiles = 3

/** The report as the text that is sealed. */
export function reportText(report: Report): string {
  return JSON.stringify(report)
}

/** Reads a report; refuses what is not one. */
export function parseReport(text: string): Result<Report, 'report-malformed'> {
  const read = jsonRecord(text)
  const files = read?.['files']
  if (read === undefined || !Array.isArray(files) || files.length > mostReportFiles) return malformed
  const [words, when, where, who] = [read['text'], read['when'], read['where'], read['who']]
  const isShort = [when, where, who].every((answer) => isText(answer, mostShortLetters))
  if (!isText(words, mostReportLetters) || !isShort || !files.every(isFile)) return malformed
  return accept({
    text: words,
    when: String(when),
    where: String(where),
    who: String(who),
    isRetaliation: read['isRetaliation'] === true,
    files: files.map(({ name, type, bytes }) => ({ name, type, bytes })),
  })
}

/** An identity as the text that is sealed. */
export function identityText(identity: Identity): string {
  return JSON.stringify(identity)
}

/** Reads an identity; refuses what is not one. */
export function parseIdentity(text: string): Result<Identity, 'report-malformed'> {
  const read = jsonRecord(text)
  const [name, phone, address] = [read?.['name'], read?.['phone'], read?.['address']]
  if (![name, phone, address].every((answer) => isText(answer, mostShortLetters))) return malformed
  return accept({ name: String(name), phone: String(phone), address: String(address) })
}

const malformed = refuse('report-malformed')

function jsonRecord(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const read: unknown = JSON.parse(text)
    return typeof read === 'object' && read !== null ? (read as Record<string, unknown>) : undefined
  } catch {
    return undefined
  }
}

function isText(value: unknown, most: number): value is string {
  return typeof value === 'string' && value.length <= most
}

function isFile(value: unknown): value is ReportFile {
  if (typeof value !== 'object' || value === null) return false
  const { name, type, bytes } = value as Record<string, unknown>
  const isPicture = type === 'image/jpeg' || type === 'image/png'
  return isPicture && isText(name, mostShortLetters) && typeof bytes === 'string'
}
