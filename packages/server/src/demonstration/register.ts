/**
 * The register of a demonstration: invented entities, as many and dated as the content asks for. No figure is stored:
 * the pages count these records, and a record more or less is a figure changed.
 */

import { join } from 'node:path'
import { addDays, daysBetween, type PlainDate, plainDate } from '@guanjia/core/calendar'
import { assert } from '@guanjia/core/kernel'
import { allotUnifiedCode } from '@guanjia/core/registration'
import { array, int, object, type output, string } from 'zod'
import { readContentFile } from '../platform/content-file.ts'

const counts = object({ enterprises: int(), others: int() })

const registerFile = object({
  seed: int(),
  asOf: string(),
  onRegisterYearBefore: counts,
  establishedYearBeforeQuarter: counts,
  cancelledBetween: counts,
  establishedBetween: counts,
  establishedQuarter: counts,
  electronicInQuarter: int(),
  zeroTouch: int(),
  bookedAddresses: int(),
  cancelledEarlier: counts,
  cancelledLater: counts,
  trades: array(string()),
})

/** How many of what, and when. */
export type RegisterPlan = output<typeof registerFile>

/** Reads `demonstration/register.yaml` of a zone. */
export function readRegisterPlan(contentFolder: string): RegisterPlan {
  return registerFile.parse(readContentFile(join(contentFolder, 'demonstration/register.yaml')))
}

/** An invented entity. */
export interface InventedEntity {
  readonly code: string
  readonly kind: 'LLC' | 'JSC' | 'IND' | 'COOP'
  readonly isEnterprise: boolean
  readonly name: string | null
  readonly establishedOn: PlainDate
  /** first day it is no longer on the register */
  readonly cancelledOn: PlainDate | null
  readonly electronic: boolean
  readonly zeroTouch: boolean
}

/** An invented booking of a seat. */
export interface InventedBooking {
  readonly on: PlainDate
  readonly seat: number
}

type Draw = (below: number) => number

/** Chance that a seed repeats (Park and Miller). */
function drawFrom(seed: number): Draw {
  let state = seed % 2_147_483_647
  return (below) => {
    state = (state * 48_271) % 2_147_483_647
    return state % below
  }
}

interface Cohort {
  readonly enterprises: number
  readonly others: number
  readonly from: PlainDate
  readonly to: PlainDate
  readonly cancelled?: { readonly from: PlainDate; readonly to: PlainDate }
}

/** The cohorts of a plan: entities born and gone within the same days. */
function cohortsOf(plan: RegisterPlan): readonly Cohort[] {
  const day = plainDate
  const old = { from: day('2012-01-04'), to: day('2021-12-31') }
  const inYear = { from: day('2022-04-02'), to: day('2023-03-31') }
  const later = { from: day('2023-04-01'), to: day('2023-04-01') }
  const { onRegisterYearBefore: base, establishedYearBeforeQuarter: quarter, cancelledBetween: gone } = plan
  const staying = {
    enterprises: base.enterprises - quarter.enterprises - gone.enterprises - plan.cancelledLater.enterprises,
    others: base.others - quarter.others - gone.others - plan.cancelledLater.others,
  }
  return [
    { ...staying, ...old },
    { ...gone, ...old, cancelled: inYear },
    { ...plan.cancelledLater, ...old, cancelled: later },
    {
      ...plan.cancelledEarlier,
      from: old.from,
      to: day('2020-12-31'),
      cancelled: { from: day('2021-01-04'), to: day('2022-03-31') },
    },
    { ...quarter, from: day('2022-01-01'), to: day('2022-03-31') },
    { ...plan.establishedBetween, from: day('2022-04-01'), to: day('2022-12-31') },
    { ...plan.establishedQuarter, from: day('2023-01-01'), to: day('2023-03-31') },
  ]
}

/** Invents the register: the same plan gives the same entities. */
export function inventRegister(plan: RegisterPlan, registrarCode: string): readonly InventedEntity[] {
  const draw = drawFrom(plan.seed)
  const inventName = namesOf(plan.trades, draw)
  const born = cohortsOf(plan).flatMap((cohort) => [
    ...Array.from({ length: cohort.enterprises }, () => inventEntity(cohort, true, draw)),
    ...Array.from({ length: cohort.others }, () => inventEntity(cohort, false, draw)),
  ])
  const electronic = choose(plan, born)
  return born.map((entity, number) => ({
    ...entity,
    ...electronic(entity, number),
    code: codeOf(registrarCode, entity.kind, number),
    name: entity.kind === 'IND' ? null : inventName(entity.kind),
  }))
}

