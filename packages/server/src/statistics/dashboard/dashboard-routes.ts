/**
 * The dashboard over the wire: every figure counted from records when it is asked for, every record to be seen.
 */

import type { RouteOutput } from '@guanjia/contract/route'
import { exportRecords, listRecords, readDashboard } from '@guanjia/contract/statistics'
import { accept, type Result, refuse } from '@guanjia/core/kernel'
import { indicator } from '@guanjia/core/statistics'
import { answer } from '../../platform/http/answer.ts'
import { type Period, yearBefore } from '../register-counts.ts'
import { periodUntil, todayOf } from '../reporting-period.ts'
import type { StatisticsPorts } from '../statistics-ports.ts'
import { type RecordSet, recordSets } from './counted-records.ts'
import {
  type DashboardContent,
  type DashboardFigure,
  type RecordNames,
  readDashboardContent,
} from './dashboard-content.ts'
import { countRecords, listCounted, type RecordCount } from './records-reading.ts'
import { recordsWorkbook } from './records-workbook.ts'

/** No screen is read further down. */
const mostOnScreen = 300

type Language = 'zh-CN' | 'en'
type ShownFigure = RouteOutput<typeof readDashboard>['groups'][number]['figures'][number]
type Listed = RouteOutput<typeof listRecords>

interface Room extends StatisticsPorts {
  readonly content: DashboardContent
}

interface Asked {
  readonly params: { readonly records: string }
  readonly query: {
    readonly asOf?: string | undefined
    readonly from?: string | undefined
    readonly met?: 'yes' | 'no' | undefined
  }
  readonly language: Language
}

/** Answers the routes of the dashboard. */
export function implementDashboardRoutes(ports: StatisticsPorts): void {
  const room: Room = { ...ports, content: readDashboardContent(ports.contentFolder) }
  const { implement, clock, content } = room
  implement(
    readDashboard,
    async ({ query, language }) => {
      const period = periodUntil(todayOf(room), query)
      return period.ok ? accept(await dashboardOf(room, period.value, language)) : period
    },
    { 'period-upside-down': 422 },
  )
  implement(listRecords, async (asked) => listOf(room, asked, mostOnScreen), {
    'period-upside-down': 422,
    'records-unknown': 404,
  })
  implement(
    exportRecords,
    async (asked) => {
      const listed = await listOf(room, asked, Number.MAX_SAFE_INTEGER)
      if (!listed.ok) return listed
      const { language } = asked
      const bytes = await recordsWorkbook(listed.value, {
        now: clock.now(),
        source: content.source,
        language,
      })
      const name = encodeURIComponent(`${listed.value.name}-${listed.value.asOf}.xlsx`)
      return accept(
        answer(bytes, { headers: { 'content-disposition': `attachment; filename*=UTF-8''${name}` } }),
      )
    },
    { 'period-upside-down': 422, 'records-unknown': 404 },
  )
}

async function dashboardOf(room: Room, period: Period, language: Language) {
  const { content, clock } = room
  const before = yearBefore(period)
  const sets = [...new Set(content.groups.flatMap(({ figures }) => figures.map(({ records }) => records)))]
  const counts = await countAll(room, sets, period)
  const countsBefore = await countAll(room, sets, before)
  return {
    asOf: period.to,
    from: period.from,
    before: { asOf: before.to, from: before.from },
    computedAt: clock.now().toISOString(),
    source: content.source,
    isUnconfirmed: content.mark === 'U',
    groups: content.groups.map(({ id, name, figures }) => ({
      id,
      name: name[language],
      figures: figures.map((figure) =>
        shownFigure(room, figure, {
          counted: countIn(counts, figure),
          countedBefore: countIn(countsBefore, figure),
          language,
        }),
      ),
    })),
  }
}

type Counts = ReadonlyMap<RecordSet, RecordCount>

function countIn(counts: Counts, { records }: DashboardFigure): RecordCount {
  return counts.get(records) ?? { total: 0, met: 0 }
}

async function countAll(room: Room, sets: readonly RecordSet[], period: Period): Promise<Counts> {
  const asked = { period, timeZone: room.zone.timeZone, language: 'zh-CN' } as const
  const counted = sets.map(async (set) => [set, await countRecords(room.database, set, asked)] as const)
  return new Map(await Promise.all(counted))
}

interface Counted {
  readonly counted: RecordCount
  readonly countedBefore: RecordCount
  readonly language: Language
}

function shownFigure(
  { content }: Room,
  figure: DashboardFigure,
  { counted, countedBefore, language }: Counted,
): ShownFigure {
  const names = namesOf(content, figure.records)
  const value = valueOf(figure, counted)
  const before = valueOf(figure, countedBefore)
  return {
    id: figure.id,
    label: figure.label[language],
    definition: figure.definition[language],
    owner: content.owners[figure.owner]?.[language] ?? figure.owner,
    form: figure.form,
    value: value.value,
    text: value.text,
    before: before.value,
    textBefore: before.text,
    records: figure.records,
    recordsName: names.name[language],
    metName: names.met[language],
    ...counted,
  }
}

function valueOf({ id, form, label, definition }: DashboardFigure, { total, met }: RecordCount) {
  const of = form === 'count' ? 'total' : 'met'
  const formed = indicator(
    { id, form, of, against: 'total', label, definition, claims: [], source: '' },
    { total, met },
  )
  return formed.ok ? { value: formed.value.value, text: formed.value.text } : { value: null, text: '—' }
}

async function listOf(
  room: Room,
  { params, query, language }: Asked,
  mostRows: number,
): Promise<Result<Listed, 'records-unknown' | 'period-upside-down'>> {
  const set = recordSets.find((each) => each === params.records)
  if (set === undefined || room.content.records[set] === undefined) return refuse('records-unknown')
  const period = periodUntil(todayOf(room), query)
  if (!period.ok) return period
  const asked = { period: period.value, timeZone: room.zone.timeZone, language }
  const counts = await countRecords(room.database, set, asked)
  const rows = await listCounted(room.database, set, { ...asked, met: query.met, mostRows })
  const names = namesOf(room.content, set)
  const chosen = { yes: counts.met, no: counts.total - counts.met, all: counts.total }[query.met ?? 'all']
  return accept({
    asOf: period.value.to,
    from: period.value.from,
    name: names.name[language],
    metName: names.met[language],
    dayName: names.day[language],
    ...counts,
    rows: rows.map(({ title, unit, ...row }) => ({
      ...row,
      title: title === null ? null : (room.subjectNames[title]?.[language] ?? title),
      unit: unit === null ? null : (room.nameUnit(unit)[language] ?? unit),
    })),
    left: chosen - rows.length,
  })
}

function namesOf({ records }: DashboardContent, set: RecordSet): RecordNames {
  const names = records[set]
  if (names === undefined) throw new Error(`no names of ${set}: the content was read without its check`)
  return names
}
