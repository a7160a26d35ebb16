/**
 * Keeping answers about a project, and saying at once what they change.
 */

import {
  type Catalogue,
  type Derivation,
  type PublicService,
  type TriggeredServices,
  triggeredServices,
} from '@guanjia/core/catalogue'
import { accept, type Result, refuse } from '@guanjia/core/kernel'
import { type FactsRefusal, readProjectFacts } from '@guanjia/core/planning'
import {
  type AwaitingAnswers,
  answersAfter,
  awaitingAfter,
  openAttributes,
  unseenAnswers,
  type VersionedAnswers,
} from '@guanjia/core/projects'
import type { Facts } from '@guanjia/core/rules'
import type { Selectable } from 'kysely'
import type { CommandContext } from '../../platform/commands/command.ts'
import { findProjectPeople } from '../project-queries.ts'
import { personOf } from '../projects-ports.ts'
import { type ProjectsTables, projectsTables } from '../projects-tables.ts'
import { keptAnswers } from './question-queries.ts'

/** What answers changed. */
export interface FactsEffect {
  /** certain now, and not before */
  readonly added: readonly PublicService[]
  /** certain now not to be needed */
  readonly removed: readonly PublicService[]
  /** planned because an answer is not known */
  readonly unsure: readonly PublicService[]
  /** what follows by rule, and did not before */
  readonly derived: readonly Derivation[]
  /** how many services the project needs, or may need, now */
  readonly services: number
  readonly certain: number
  readonly savedAt: string
  readonly answersVersion: number
}

type Answers = Readonly<Record<string, unknown>>
type ProjectRow = Selectable<ProjectsTables['project']>

/** What is kept, and over which version. */
export interface GivenFacts {
  readonly projectId: string
  readonly facts: Answers
  readonly answersVersion: number
}

/** Keeps answers; what is not among them stays as it was, and what the sender has not seen is not overwritten. */
export async function saveFacts(
  catalogue: Catalogue,
  context: CommandContext,
  { projectId, facts, answersVersion }: GivenFacts,
): Promise<Result<FactsEffect, FactsRefusal | 'project-ended' | 'answers-changed-meanwhile'>> {
  const tables = projectsTables(context.tx)
  const project = await tables
    .selectFrom('project')
    .select(['number', 'facts', 'state', 'facts_version', 'facts_changed', 'facts_awaiting'])
    .where('id', '=', projectId)
    .forUpdate()
    .executeTakeFirstOrThrow()
  if (project.state === 'ended') return refuse('project-ended')
  const before = versioned(project)
  const unseen = unseenAnswers(before, facts, answersVersion)
  if (unseen.length > 0) return refuse('answers-changed-meanwhile', { errors: unseen.map(faultOf) })
  const after = answersAfter(before, facts)
  // answers to what another version of the catalogue asked are kept, and count again where it is taken
  const read = readProjectFacts(catalogue.attributes, { ...keptAnswers(catalogue, project.facts), ...facts })
  if (!read.ok) return read
  const filledBy = await stewardFillingIn(context, projectId)
  await writeAnswers(context, projectId, after)
  const awaiting = awaitingAfter(project.facts_awaiting, {
    attributes: Object.keys(facts),
    after,
    filledBy,
  })
  await writeAwaiting(context, {
    projectId,
    number: project.number,
    before: project.facts_awaiting,
    awaiting,
  })
  await tables.updateTable('project').set({ facts_at: context.now }).where('id', '=', projectId).execute()
  const effect = effectOf(catalogue, { before: project.facts as Facts, after: read.value, given: facts })
  return accept({ ...effect, savedAt: context.now.toISOString(), answersVersion: after.version })
}

/** Keeps what was stated with a signature: it counts as an answer that whoever has the questions open has not seen. */
export async function keepStated(context: CommandContext, projectId: string, stated: Answers): Promise<void> {
  const project = await projectsTables(context.tx)
    .selectFrom('project')
    .select(['facts', 'facts_version', 'facts_changed', 'facts_awaiting'])
    .where('id', '=', projectId)
    .forUpdate()
    .executeTakeFirstOrThrow()
  const after = answersAfter(versioned(project), stated)
  await writeAnswers(context, projectId, after)
  const given = { attributes: Object.keys(stated), after, filledBy: null }
  await keepAwaiting(context, projectId, awaitingAfter(project.facts_awaiting, given))
}

