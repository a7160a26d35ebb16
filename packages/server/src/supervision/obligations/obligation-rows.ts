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
import { lightWords } from '../board/light-words.ts'
import { lightSentence } from '../lights-content.ts'
import type { LightRefusal } from '../nodes/light-look.ts'
import type { SupervisionRoom } from '../supervision-ports.ts'
import { type Reader, unitNamed } from '../tasks/task-view.ts'
import { causeWords, type ObligationLine } from './obligation-line.ts'
import { readLines } from './obligation-lines.ts'

/** A line as it is shown. */
export type ObligationRow = RouteOutput<typeof listObligations>['rows'][number]

/** Under which rule, on which day, for whom. */
export interface Judging {
  readonly rule: LightRule
  readonly on: PlainDate
  readonly reader: Reader
}

/** Everything owed, judged, in no order. */
export async function readJudged(
  room: SupervisionRoom,
  judging: Judging,
): Promise<Result<readonly ObligationRow[], LightRefusal>> {
  const { on, reader } = judging
  const projects = await readRows(room, { on, now: reader.now, language: reader.language })
  if (!projects.ok) return projects
  const lines = await readLines(room, on)
  if (!lines.ok) return lines
  const rows: ObligationRow[] = projects.value.flatMap((row) => ofProject(room, row, reader))
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
  { principal, language }: Reader,
): ObligationRow[] {
  const open = nodes.filter(({ doneOn }) => doneOn === null)
  const telling = open.find(({ light }) => light === row.light) ?? open[0]
  if (telling === undefined) return []
  const { id, number, name: title, light, shape, lightName, sentence, unit, unitName, park } = row
  return [
    {
      kind: 'project',
      kindName: obligations.kinds.project[language],
      number,
      title,
      light,
      shape,
      lightName,
      sentence,
      due: telling.plannedOn,
      lateDays: telling.lateDays,
      units: [{ id: unit, name: unitName }],
      place: park,
      open: may(principal, 'supervision.read') ? id : null,
    },
  ]
}

function ofLine(
  room: SupervisionRoom,
  line: ObligationLine,
  { rule, on, reader }: Judging,
): Result<ObligationRow, LightRefusal> {
  const { language, principal } = reader
  const { obligations: words, lights } = room
  const { kind } = line.obligation
  const judged = obligationLight(line.obligation, { rule, calendar: room.zone.calendar, on })
  if (!judged.ok) return judged
  const { light, lateDays, because } = judged.value
  const [first] = because
  const why = first === undefined ? '' : lightSentence(lights, first, language)
  const step = filled(words.sentence[language], { step: words.steps[line.step][language], reason: why })
  const isPressing = light === 'red' || light === 'amber'
  const causes = isPressing ? causeWords(room, line.causes, language) : []
  return accept({
    kind,
    kindName: words.kinds[kind][language],
    number: line.number,
    title: line.title[language] ?? line.number,
    ...lightWords(lights, light, language),
    sentence: [step, ...causes].join(language === 'en' ? '; ' : '；'),
    due: line.obligation.due,
    lateDays,
    units: line.units.map((unit) => unitNamed(room, unit, language)),
    place: line.place,
    open: mayOpen(principal, line) ? line.id : null,
  })
}

const reading = {
  case: 'case.read',
  commitment: 'case.read',
  issue: 'feedback.read',
  task: 'supervision.read-task',
  project: 'supervision.read',
} as const

function mayOpen(principal: Principal, { obligation, units }: ObligationLine): boolean {
  return may(principal, reading[obligation.kind], { authorities: units })
}
