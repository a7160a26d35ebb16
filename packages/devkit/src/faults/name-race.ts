/**
 * A3: many clients want names that may not stand beside each other. One of each class wins; the others hear which rule and
 * which name stand in the way.
 */

import { randomUUID } from 'node:crypto'
import type { Client } from 'pg'
import { oracleRules } from '../name-oracle/index.ts'
import type { House } from './house-under-attack.ts'
import type { Opened, Preparer } from './prepared-applications.ts'
import { type HttpClient, openHttpClient } from './stubborn-client.ts'
import type { FaultVerdict } from './verdict.ts'

const wantedBy = 32

/** Names of one class stand in each other's way; those of two classes do not. */
const classes: Readonly<Record<string, readonly string[]>> = {
  same: ['青岛鲸澜食品有限公司'],
  homophone: ['青岛泓鸢机械有限公司', '青岛宏鸢机械有限公司', '青岛鸿鸢机械有限公司', '青岛弘鸢机械有限公司'],
  contained: [
    '青岛曜穹食品有限公司',
    '青岛曜穹天食品有限公司',
    '青岛曜穹天河食品有限公司',
    '青岛曜穹天河湾食品有限公司',
  ],
  reordered: ['青岛琥渊餐饮管理有限公司', '琥渊(青岛)餐饮管理有限公司', '琥渊餐饮管理(青岛)有限公司'],
}

interface Told {
  readonly reserved: boolean
  readonly findings: readonly { readonly rule: string; readonly existing: string | null }[]
}

/** Races once for each class. */
export async function raceForNames(house: House, preparer: Preparer): Promise<FaultVerdict> {
  const client = await house.connect()
  const http = openHttpClient(house.port, wantedBy)
  try {
    const faults: string[] = []
    for (const [title, names] of Object.entries(classes)) {
      const people = await preparer.open(client, wantedBy, 'LLC')
      faults.push(...(await raceFor(http, people, names)).map((fault) => `${title}: ${fault}`))
      faults.push(...(await conflictsAmong(client, names)).map((fault) => `${title}: ${fault}`))
    }
    return {
      id: 'A3',
      promise: `${wantedBy} clients at once, ${Object.keys(classes).length} kinds of conflict: one winner each`,
      faults,
      control: 'a homophone written past the server',
      controlCaught: await noticesHomophone(client),
      seen: Object.keys(classes).join(', '),
    }
  } finally {
    http.close()
    await client.end()
  }
}

async function raceFor(
  http: HttpClient,
  people: readonly Opened[],
  names: readonly string[],
): Promise<readonly string[]> {
  const answers = await Promise.all(
    people.map(({ id, session }, at) =>
      http.send({
        method: 'POST',
        session,
        key: randomUUID(),
        path: `/api/registration/applications/${id}/name`,
        body: { name: names[at % names.length], pledged: true },
      }),
    ),
  )
  const faults = answers
    .filter(({ status }) => status !== 200 && status !== 201)
    .map(({ status, text }) => `unexpected answer ${status} ${text.slice(0, 200)}`)
  if (faults.length > 0) return faults
  const told = answers.map(({ text }) => JSON.parse(text) as Told)
  const winners = told.filter(({ reserved }) => reserved).length
  if (winners !== 1) faults.push(`${winners} winners`)
  for (const { findings } of told.filter(({ reserved }) => !reserved))
    if (!findings.some(({ rule, existing }) => /^[SN]\d/.test(rule) && existing !== null))
      faults.push('a loser was not told the rule and the name')
  return faults
}

/** Live names that stand in each other's way by the slow oracle, among those close to the ones wanted. */
async function conflictsAmong(client: Client, names: readonly string[]): Promise<readonly string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select name from registration_name where state = 'reserved' and since > now() - interval '1 hour'
     order by since desc limit 40`,
  )
  const live = rows.map(({ name }) => name)
  const faults = live.flatMap((name, at) =>
    live
      .slice(at + 1)
      .filter((other) => oracleRules(name, other).length > 0 || oracleRules(other, name).length > 0)
      .map((other) => `both live: ${name}, ${other}`),
  )
  if (!names.some((name) => live.includes(name))) faults.push('no winner in the table')
  return faults
}

/** Whether the oracle notices a second name of a class; it is gone afterwards. */
async function noticesHomophone(client: Client): Promise<boolean> {
  const [name = '', ...others] = classes['homophone'] ?? []
  await client.query('begin')
  try {
    for (const planted of [name, ...others])
      await client.query(
        `insert into registration_name (same_key, name, state, until, since)
         values ($1, $1, 'reserved', current_date + 1, now())`,
        [planted],
      )
    const faults = await conflictsAmong(client, [name])
    return faults.some((fault) => fault.startsWith('both live'))
  } finally {
    await client.query('rollback')
  }
}
