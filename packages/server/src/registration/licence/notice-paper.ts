/**
 * Notices, articles of association and the list of an archive as papers.
 */

import { createHash } from 'node:crypto'
import { formalAmount, type LicenceDocument } from '@guanjia/core/registration'
import type { Paper } from '../../platform/documents/index.ts'
import type { LicenceContent, NoticeContent } from './licence-content.ts'
import { chineseDay } from './licence-paper.ts'

/** The notices a registrar sends. */
export type NoticeKind = 'approval' | 'acceptance' | 'refusal'

/** Facts that a notice names; which ones it needs stands in the zone's content. */
type NoticeFacts = Readonly<Record<string, string>>

/** A notice to one addressee. */
export interface Notice {
  /** as printed under the heading */
  readonly number: string
  readonly addressee: string
  readonly facts: NoticeFacts
}

/** What every paper of the registrar carries. */
export interface PaperFrame {
  readonly authority: string
  readonly at: Date
  /** YYYY-MM-DD in the zone's time, as printed */
  readonly day: string
  readonly demonstration: boolean
}

/** Where the words come from. */
export interface NoticeSetting {
  readonly notices: NoticeContent
  readonly licence: LicenceContent
}

/** One clause of the articles; `rows` is a table whose first row is its head. */
interface ArticleClause {
  readonly number: string
  readonly text: string
  readonly rows?: readonly (readonly string[])[]
}

/** The articles of a company as they were signed. */
export interface Articles {
  readonly heading: string
  readonly chapters: readonly { readonly title: string; readonly clauses: readonly ArticleClause[] }[]
  readonly signatures: readonly {
    readonly name: string
    readonly signedAt: string
    /** the signature in short, or where it is kept */
    readonly proof: string
  }[]
}

/** One document of an archive. */
interface ArchivedDocument {
  readonly name: string
  readonly bytes: Uint8Array
}

/** The words of a notice with the facts in their places; a missing fact is a broken promise. */
export function noticePaper(
  kind: NoticeKind,
  notice: Notice,
  frame: PaperFrame,
  setting: NoticeSetting,
): Paper {
  const { heading, paragraphs, rows, closing } = setting.notices[kind]
  const fill = (text: string) => text.replace(/\{(\w+)\}/g, (_, name: string) => fact(notice.facts, name))
  return {
    template: 'notice',
    at: frame.at,
    data: {
      ...head(`${heading}（${notice.addressee}）`, frame, setting),
      heading,
      number: notice.number,
      addressee: notice.addressee,
      paragraphs: paragraphs.map(fill),
      rows: rows.map((name) => ({
        label: setting.notices.labels[name] ?? name,
        value: fact(notice.facts, name),
      })),
      closing: closing.map(fill),
      date: chineseDay(frame.day),
      footer: setting.notices.footer,
    },
  }
}

/** What the notice of approval says of a licence. */
export function approvalNotice(document: LicenceDocument, { notices }: NoticeSetting): Notice {
  const name = document.name ?? document.representative.name
  const { unifiedCode, type, premises, number: licenceNumber, capitalMinor } = document
  const facts = {
    name,
    unifiedCode,
    type,
    representative: document.representative.name,
    capital: capitalMinor === null ? '—' : formalAmount(BigInt(capitalMinor)),
    establishedOn: chineseDay(document.establishedOn),
    premises,
    licenceNumber,
  }
  return { number: notices.approvalNumber.replace('{licenceNumber}', licenceNumber), addressee: name, facts }
}

/** The articles of association. */
export function articlesPaper(articles: Articles, frame: PaperFrame, setting: NoticeSetting): Paper {
  return {
    template: 'articles',
    at: frame.at,
    data: {
      ...head(articles.heading, frame, setting),
      heading: articles.heading,
      chapters: articles.chapters.map(({ title, clauses }) => ({
        title,
        clauses: clauses.map((clause) => ({ ...clause, rows: clause.rows ?? [] })),
      })),
      signatures: articles.signatures,
      signatureHeading: setting.notices.articles.signatureHeading,
    },
  }
}

/** A table of the application form, with its head. */
export interface FormTable {
  readonly title: string
  readonly columns: readonly string[]
  readonly widths: readonly number[]
  readonly rows: readonly (readonly string[])[]
}

/** An application as it was filled in and signed. */
export interface FilledForm {
  readonly rows: readonly { readonly label: string; readonly value: string }[]
  readonly tables: readonly FormTable[]
  readonly pledge: readonly string[]
}

/** The application form. */
export function formPaper(form: FilledForm, frame: PaperFrame, setting: NoticeSetting): Paper {
  const { heading, pledgeTitle, footer } = setting.notices.form
  const data = { ...head(heading, frame, setting), ...form, heading, pledgeTitle, footer }
  return { template: 'form', at: frame.at, data }
}

/** A case and everything that is kept of it. */
export interface Archive {
  readonly caseNumber: string
  readonly name: string
  readonly documents: readonly ArchivedDocument[]
}

/** The list of a case's documents with their hashes and the hash over the list. */
export function archivePaper(archive: Archive, frame: PaperFrame, setting: NoticeSetting): Paper {
  const { heading, columns, rows, footer } = setting.notices.archive
  const entries = archive.documents.map(({ name, bytes }) => ({
    name,
    bytes: String(bytes.length),
    sha256: sha256(bytes),
  }))
  const root = sha256(entries.map(({ name, sha256 }) => `${sha256}  ${name}\n`).join(''))
  return {
    template: 'archive',
    at: frame.at,
    data: {
      ...head(`${heading}（${archive.caseNumber}）`, frame, setting),
      heading,
      columns,
      rows: [
        { label: rows.caseNumber, value: archive.caseNumber },
        { label: rows.name, value: archive.name },
        { label: rows.decidedAt, value: frame.at.toISOString() },
        { label: rows.root, value: root },
      ],
      entries,
      footer,
    },
  }
}

function head(title: string, { authority, demonstration }: PaperFrame, { licence }: NoticeSetting) {
  return {
    title,
    author: authority,
    keywords: [],
    demonstration: demonstration ? licence.demonstration.mark : null,
  }
}

function fact(facts: NoticeFacts, name: string): string {
  const value = facts[name]
  if (value === undefined) throw new Error(`broken promise: the notice is given the fact ${name}`)
  return value
}

function sha256(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex')
}
