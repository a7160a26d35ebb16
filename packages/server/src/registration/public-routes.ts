/**
 * Routes that everybody may ask: names, seats, standard wording, counts.
 */

import * as contract from '@guanjia/contract/registration'
import { may, type Principal } from '@guanjia/core/access'
import { localMoment } from '@guanjia/core/calendar'
import { accept } from '@guanjia/core/kernel'
import {
  type Carrier,
  capacityOf,
  type NameWish,
  type Seat,
  searchScope,
  seatsOf,
} from '@guanjia/core/registration'
import { sql } from 'kysely'
import { paperTold } from './handed-in/handed-in.ts'
import { nameView } from './name-view.ts'
import { applicationWish, nameWish } from './name-wish.ts'
import { findOwner, loadRow } from './registration-acts.ts'
import { glossOf, type Language } from './registration-english.ts'
import { dayOf, type RegistrationPorts } from './registration-ports.ts'

/** Answers the public routes. */
export function implementPublicRoutes(ports: RegistrationPorts): void {
  const { implement } = ports
  implement(
    contract.checkName,
    async ({ body, principal, language }) => {
      await ports.names.catchUp(ports.database)
      const wish = await wishOf(ports, principal, body)
      const judged = ports.names.judge(body.name, wish)
      const isFree = judged.verdict === 'available' && !judged.barred
      const suggestions = isFree ? [] : ports.names.suggest(body.name, wish)
      return accept(nameView(ports, judged, { suggestions, language }))
    },
    {},
  )
  implement(
    contract.searchScopeEntries,
    async ({ query, language }) => {
      const { scope, english } = ports.content
      const found =
        query.words === ''
          ? []
          : searchScope(scope, query.words, { limit: query.limit, pinyin: ports.names.tables.pinyin })
      return accept({
        entries: found.map(
          ({ entry: { id, text, division, permit, sensitive = false, mark = scope.mark } }) => ({
            id,
            text,
            gloss: glossOf(english.scope, id, language),
            division,
            permit,
            sensitive,
            mark,
          }),
        ),
        from: String(scope.from),
        source: scope.source,
        mark: scope.mark,
      })
    },
    {},
  )
  implementPlaces(ports)
}

interface NameQuestion {
  readonly kind?: 'LLC' | 'IND' | undefined
  readonly application?: string | undefined
}

/** A name is judged for an application where who asks may read it; everybody else is answered as a stranger. */
async function wishOf(
  ports: RegistrationPorts,
  principal: Principal,
  { kind = 'LLC', application: id }: NameQuestion,
): Promise<NameWish> {
  const { database } = ports
  const today = dayOf(ports, ports.clock.now())
  const resource = id === undefined ? undefined : await findOwner(ports)({ params: { id } })
  if (id === undefined || resource === undefined || !may(principal, 'registration.read', resource))
    return nameWish(ports, { today, draft: { kind } })
  const { answers } = await loadRow(ports, id)
  return database.transaction().execute((tx) => applicationWish(ports, tx, { id, answers, today }))
}

function implementPlaces(ports: RegistrationPorts): void {
  const { implement } = ports
  implement(
    contract.listPapers,
    async ({ language }) =>
      accept({ papers: ports.content.papers.papers.map((rule) => paperTold(rule, language)) }),
    {},
  )
  implement(
    contract.searchSeats,
    async ({ query, language }) => accept(await findSeats(ports, query, language)),
    {},
  )
  implement(
    contract.readRegistrationCounts,
    async ({ query }) => {
      const today = localMoment(ports.clock.now().getTime(), ports.zone.utcOffsetMinutes).date
      const asOf = query?.asOf ?? today
      return accept({ asOf, demonstration: ports.demonstration, ...(await countSetUps(ports, asOf)) })
    },
    {},
  )
}

interface SeatQuery {
  readonly carrier?: string | undefined
  readonly building?: string | undefined
  readonly floor?: number | undefined
  readonly division?: string | undefined
  readonly limit: number
}

async function findSeats(ports: RegistrationPorts, query: SeatQuery, language: Language) {
  const { seats, english } = ports.content
  const taken = await takenSeats(ports)
  const chosen = seats.carriers.find(({ id }) => id === query.carrier)
  return {
    holdMinutes: seats.holdMinutes,
    reserveDays: seats.reserveDays,
    carriers: seats.carriers.map((carrier) => ({
      ...carrierView(carrier, query, taken),
      gloss: glossOf(english.carriers, carrier.id, language),
    })),
    seats: chosen === undefined ? [] : freeSeats(chosen, query, taken),
  }
}

/** Codes of the seats that somebody has now; a hold that has run out counts no more. */
async function takenSeats(ports: RegistrationPorts): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ code: string }>`
    select code from registration_seat
    where state <> 'free' and (until is null or until > ${ports.clock.now()})`.execute(ports.database)
  return new Set(rows.map(({ code }) => code))
}

function carrierView(carrier: Carrier, { division }: SeatQuery, taken: ReadonlySet<string>) {
  const total = capacityOf(carrier)
  const used = [...taken].filter((code) => code.startsWith(`${carrier.id}-`)).length
  return {
    id: carrier.id,
    name: carrier.name,
    street: carrier.street,
    total,
    free: Math.max(0, total - used),
    host: carrier.host?.name ?? null,
    takesTrade: division === undefined || !carrier.refuses.includes(division),
    buildings: carrier.buildings.map(({ id, name, floors }) => ({
      id: String(id),
      name,
      floors: Array.from({ length: floors.to - floors.from + 1 }, (_, at) => floors.from + at),
    })),
  }
}

function freeSeats(carrier: Carrier, query: SeatQuery, taken: ReadonlySet<string>) {
  const found: ReturnType<typeof seatView>[] = []
  for (const building of carrier.buildings) {
    if (query.building !== undefined && String(building.id) !== query.building) continue
    for (const seat of seatsOf(carrier, building)) {
      if (found.length >= query.limit) return found
      const isWanted = query.floor === undefined || seat.floor === query.floor
      if (isWanted && !taken.has(seat.code)) found.push(seatView(seat))
    }
  }
  return found
}

function seatView({ code, address, carrier, building, floor }: Seat) {
  return { code, address, carrier: carrier.id, building: building.name, floor }
}

async function countSetUps(ports: RegistrationPorts, asOf: string) {
  const { timeZone } = ports.zone.zone
  const { rows } = await sql<{
    bookedAddresses: number
    setUps: number
    electronicSetUps: number
    zeroTouchSetUps: number
  }>`
    select
      (select count(*) from booked_address
        where (booked_at at time zone ${timeZone})::date <= ${asOf}::date) as "bookedAddresses",
      (select count(*) from zero_touch_set_up where established_on <= ${asOf}::date) as "zeroTouchSetUps",
      count(*) as "setUps",
      count(*) filter (where electronic) as "electronicSetUps"
    from market_entity where established_on <= ${asOf}::date`.execute(ports.database)
  const [counts] = rows
  if (counts === undefined) throw new Error('a count gives a row')
  return counts
}
