/**
 * The rows of the board of obligations: judged under one rule, said in one sentence, opened only by those who may.
 */

import type { RouteOutput } from '@guanjia/contract/route'
import type { listObligations } from '@guanjia/contract/supervision'
import { may, type Principal } from '@guanjia/core/access'
import type { PlainDate } from '@guanjia/core/calendar'
import { accept, filled, type Result } from '@guanjia/core/kernel'
import { type LightRule, obligationLight } from '@guanjia/core/supervision'
import { type LightRow, readRows } from '../board/light-board.ts'
import { type Language, lightWords } from '../board/light-words.ts'
import { lightSentence } from '../lights-content.ts'
import type { LightRefusal } from '../nodes/light-look.ts'
import type { SupervisionRoom } from '../supervision-ports.ts'
import { unitNamed } from '../tasks/task-view.ts'
import { causeWords, type ObligationLine } from './obligation-line.ts'
import { readLines } from './obligation-lines.ts'

/** A line as it is shown. */
export type ObligationRow = RouteOutput<typeof listObligations>['rows'][number]

/** A line as it is the same for every reader of a language: it names the thing, whoever may open it. */
export type JudgedRow = Omit<ObligationRow, 'open'> & { readonly id: string }

/** Under which rule, on which day, in which language. */
export interface Judging {
  readonly rule: LightRule
  readonly on: PlainDate
  readonly now: Date
  readonly language: Language
}

/** Everything owed, judged, in no order. */
export async function readJudged(
  room: SupervisionRoom,
  judging: Judging,
): Promise<Result<readonly JudgedRow[], LightRefusal>> {
  const { on, now, language } = judging
  const projects = await readRows(room, { on, now, language })
  if (!projects.ok) return projects
  const lines = await readLines(room, on)
  if (!lines.ok) return lines
  const rows = projects.value.flatMap((row) => ofProject(room, row, language))
  for (const line of lines.value) {
    const row = ofLine(room, line, judging)
    if (!row.ok) return row
    rows.push(row.value)
  }
  return accept(rows)
}

/** A project that has something left to do, with the node that its light comes from. */
function ofProject(
  { obligations }: SupervisionRoom,
  { nodes, ...row }: LightRow,
  language: Language,
): JudgedRow[] {
  const open = nodes.filter(({ doneOn }) => doneOn === null)
  const telling = open.find(({ light }) => light === row.light) ?? open[0]
  if (telling === undefined) return []
  const { id, number, name: title, light, shape, lightName, sentence, unit, unitName, park } = row
  return [
    {
      id,
      kind: 'project',
      kindName: obligations.kinds.project[language],
      number,
      title,
      light,
      shape,
      lightName,
      sentence,
      due: telling.dueOn,
      lateDays: telling.lateDays,
      units: [{ id: unit, name: unitName }],
      place: park,
    },
  ]
}

function ofLine(
  room: SupervisionRoom,
  line: ObligationLine,
  { rule, on, language }: Judging,
): Result<JudgedRow, LightRefusal> {
  const { obligations: words, lights } = room
  const { kind } = line.obligation
  const judged = obligationLight(line.obligation, { rule, calendar: room.zone.calendar, on })
  if (!judged.ok) return judged
  const { light, lateDays, dueOn, because } = judged.value
  const [first] = because
  const why = first === undefined ? '' : lightSentence(lights, first, language)
  const step = filled(words.sentence[language], { step: words.steps[line.step][language], reason: why })
  const isPressing = light === 'red' || light === 'amber'
  const causes = isPressing ? causeWords(room, line.causes, language) : []
  return accept({
    id: line.id,
    kind,
    kindName: words.kinds[kind][language],
    number: line.number,
    title: line.title[language] ?? line.number,
    ...lightWords(lights, light, language),
    sentence: [step, ...causes].join(language === 'en' ? '; ' : '；'),
    due: dueOn,
    lateDays,
    units: line.units.map((unit) => unitNamed(room, unit, language)),
    place: line.place,
  })
}

const reading = {
  case: 'case.read',
  commitment: 'case.read',
  issue: 'feedback.read',
  task: 'supervision.read-task',
  project: 'supervision.read',
} as const

/** The row with the way to the thing for those who may read it. */
export function rowFor({ id, ...row }: JudgedRow, principal: Principal): ObligationRow {
  const authorities = row.units.map((unit) => unit.id)
  return { ...row, open: may(principal, reading[row.kind], { authorities }) ? id : null }
}
