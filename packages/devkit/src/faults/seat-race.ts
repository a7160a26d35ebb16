/**
 * A2: many clients want the last seats. Never more of them win than there are seats, whether a seat is held, reserved, given
 * back or had again.
 */

import { randomUUID } from 'node:crypto'
import type { Client } from 'pg'
import type { Draw } from '../name-generator.ts'
import type { House } from './house-under-attack.ts'
import type { Opened, Preparer } from './prepared-applications.ts'
import { type Answer, type HttpClient, openHttpClient } from './stubborn-client.ts'
import type { FaultVerdict } from './verdict.ts'

/** How hard to try. */
export interface SeatTrial {
  readonly rounds: number
  readonly draw: Draw
}

const wantedBy = 64
const seatCount = 10

/** Runs the rounds, and at last one without the constraints that keep a seat single. The house is of no use afterwards. */
export async function raceForSeats(
  house: House,
  preparer: Preparer,
  { rounds, draw }: SeatTrial,
): Promise<FaultVerdict> {
  const client = await house.connect()
  const http = openHttpClient(house.port, wantedBy)
  try {
    const people = await preparer.open(client, wantedBy, 'IND')
    const faults: string[] = []
    for (let round = 0; round < rounds; round += 1)
      faults.push(...(await playRound({ client, http, draw, people }, round)))
    const control = await withoutConstraints({ client, http, draw, people })
    return {
      id: 'A2',
      promise: `${wantedBy} clients, the last ${seatCount} seats, ${rounds} rounds: never double-booked`,
      faults,
      control: 'primary key and unique index of the seats dropped',
      controlCaught: control.length > 0,
      seen: `the control saw ${control.length} faults`,
    }
  } finally {
    http.close()
    await client.end()
  }
}

interface Field {
  readonly client: Client
  readonly http: HttpClient
  readonly draw: Draw
  readonly people: readonly Opened[]
}

/** Seats that nobody has asked for in an earlier round. */
function seatsOf(round: number): readonly string[] {
  const floor = 1 + (round % 8)
  return Array.from(
    { length: seatCount },
    (_, at) => `yiyao-1-${floor}-${1 + Math.floor(at / 3) + 4 * (Math.floor(round / 8) % 3)}-${1 + (at % 3)}`,
  )
}

/** Hold, confirm, give back half, and have them again: after each step the seats are counted. */
async function playRound(field: Field, round: number): Promise<readonly string[]> {
  const { http, people } = field
  const seats = seatsOf(round)
  const faults: string[] = []
  const count = async (step: string, holders: readonly Opened[]) => {
    const found = await faultsOfSeats(field.client, seats, holders)
    faults.push(...found.map((fault) => `round ${round}, ${step}: ${fault}`))
  }
  const first = await scramble(field, seats, people)
  faults.push(...first.faults)
  await count('held', first.winners)
  const reserved = await Promise.all(
    first.winners.map((winner) => seatAct(http, winner, 'POST', '/reservation')),
  )
  faults.push(...unexpected(reserved, [200, 201]))
  await count('reserved', first.winners)
  const leaving = first.winners.filter((_, at) => at % 2 === 0)
  const staying = first.winners.filter((_, at) => at % 2 === 1)
  const losers = people.filter((person) => !first.winners.includes(person))
  const released = Promise.all(leaving.map((winner) => seatAct(http, winner, 'DELETE', '')))
  const early = await scramble(field, seats, losers)
  faults.push(...early.faults, ...unexpected(await released, [200, 204]))
  const late = await scramble(
    field,
    seats,
    losers.filter((loser) => !early.winners.includes(loser)),
  )
  faults.push(...late.faults)
  const holders = [...staying, ...early.winners, ...late.winners]
  await count('had again', holders)
  const freed = await Promise.all(holders.map((holder) => seatAct(http, holder, 'DELETE', '')))
  faults.push(...unexpected(freed, [200, 204]))
  await count('all given back', [])
  return faults
}

function seatAct(
  http: HttpClient,
  { id, session }: Opened,
  method: 'POST' | 'DELETE',
  end: '' | '/reservation',
): Promise<Answer> {
  return http.send({
    method,
    session,
    path: `/api/registration/applications/${id}/seat${end}`,
    key: randomUUID(),
    ...(method === 'POST' ? { body: {} } : {}),
  })
}

interface Scrambled {
  readonly winners: readonly Opened[]
  readonly faults: readonly string[]
}

/** Everybody tries the seats in an order of their own until one is theirs. */
async function scramble(
  { http, draw }: Field,
  seats: readonly string[],
  people: readonly Opened[],
): Promise<Scrambled> {
  const winners: Opened[] = []
  const answers: Answer[] = []
  const tryAll = async (person: Opened) => {
    const from = draw(seats.length)
    for (const code of [...seats.slice(from), ...seats.slice(0, from)]) {
      const answer = await http.send({
        method: 'POST',
        session: person.session,
        key: randomUUID(),
        body: { code },
        path: `/api/registration/applications/${person.id}/seat`,
      })
      answers.push(answer)
      if (answer.status === 201) {
        winners.push(person)
        return
      }
    }
  }
  await Promise.all(people.map(tryAll))
  return { winners, faults: unexpected(answers, [201, 409]) }
}

function unexpected(answers: readonly Answer[], statuses: readonly number[]): readonly string[] {
  return answers
    .filter(({ status }) => !statuses.includes(status))
    .map(({ status, text }) => `unexpected answer ${status} ${text.slice(0, 200)}`)
}

/** What the table says against what the clients were told. */
async function faultsOfSeats(
  client: Client,
  seats: readonly string[],
  holders: readonly Opened[],
): Promise<readonly string[]> {
  const { rows } = await client.query<{ code: string; application_id: string }>(
    `select code, application_id from registration_seat
     where code = any($1) and state in ('held', 'reserved', 'filed', 'used')`,
    [seats],
  )
  const faults: string[] = []
  if (holders.length > 0 && holders.length !== seats.length)
    faults.push(`${holders.length} winners for ${seats.length} seats`)
  if (rows.length !== holders.length) faults.push(`${rows.length} rows for ${holders.length} winners`)
  if (new Set(rows.map(({ code }) => code)).size !== rows.length) faults.push('a seat is booked twice')
  const known = new Set(rows.map((row) => row.application_id))
  faults.push(...holders.filter(({ id }) => !known.has(id)).map(({ id }) => `${id} won and has no seat`))
  return faults
}

/** The same scramble for fresh seats of a table that nothing guards. */
async function withoutConstraints(field: Field): Promise<readonly string[]> {
  await field.client.query(`
    alter table registration_seat drop constraint registration_seat_pkey;
    drop index registration_seat_application`)
  const seats = seatsOf(23)
  const { winners, faults } = await scramble(field, seats, field.people)
  return [...faults, ...(await faultsOfSeats(field.client, seats, winners))]
}
