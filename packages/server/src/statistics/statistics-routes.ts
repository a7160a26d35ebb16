/**
 * Published figures over the wire: computed from the register each time they are asked for.
 */

import { readBreakdown, readOverview } from '@guanjia/contract/statistics'
import { accept, discloseBreakdown, refuse } from '@guanjia/core/kernel'
import { type IndicatorDefinition, indicator } from '@guanjia/core/statistics'
import { implementDashboardRoutes } from './dashboard/dashboard-routes.ts'
import { breakDown, countRegister } from './register-counts.ts'
import { periodUntil, todayOf } from './reporting-period.ts'
import { countSavedDays } from './saved-day-counts.ts'
import { readIndicators } from './statistics-content.ts'
import type { GroupLabels, StatisticsPorts } from './statistics-ports.ts'

const noCarrier = { 'zh-CN': '载体以外的住所', en: 'Addresses outside carriers' }

const kindLabels: GroupLabels = {
  LLC: { 'zh-CN': '有限责任公司', en: 'Limited companies' },
  IND: { 'zh-CN': '个体工商户', en: 'Individual businesses' },
  JSC: { 'zh-CN': '股份有限公司', en: 'Joint-stock companies' },
  COOP: { 'zh-CN': '农民专业合作社', en: 'Farmers’ cooperatives' },
}

/** Answers every route of this room. */
export function registerStatistics(ports: StatisticsPorts): void {
  const { implement, database, clock, demonstration, zone } = ports
  const shownDay = () => ports.shownAsOf ?? todayOf(ports)
  implementDashboardRoutes(ports)
  const definitions = readIndicators(ports.contentFolder)
  const carrierLabels: GroupLabels = { ...ports.carrierNames, none: noCarrier }
  implement(
    readOverview,
    async ({ query }) => {
      const period = periodUntil(shownDay(), query ?? {})
      if (!period.ok) return period
      const [register, saved] = await Promise.all([
        countRegister(database, period.value, zone.timeZone),
        countSavedDays(database, period.value, zone.calendar),
      ])
      const counts = { ...register, ...saved }
      return accept({
        asOf: period.value.to,
        from: period.value.from,
        computedAt: clock.now().toISOString(),
        demonstration,
        figures: definitions.map((definition) => figureOf(definition, counts)),
      })
    },
    { 'period-upside-down': 422 },
  )
  implement(
    readBreakdown,
    async ({ params, query, language }) => {
      const period = periodUntil(shownDay(), query)
      if (!period.ok) return period
      const { by } = query
      const rows = await breakDown(database, { count: params.count, by, period: period.value })
      if (rows === undefined) return refuse('count-unknown')
      const labels = { kind: kindLabels, carrier: carrierLabels, month: {} as GroupLabels }[by]
      const named = rows.map(({ label, count }) => ({ label: labels[label]?.[language] ?? label, count }))
      return accept({
        rows: discloseBreakdown(named).map(({ label, count }) => ({ label, count: count ?? null })),
      })
    },
    { 'period-upside-down': 422, 'count-unknown': 404 },
  )
}

function figureOf(definition: IndicatorDefinition, counts: Readonly<Record<string, number>>) {
  const { id, form, label, definition: meaning, source, claims } = definition
  const formed = indicator(definition, counts)
  const shown = formed.ok ? formed.value : { value: null, text: '—', counts: {} }
  return {
    id,
    form,
    label,
    definition: meaning,
    source,
    claims: [...claims],
    value: shown.value,
    text: shown.text,
    counts: { ...shown.counts },
  }
}