/** The answers of a project with their versions, as its row has them. */
export function versioned(
  project: Pick<ProjectRow, 'facts' | 'facts_version' | 'facts_changed'>,
): VersionedAnswers {
  return { answers: project.facts, version: project.facts_version, changed: project.facts_changed }
}

/** The steward who gives answers for the company; null where the company gives them itself. */
async function stewardFillingIn(context: CommandContext, projectId: string): Promise<string | null> {
  const person = personOf(context)
  const people = await findProjectPeople(context.tx, projectId)
  return person !== people?.ownerId && people?.stewardIds?.includes(person) === true ? person : null
}

interface AwaitingChange {
  readonly projectId: string
  readonly number: string
  readonly before: AwaitingAnswers
  readonly awaiting: AwaitingAnswers
}

/** The company hears once that something waits for its word, and not of every answer. */
async function writeAwaiting(
  context: CommandContext,
  { projectId, number, before, awaiting }: AwaitingChange,
): Promise<void> {
  await keepAwaiting(context, projectId, awaiting)
  const isFirst = Object.keys(before).length === 0 && Object.keys(awaiting).length > 0
  if (isFirst) context.emit({ type: 'projects.answers-filled-in', subject: projectId, body: { number } })
}

/** Writes down which answers wait for the company. */
export async function keepAwaiting(
  { tx }: Pick<CommandContext, 'tx'>,
  projectId: string,
  awaiting: AwaitingAnswers,
): Promise<void> {
  await projectsTables(tx)
    .updateTable('project')
    .set({ facts_awaiting: { ...awaiting } })
    .where('id', '=', projectId)
    .execute()
}

async function writeAnswers(
  { tx }: Pick<CommandContext, 'tx'>,
  projectId: string,
  { answers, version, changed }: VersionedAnswers,
): Promise<void> {
  await projectsTables(tx)
    .updateTable('project')
    .set({ facts: { ...answers }, facts_version: version, facts_changed: { ...changed } })
    .where('id', '=', projectId)
    .execute()
}

/** An answer of somebody else, in the form in which faults of fields go out; what it says is read with the questions. */
export function faultOf(attribute: string) {
  return { field: attribute, code: 'answers-changed-meanwhile', message: attribute }
}

interface Turn {
  readonly before: Facts
  readonly after: Facts
  readonly given: Answers
}

function effectOf(catalogue: Catalogue, turn: Turn): Omit<FactsEffect, 'savedAt' | 'answersVersion'> {
  const [before, after] = [
    triggeredServices(catalogue, turn.before),
    triggeredServices(catalogue, turn.after),
  ]
  const [was, is] = [neededIn(before), neededIn(after)]
  const doubted = doubtedBy(catalogue, turn, after)
  const which = (test: (id: string) => boolean) => catalogue.services.filter(({ id }) => test(id))
  return {
    added: which((id) => is.get(id) === true && was.get(id) !== true),
    removed: which((id) => is.get(id) === false && was.get(id) !== false),
    unsure: which((id) => doubted.has(id)),
    derived: derivedAnew(before, after),
    services: which((id) => is.get(id) !== false).length,
    certain: which((id) => is.get(id) === true).length,
  }
}

function neededIn({ triggers }: TriggeredServices): ReadonlyMap<string, boolean | null> {
  return new Map(triggers.map(({ service, needed }) => [service, needed]))
}

/** The services that are planned because something just given is not known. */
function doubtedBy(
  catalogue: Catalogue,
  { after, given }: Turn,
  { triggers }: TriggeredServices,
): ReadonlySet<string> {
  const { inputs } = openAttributes(catalogue, after)
  const isDoubted = (attribute: string): boolean =>
    [attribute, ...(inputs.get(attribute) ?? [])].some((name) => given[name] === null)
  return new Set(triggers.filter(({ unknown }) => unknown.some(isDoubted)).map(({ service }) => service))
}

function derivedAnew(before: TriggeredServices, after: TriggeredServices): readonly Derivation[] {
  const known = new Map(before.derivations.map(({ attribute, value }) => [attribute, value]))
  return after.derivations.filter(({ attribute, value }) => value !== null && known.get(attribute) !== value)
}
