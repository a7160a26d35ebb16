/**
 * The papers of an application as the answers ask for them, and as they are shown.
 */

import type { readApplication } from '@guanjia/contract/registration'
import type { RouteOutput } from '@guanjia/contract/route'
import {
  askedPapers,
  type HandedIn,
  nameLegality,
  type PaperRule,
  parseCompanyName,
} from '@guanjia/core/registration'
import { nameWish } from '../name-wish.ts'
import type { Language } from '../registration-english.ts'
import { dayOf, type RegistrationPorts } from '../registration-ports.ts'
import type { ApplicationRow } from '../registration-tables.ts'

/** What an application holds of interest here. */
type Holding = Pick<ApplicationRow, 'answers' | 'papers'>

/** What came with the answers. */
export function handedIn(ports: RegistrationPorts, { answers, papers }: Holding): HandedIn {
  return { attached: papers, nameWantsProof: nameWantsProof(ports, answers) }
}

/** A word of the name may be used only with an approval or an authorisation (rules C7, C8). */
function nameWantsProof(ports: RegistrationPorts, draft: ApplicationRow['answers']): boolean {
  if (draft.name?.use !== 'name') return false
  const { tables } = ports.names
  const wish = nameWish(ports, { today: dayOf(ports, ports.clock.now()), draft })
  return nameLegality(tables, parseCompanyName(tables, draft.name.text), wish).some(
    ({ effect }) => effect === 'proof',
  )
}

/** The papers asked for by the answers. */
export function askedOf(ports: RegistrationPorts, row: Holding): readonly PaperRule[] {
  const { papers, scope } = ports.content
  return askedPapers(papers, row.answers, { scope, nameWantsProof: handedIn(ports, row).nameWantsProof })
}

/** The papers asked for, in the reader's language, each with its files. */
export function paperViews(
  ports: RegistrationPorts,
  row: Holding,
  language: Language,
): RouteOutput<typeof readApplication>['papers'] {
  return askedOf(ports, row).map((rule) => ({
    ...paperTold(rule, language),
    files: row.papers.filter(({ paper }) => paper === rule.id).map(({ paper: _paper, ...file }) => file),
  }))
}

/** What is asked for, in the reader's language. */
export function paperTold({ id, section, name, hint, need, article, mark }: PaperRule, language: Language) {
  return { paper: id, section, name: name[language], hint: hint[language], need, article, mark }
}

const megabyte = 1024 * 1024

/** The limits of a file. */
export function fileLimits({ content }: RegistrationPorts) {
  const { largestMegabytes, mostFiles } = content.papers
  return { largestBytes: largestMegabytes.value * megabyte, mostFiles: mostFiles.value }
}
