/**
 * The board of everything owed: nodes of projects, clocks of cases, commitments, issues and tasks under one rule, the worst
 * light first. A department sees its own; nobody is given the way to a thing that they may not read.
 */

import type { RouteInput, RouteOutput } from '@guanjia/contract/route'
import type { listObligations } from '@guanjia/contract/supervision'
import { may, type Principal } from '@guanjia/core/access'
import type { PlainDate } from '@guanjia/core/calendar'
import { accept, type Result } from '@guanjia/core/kernel'
import { byPressure, type LightRule, type ObligationKind, obligationKinds } from '@guanjia/core/supervision'
import { countLights } from '../board/light-board.ts'
import type { Language } from '../board/light-words.ts'
import { type LightRefusal, ruleInForce } from '../nodes/light-look.ts'
import { dayOf, type SupervisionRoom } from '../supervision-ports.ts'
import { type JudgedRow, type ObligationRow, readJudged, rowFor } from './obligation-rows.ts'

type Board = RouteOutput<typeof listObligations>
type Filter = RouteInput<typeof listObligations>['query']

/** Everything owed today, judged, in a language: the same for whoever reads it. */
export interface JudgedToday {
  readonly on: PlainDate
  readonly rule: LightRule
  /** the worst light first */
  readonly rows: readonly JudgedRow[]
}

/** Who reads the board, what of it, and how far down. */
export interface BoardWish {
  readonly principal: Principal
  readonly language: Language
  readonly filter: Filter
  readonly mostRows: number
}

/** Judges everything owed today. */
export async function judgeToday(
  room: SupervisionRoom,
  language: Language,
): Promise<Result<JudgedToday, LightRefusal>> {
  const now = room.clock.now()
  const on = dayOf(room, now)
  const rule = ruleInForce(room, on)
  if (!rule.ok) return rule
  const read = await readJudged(room, { rule: rule.value, on, now, language })
  return read.ok ? accept({ on, rule: rule.value, rows: read.value.toSorted(byPressure) }) : read
}

/** The board; `rows` holds the first ones that the filter leaves, `left` how many more there are. */
export function boardOf(
  room: SupervisionRoom,
  { on, rule, rows: judged }: JudgedToday,
  { principal, language, filter, mostRows }: BoardWish,
): Board {
  const rows = judged.filter((row) => isSeen(row, principal))
  const wanted = rows.filter((row) => isAsked(row, filter))
  const named = room.lights.rules.find(({ id }) => id === rule.id)
  return {
    on,
    rule: {
      name: named?.name[language] ?? rule.id,
      source: named?.source ?? '',
      mark: named?.mark ?? 'U',
    },
    counts: countLights(wanted),
    kinds: obligationKinds.map((kind) => kindOf(room, { kind, rows }, language)),
    rows: wanted.slice(0, mostRows).map((row) => rowFor(row, principal)),
    left: Math.max(0, wanted.length - mostRows),
    units: distinct(rows.flatMap(({ units }) => units)),
    places: [...new Set(rows.flatMap(({ place }) => (place === null ? [] : [place])))].toSorted(),
  }
}

function isSeen({ units }: JudgedRow, principal: Principal): boolean {
  if (may(principal, 'supervision.read')) return true
  return principal.kind === 'person' && units.some(({ id }) => principal.authorities.includes(id))
}

function isAsked(row: JudgedRow, { kind, light, unit, place, words = '' }: Filter): boolean {
  const wanted = words.trim().toLowerCase()
  return (
    (kind === undefined || row.kind === kind) &&
    (light === undefined || row.light === light) &&
    (unit === undefined || row.units.some(({ id }) => id === unit)) &&
    (place === undefined || row.place === place) &&
    `${row.number} ${row.title}`.toLowerCase().includes(wanted)
  )
}

interface KindRows {
  readonly kind: ObligationKind
  readonly rows: readonly JudgedRow[]
}

function kindOf({ obligations }: SupervisionRoom, { kind, rows }: KindRows, language: Language) {
  const own = rows.filter((row) => row.kind === kind)
  const red = own.filter(({ light }) => light === 'red').length
  return { kind, name: obligations.kinds[kind][language], count: own.length, red }
}

function distinct(units: ObligationRow['units']): ObligationRow['units'] {
  return [...new Map(units.map((unit) => [unit.id, unit])).values()]
}