type Born = Omit<InventedEntity, 'code' | 'name' | 'electronic' | 'zeroTouch'>

function inventEntity(cohort: Cohort, isEnterprise: boolean, draw: Draw): Born {
  const { from, to, cancelled } = cohort
  const rare = draw(100) < 3
  const kind = isEnterprise ? (rare ? 'JSC' : 'LLC') : rare ? 'COOP' : 'IND'
  return {
    kind,
    isEnterprise,
    establishedOn: dayBetween(from, to, draw),
    cancelledOn: cancelled === undefined ? null : dayBetween(cancelled.from, cancelled.to, draw),
  }
}

function dayBetween(from: PlainDate, to: PlainDate, draw: Draw): PlainDate {
  return addDays(from, draw(daysBetween(from, to) + 1))
}

/** Marks how entities were set up: so many of the quarter electronically, so many without a human touch. */
function choose(plan: RegisterPlan, born: readonly Born[]) {
  const inQuarter = born.flatMap((entity, number) => (entity.establishedOn >= '2023-01-01' ? [number] : []))
  const electronic = new Set(inQuarter.slice(0, plan.electronicInQuarter))
  const candidates = born.flatMap((entity, number) =>
    electronic.has(number) || (entity.establishedOn >= '2022-06-01' && entity.establishedOn < '2023-01-01')
      ? [number]
      : [],
  )
  const zeroTouch = new Set(candidates.filter((_, place) => place % 3 === 0).slice(0, plan.zeroTouch))
  assert(zeroTouch.size === plan.zeroTouch, 'there are enough set-ups for the zero-touch ones')
  return ({ establishedOn }: Born, number: number) => ({
    electronic: electronic.has(number) || zeroTouch.has(number) || isEarlierElectronic(establishedOn, number),
    zeroTouch: zeroTouch.has(number),
  })
}

/** Before the quarter five in six are electronic, from the year in which it became possible. */
function isEarlierElectronic(establishedOn: PlainDate, number: number): boolean {
  return establishedOn >= '2019-01-01' && establishedOn < '2023-01-01' && number % 6 !== 0
}

/** Leading characters of the codes of this register; sequences below a million are kept for it. */
const codePrefix = 'MA'

const categories = { LLC: '91', JSC: '91', IND: '92', COOP: '93' } as const

function codeOf(registrarCode: string, kind: InventedEntity['kind'], number: number): string {
  const category = categories[kind]
  const code = allotUnifiedCode({ category, registrar: registrarCode, prefix: codePrefix, sequence: number })
  assert(code.ok, 'a demonstration is small enough for its codes')
  return code.value
}

const industries = [
  '信息科技',
  '生物科技',
  '智能科技',
  '海洋科技',
  '医疗器械',
  '精密仪器',
  '新材料',
  '商贸',
  '咨询',
  '餐饮管理',
  '文化传媒',
  '物流',
  '机械',
  '环保科技',
  '电子商务',
  '建筑工程',
]
const forms = { LLC: '有限公司', JSC: '股份有限公司', COOP: '专业合作社' } as const

/** Names no two of which have the same trade word and industry. */
function namesOf(trades: readonly string[], draw: Draw): (kind: keyof typeof forms) => string {
  const used = new Set<string>()
  return (kind) => {
    for (;;) {
      const length = draw(10) < 7 ? 2 : 3
      const trade = Array.from({ length }, () => trades[draw(trades.length)]).join('')
      const industry = kind === 'COOP' ? '果蔬' : industries[draw(industries.length)]
      const key = `${trade}${industry}`
      if (used.has(key)) continue
      used.add(key)
      return `青岛${key}${forms[kind]}`
    }
  }
}

/** Invents the bookings of addresses, each by another applicant, in the year before the plan's day. */
export function inventBookings(plan: RegisterPlan): readonly InventedBooking[] {
  const draw = drawFrom(plan.seed + 1)
  const last = plainDate(plan.asOf)
  return Array.from({ length: plan.bookedAddresses }, (_, seat) => ({ on: addDays(last, -draw(300)), seat }))
}
