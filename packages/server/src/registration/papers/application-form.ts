/**
 * The application form as a paper: the same answers that were signed, in the words of the zone.
 */

import { assert } from '@guanjia/core/kernel'
import { dutiesOf, type LimitedCompany, personsOf, type SigningDocument } from '@guanjia/core/registration'
import type { FormWords } from '../licence/licence-content.ts'
import type { FilledForm, FormTable } from '../licence/notice-paper.ts'
import { serviceFor } from '../registration-content.ts'
import type { RegistrationPorts } from '../registration-ports.ts'
import type { ApplicationRow } from '../registration-tables.ts'
import { contentOf, type SignedForm, signedForm } from '../signing/signing-papers.ts'

/** Who signed, when, and the signature in short. */
export type SignedLine = readonly [name: string, at: string, proof: string]

/** What the form needs besides the application. */
export interface FormFacts {
  readonly signed: readonly SignedLine[]
  /** the papers as they were signed */
  readonly papers: readonly SigningDocument[]
  /** SHA-256 over all papers, which every signature covers */
  readonly documentsDigest: string
}

type Row = FilledForm['rows'][number]

/** The form of an application. */
export function filledForm(
  ports: RegistrationPorts,
  row: ApplicationRow,
  { signed, papers, documentsDigest }: FormFacts,
): FilledForm {
  const form = signedForm(papers)
  const pledge = contentOf<{ readonly pledge: readonly string[] }>(papers, 'pledge')
  assert(pledge !== undefined, 'every set of papers has a pledge')
  const words = ports.licences.papers.formWords
  const label = (name: string) => words.labels[name] ?? name
  return {
    rows: [
      ...subjectRows(ports, row, { words, form }),
      ...ownRows(ports, row, words),
      { label: label('digest'), value: documentsDigest },
    ],
    tables: [
      ...peopleTables(row, words),
      ...shareTable(ports, row, words),
      ...tableOf(words.tables.papers, paperRows(ports, row)),
      ...tableOf(words.tables.signatures, signed),
    ],
    pledge: pledge.pledge,
  }
}

function subjectRows(
  ports: RegistrationPorts,
  { number, kind, answers }: ApplicationRow,
  { words, form }: { readonly words: FormWords; readonly form: SignedForm },
): Row[] {
  const { name } = answers
  return [
    ['caseNumber', number],
    ['authority', form.authority],
    ['matter', serviceFor(ports.content, kind).name['zh-CN'] ?? ''],
    ['name', name?.use === 'name' ? name.text : (words.labels['noName'] ?? '')],
    ['address', form.address],
    ['scope', form.scope],
  ].map(([label = '', value = '']) => ({ label: words.labels[label] ?? label, value }))
}

/** What only a company, or only an individual business, answers. */
function ownRows({ content }: RegistrationPorts, { answers }: ApplicationRow, { labels }: FormWords): Row[] {
  const values =
    answers.kind === 'IND'
      ? {
          composition: content.services.composition[answers.composition ?? 'personal'],
          residence: answers.operatorResidence,
        }
      : { ...answers.capital, term: termText(answers.articles?.term.years ?? null, labels) }
  const rows = {
    capital: 'amount',
    paidInBy: 'paidInBy',
    term: 'term',
    composition: 'composition',
    residence: 'residence',
  }
  const known: Readonly<Record<string, string | undefined>> = values
  return Object.entries(rows).flatMap(([label, name]) => {
    const value = known[name]
    return value === undefined ? [] : [{ label: labels[label] ?? label, value }]
  })
}

function termText(years: number | null, labels: FormWords['labels']): string | undefined {
  return years === null ? labels['longTerm'] : labels['years']?.replace('{years}', String(years))
}

function tableOf(head: Omit<FormTable, 'rows'>, rows: FormTable['rows']): FormTable[] {
  return rows.length === 0 ? [] : [{ ...head, rows }]
}

function peopleTables({ answers }: ApplicationRow, { tables, duties }: FormWords): FormTable[] {
  const held = dutiesOf(answers)
  const people = [...personsOf(answers).values()].map(({ id, name, identityNumber, phone }) => [
    name,
    identityNumber,
    phone,
    (held.get(id) ?? []).map((duty) => duties[duty] ?? duty).join('、'),
  ])
  const companies = (answers.parties ?? []).flatMap((party) =>
    party.kind === 'company' ? [[party.name, party.unifiedCode]] : [],
  )
  return [...tableOf(tables.people, people), ...tableOf(tables.companies, companies)]
}

function shareTable(
  { content }: RegistrationPorts,
  { answers }: ApplicationRow,
  { tables }: FormWords,
): FormTable[] {
  if (answers.kind === 'IND') return []
  const { shareholders = [], parties = [] }: Partial<LimitedCompany> = answers
  const forms = content.articles.contributionForms
  const rows = shareholders.map(({ partyId, percent, form }) => [
    parties.find(({ id }) => id === partyId)?.name ?? '',
    `${percent}%`,
    forms[form] ?? form,
  ])
  return tableOf(tables.shares, rows)
}

function paperRows({ content }: RegistrationPorts, { papers }: ApplicationRow): FormTable['rows'] {
  const names = new Map(content.papers.papers.map(({ id, name }) => [id, name['zh-CN']]))
  return papers.map(({ paper, name, digest }) => [names.get(paper) ?? paper, name, digest])
}
