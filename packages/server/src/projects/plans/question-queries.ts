/**
 * Where the questions of a project stand.
 */

import type { readQuestions } from '@guanjia/contract/projects'
import type { RouteOutput } from '@guanjia/contract/route'
import { may, type Principal } from '@guanjia/core/access'
import { type Catalogue, triggeredServices } from '@guanjia/core/catalogue'
import { assert } from '@guanjia/core/kernel'
import { readProjectFacts } from '@guanjia/core/planning'
import { askedQuestions } from '@guanjia/core/projects'
import type { Facts } from '@guanjia/core/rules'
import { sql } from 'kysely'
import { findProjectPeople } from '../project-queries.ts'
import type { ProjectsRoom } from '../projects-ports.ts'
import { type ProjectsDatabase, projectsTables } from '../projects-tables.ts'
import { lastPlan } from './plan-source.ts'
import { questionView } from './question-view.ts'

type Questions = RouteOutput<typeof readQuestions>

interface QuestionsReader {
  readonly projectId: string
  readonly language: 'zh-CN' | 'en'
  readonly principal: Principal
}

/** Reads them for a project, in a language. */
export async function findQuestions(
  { database, questionnaire }: ProjectsRoom,
  catalogue: Catalogue,
  { projectId, language, principal }: QuestionsReader,
): Promise<Questions> {
  const tables = projectsTables(database)
  const { name, number, facts, facts_at, facts_version, facts_awaiting } = await tables
    .selectFrom('project')
    .select(['name', 'number', 'facts', 'facts_at', 'facts_version', 'facts_awaiting'])
    .where('id', '=', projectId)
    .executeTakeFirstOrThrow()
  const kept = keptAnswers(catalogue, facts)
  const last = await lastPlan(tables, projectId)
  const people = await findProjectPeople(database, projectId)
  const namedBy = await namesOf(tables, Object.values(facts_awaiting))
  const waiting = { awaiting: facts_awaiting, namedBy }
  return {
    project: { name, number },
    questions: askedQuestions(catalogue, questionnaire, kept).map((asked) =>
      questionView(asked, { kept, ...waiting }, language),
    ),
    services: servicesNeeded(catalogue, kept),
    savedAt: facts_at?.toISOString() ?? null,
    answersVersion: facts_version,
    mayConfirm: may(principal, 'project.confirm', people ?? {}),
    start: last?.start_on ?? null,
  }
}

async function namesOf(
  tables: ProjectsDatabase,
  people: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (people.length === 0) return new Map()
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from person where id = any(${people})`.execute(tables)
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** Answers by the dotted names of their attributes; what a later catalogue does not know any more is left out. */
export function keptAnswers(catalogue: Catalogue, facts: Readonly<Record<string, unknown>>): Facts {
  const read = readProjectFacts(catalogue.attributes, facts)
  if (read.ok) return read.value
  assert(read.code !== 'facts-not-readable', 'facts of a project are a record')
  const left = Object.entries(facts).filter(
    (entry) => readProjectFacts(catalogue.attributes, Object.fromEntries([entry])).ok,
  )
  return keptAnswers(catalogue, Object.fromEntries(left))
}

/** How many services are certain, and how many more may be needed. */
export function servicesNeeded(catalogue: Catalogue, kept: Facts): Questions['services'] {
  const { triggers } = triggeredServices(catalogue, kept)
  const count = (state: boolean | null) => triggers.filter(({ needed }) => needed === state).length
  return { certain: count(true), open: count(null) }
}
