/**
 * The board: every supervised project with its lights and the sentence that says why.
 */

import type { lightRow } from '@guanjia/contract/supervision'
import type { PlainDate } from '@guanjia/core/calendar'
import { accept, filled, type Result } from '@guanjia/core/kernel'
import { type Light, lights, type NodeLight, type ProjectLights } from '@guanjia/core/supervision'
import { sql } from 'kysely'
import type { output } from 'zod'
import { authorityWording } from '../../cases/index.ts'
import type { LateCause, LightsContent } from '../lights-content.ts'
import { type LightRefusal, lightsOf } from '../nodes/light-look.ts'
import type { SupervisionRoom } from '../supervision-ports.ts'
import { type Language, lightWords, nodeName, sentenceOf } from './light-words.ts'

/** A row as the wire has it. */
export type LightRow = output<typeof lightRow>

/** What a board is read with. */
export interface BoardWish {
  readonly on: PlainDate
  readonly now: Date
  readonly language: Language
  readonly ids?: readonly string[]
}

interface StoredProject {
  readonly id: string
  readonly number: string
  readonly name: string
  readonly company: string
  readonly sector: string
  readonly park: string
  readonly unit: string
  readonly projectId: string | null
  /** the last cause named, by node */
  readonly causes: Readonly<Record<string, LateCause>>
  readonly statement: LightRow['statement']
  readonly lastOrder: LightRow['lastOrder']
}

/** The rows of a day, the worst light first, among equal ones the longest late. */
export async function readRows(
  room: SupervisionRoom,
  wish: BoardWish,
): Promise<Result<readonly LightRow[], LightRefusal>> {
  const { database } = room
  const shown = await lightsOf(room, database, wish)
  if (!shown.ok) return shown
  const stored = await readProjects(room, wish.ids)
  const stuck = stored.some(({ projectId }) => projectId !== null)
    ? await room.findStuck(database, wish.now)
    : new Map<string, string>()
  const rows = stored.flatMap((project) => {
    const judged = shown.value.get(project.id)
    return judged === undefined ? [] : [rowOf(room, { project, judged, stuck }, wish.language)]
  })
  return accept(rows.toSorted(worstFirst))
}

function worstFirst(one: LightRow, other: LightRow): number {
  const severity = (row: LightRow) => lights.indexOf(row.light)
  const late = (row: LightRow) =>
    Math.max(...row.nodes.map(({ doneOn, lateDays }) => (doneOn === null ? lateDays : 0)))
  return severity(other) - severity(one) || late(other) - late(one) || (one.number < other.number ? -1 : 1)
}

interface Judged {
  readonly project: StoredProject
  readonly judged: ProjectLights
  readonly stuck: ReadonlyMap<string, string>
}

function rowOf(room: SupervisionRoom, { project, judged, stuck }: Judged, language: Language): LightRow {
  const { lights: content, zone } = room
  const { projectId, causes, ...shown } = project
  const telling = tellingNode(judged)
  const cause = (telling && causes[telling.node]) ?? null
  const causeName = cause === null ? null : content.causes[cause][language]
  const where = projectId === null ? undefined : stuck.get(projectId)
  return {
    ...shown,
    unitName: authorityWording(zone.zone, project.unit)[language] ?? project.unit,
    ...lightWords(content, judged.light, language),
    sentence: whyOf(content, { judged, telling, where, causeName }, language),
    cause,
    causeName,
    nodes: judged.nodes.map((node) => nodeView(room, node, language)),
  }
}

interface Told {
  readonly judged: ProjectLights
  readonly telling: NodeLight | undefined
  readonly where: string | undefined
  readonly causeName: string | null
}

/** Node and reason; where it is stuck and through what only while it is late or close to it. */
function whyOf(
  content: LightsContent,
  { judged, telling, where, causeName }: Told,
  language: Language,
): string {
  const node = telling === undefined ? [] : [sentenceOf(content, telling, language)]
  const isPressing = judged.light === 'red' || judged.light === 'amber'
  const stuck = where === undefined ? [] : [filled(content.board.stuck[language], { step: where })]
  const cause = causeName === null ? [] : [filled(content.board.cause[language], { cause: causeName })]
  return [...node, ...(isPressing ? [...stuck, ...cause] : [])].join(language === 'en' ? '; ' : '；')
}

/** The node that the project's light comes from: the first of the worst; among calm ones the first that is open. */
function tellingNode({ light, nodes }: ProjectLights): NodeLight | undefined {
  return (
    nodes.find((node) => node.light === light && node.doneOn === null) ??
    nodes.find(({ doneOn }) => doneOn === null) ??
    nodes.at(-1)
  )
}

function nodeView({ lights: content }: SupervisionRoom, node: NodeLight, language: Language) {
  const { plannedOn, dueOn, doneOn, lateDays } = node
  return {
    node: node.node,
    name: nodeName(content, node.node, language),
    ...lightWords(content, node.light, language),
    plannedOn,
    dueOn,
    doneOn,
    lateDays,
    sentences: node.because.map((reason) => sentenceOf(content, { ...node, because: [reason] }, language)),
  }
}

async function readProjects(
  { database }: SupervisionRoom,
  ids: readonly string[] | undefined,
): Promise<StoredProject[]> {
  const chosen = ids === undefined ? sql`true` : sql`p.id = any(${ids}::uuid[])`
  const { rows } = await sql<StoredProject>`
    select p.id, p.number, p.name, p.company, p.sector, p.park, p.unit, p.project_id as "projectId",
      coalesce((select jsonb_object_agg(c.node, c.cause) from (
        select distinct on (node) node, cause from supervised_cause
        where supervised_id = p.id order by node, named_at desc) c), '{}') as causes,
      (select jsonb_build_object('node', s.node, 'words', s.words, 'by', person.name,
          'at', to_char(s.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
        from light_statement s join person on person.id = s.by_person
        where s.supervised_id = p.id order by s.id desc limit 1) as statement,
      (select jsonb_build_object('number', o.number, 'level', o.level, 'state', o.state,
          'at', to_char(coalesce(o.issued_at, o.drafted_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
        from supervision_order o where o.supervised_id = p.id order by o.drafted_at desc limit 1) as "lastOrder"
    from supervised_project p where ${chosen}
    order by p.number`.execute(database)
  return rows
}

/** What a reader looks for. */
export interface LightFilter {
  readonly light?: Light | undefined
  readonly unit?: string | undefined
  readonly cause?: LateCause | undefined
  readonly park?: string | undefined
  readonly words?: string | undefined
}

/** The rows that a filter leaves. */
export function filteredRows(
  rows: readonly LightRow[],
  { light, unit, cause, park, words = '' }: LightFilter,
): LightRow[] {
  const wanted = words.trim().toLowerCase()
  const wish = { light, unit, cause, park }
  return rows.filter(
    (row) =>
      (Object.keys(wish) as (keyof typeof wish)[]).every(
        (field) => wish[field] === undefined || row[field] === wish[field],
      ) && `${row.name} ${row.company} ${row.number}`.toLowerCase().includes(wanted),
  )
}

/** How many show which light. */
export function countLights(rows: readonly Pick<LightRow, 'light'>[]): Record<Light, number> {
  const counts: Record<Light, number> = { open: 0, green: 0, paused: 0, amber: 0, red: 0 }
  for (const { light } of rows) counts[light] += 1
  return counts
}
