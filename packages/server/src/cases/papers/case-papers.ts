/**
 * The official papers of cases, set when somebody asks for them and sealed. The same event gives the same bytes, so none
 * of them needs to be stored.
 */

import { join } from 'node:path'
import type { AccessTables } from '../../access/index.ts'
import { createTypesetter, type Paper } from '../../platform/documents/index.ts'
import { openDevelopmentSeal, signPdf } from '../../platform/signing/index.ts'
import { authorityWording } from '../authority-names.ts'
import type { CasesPorts } from '../cases-ports.ts'
import { readEvents, stateAfter } from '../store/case-store.ts'
import { casesTables } from '../store/cases-tables.ts'
import { type PaperFacts, paperFacts } from './paper-facts.ts'
import { type PaperKind, paperOf } from './paper-kind.ts'
import { type CasePaperContent, readCasePaperContent } from './papers-content.ts'

/** A paper ready to be read. */
export interface RenderedPaper {
  /** its heading, for the name of the file */
  readonly name: string
  readonly bytes: Buffer
}

/** The papers of the zone. */
export interface CasePapers {
  /** the paper that belongs to an event of a case, or undefined */
  readonly render: (caseId: string, version: number) => Promise<RenderedPaper | undefined>
}

/** Opens typesetter and seal. */
export function openCasePapers(ports: CasesPorts): CasePapers {
  const content = readCasePaperContent(ports.contentFolder)
  const seal = openDevelopmentSeal(join(ports.dataFolder, 'keys'), ports.clock.now())
  const { templates, reviewed } = content
  const typesetter = createTypesetter({ templates, reviewed })
  return {
    render: async (caseId, version) => {
      const found = await findMoment(ports, caseId, version)
      const kind = found === undefined ? undefined : paperOf(found.event)
      if (found === undefined || kind === undefined) return undefined
      const facts = paperFacts({ ...found, calendar: ports.zone.calendar }, content)
      const paper = paperFrom({ kind, facts, content, at: found.at, isDemonstration: ports.demonstration })
      const { signature, papers } = content.words
      const bytes = await signPdf(typesetter.render(paper), seal, {
        ...signature,
        name: paper.data.author,
        at: paper.at,
      })
      return { name: papers[kind].heading, bytes }
    },
  }
}

async function findMoment(ports: CasesPorts, caseId: string, version: number) {
  const tables = casesTables(ports.database)
  const rows = await readEvents(tables, caseId)
  const row = rows.find((each) => each.version === version)
  if (row === undefined) return undefined
  const seen = rows.filter((each) => each.version <= version).map(({ body }) => body)
  const state = stateAfter(undefined, seen)
  const { number, name } = await tables
    .withTables<AccessTables>()
    .selectFrom('case_file')
    .innerJoin('person', 'person.id', 'case_file.applicant_id')
    .select(['case_file.number', 'person.name'])
    .where('case_file.id', '=', caseId)
    .executeTakeFirstOrThrow()
  const authority = authorityName(ports, state.service.authorities[0])
  return { number, applicant: name, authority, state, event: row.body, at: row.at }
}

/** The name of an authority with the zone before it. */
function authorityName({ zone }: CasesPorts, id: string): string {
  const { zone: words } = zone
  return `${words.name['zh-CN']}${authorityWording(words, id)['zh-CN'] ?? id}`
}

interface PaperSource {
  readonly kind: PaperKind
  readonly facts: PaperFacts
  readonly content: CasePaperContent
  readonly at: Date
  readonly isDemonstration: boolean
}

/** The words of a paper with the facts in their places; a missing fact is a broken promise. */
function paperFrom({ kind, facts, content, at, isDemonstration }: PaperSource): Paper {
  const { papers, labels, footer, numberLine, demonstration } = content.words
  const { heading, paragraphs, rows, closing } = papers[kind]
  const fill = (text: string) => text.replace(/\{(\w+)\}/g, (_, name: string) => factOf(facts, name))
  const author = factOf(facts, 'authority')
  return {
    template: 'notice',
    at,
    data: {
      title: `${heading}（${factOf(facts, 'number')}）`,
      author,
      keywords: [],
      demonstration: isDemonstration ? demonstration : null,
      heading,
      number: fill(numberLine),
      addressee: factOf(facts, 'applicant'),
      paragraphs: paragraphs.map(fill),
      rows: rows.map((name) => ({ label: labels[name] ?? name, value: factOf(facts, name) })),
      closing: closing.map(fill),
      date: factOf(facts, 'on'),
      footer,
    },
  }
}

function factOf(facts: PaperFacts, name: string): string {
  const value = facts[name]
  if (value === undefined) throw new Error(`broken promise: the paper is given the fact ${name}`)
  return value
}
