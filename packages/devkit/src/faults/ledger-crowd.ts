/**
 * A11, the other half: many writers at once, and the offline check raises no false alarm at any moment.
 *
 * Each writer inserts leaves in transactions of its own that stay open for a while and sometimes end in a rollback, so that
 * ids and commits come in different orders; that is what the sequencer has to put right.
 */

import type { Client } from 'pg'
import type { Draw } from '../name-generator.ts'
import type { House } from './house-under-attack.ts'
import { pause } from './kill-storm.ts'
import { untilSequenced } from './server-kills.ts'
import type { FaultVerdict } from './verdict.ts'

/** How large a crowd. */
export interface CrowdTrial {
  readonly writers: number
  /** leaves that are committed in all */
  readonly leaves: number
  readonly draw: Draw
}

/** What the crowd has done so far. */
interface Written {
  committed: number
  rolledBack: number
}

/** Lets the crowd write to a started house, and checks its ledger all the while. */
export async function crowdLedger(house: House, trial: CrowdTrial): Promise<FaultVerdict> {
  const client = await house.connect()
  try {
    await untilSequenced(house)
    const before = await countLeaves(client)
    const written: Written = { committed: 0, rolledBack: 0 }
    const crowd = Promise.all(
      Array.from({ length: trial.writers }, (_, writer) => write(house, { writer, written, ...trial })),
    )
    const { alarms, checks } = await checkUntil(house, crowd)
    await untilSequenced(house)
    const faults = [...alarms, ...(await alarm(house))]
    const taken = (await countLeaves(client)) - before
    // the house writes a leaf or two of its own meanwhile
    if (taken < written.committed)
      faults.push(`${written.committed} leaves were committed, ${taken} stand there`)
    return {
      id: 'A11-crowd',
      promise: `${trial.leaves} leaves from ${trial.writers} writers at once: no false alarm`,
      faults,
      control: 'one leaf of the crowd edited',
      controlCaught: await noticesEdit(client, house),
      seen: `${written.committed} committed, ${written.rolledBack} rolled back, ${checks + 1} checks`,
    }
  } finally {
    await client.end()
  }
}

interface Writer extends CrowdTrial {
  readonly writer: number
  readonly written: Written
}

const batch = 20

/** One writer: several leaves a transaction, every tenth transaction is thought better of. */
async function write(house: House, { writer, written, writers, leaves, draw }: Writer): Promise<void> {
  const own = await house.connect()
  try {
    for (let done = 0; done < leaves / writers; ) {
      await own.query('begin')
      await own.query(
        `insert into ledger_leaf (text)
         select '{"act":"crowd.wrote","at":"2026-05-06T01:30:00.000Z","body":{},"subject":"' || $1 || '-' || n || '"}'
         from generate_series(1, $2::int) n`,
        [`${writer}-${done}`, batch],
      )
      await pause(draw(8))
      const isKept = draw(10) > 0
      await own.query(isKept ? 'commit' : 'rollback')
      if (isKept) {
        written.committed += batch
        done += batch
      } else written.rolledBack += batch
    }
  } finally {
    await own.end()
  }
}

async function checkUntil(
  house: House,
  crowd: Promise<unknown>,
): Promise<{ readonly alarms: readonly string[]; readonly checks: number }> {
  const alarms: string[] = []
  let [isOver, checks] = [false, 0]
  const end = crowd.finally(() => {
    isOver = true
  })
  while (!isOver) {
    alarms.push(...(await alarm(house)))
    checks += 1
  }
  await end
  return { alarms, checks }
}

/** The false alarm of one check, if it raises one. */
async function alarm(house: House): Promise<readonly string[]> {
  const { code, out } = await house.cli('ledger', 'verify', '--json')
  return code === 0 && out.includes('"valid":true') ? [] : [`false alarm: ${out.slice(0, 200)}`]
}

/** Edits a leaf behind the triggers, lets the check look at it, and puts it back. */
async function noticesEdit(client: Client, house: House): Promise<boolean> {
  const { rows } = await client.query<{ id: string }>(
    "select max(id) as id from ledger_leaf where text like '%crowd.wrote%'",
  )
  const rewrite = async (from: string, to: string) => {
    await client.query('begin')
    await client.query('set local session_replication_role = replica')
    await client.query('update ledger_leaf set text = replace(text, $1, $2) where id = $3', [
      from,
      to,
      rows[0]?.id,
    ])
    await client.query('commit')
  }
  await rewrite('crowd.wrote', 'crowd.forged')
  const { out } = await house.cli('ledger', 'verify', '--json')
  await rewrite('crowd.forged', 'crowd.wrote')
  return out.includes('"because":"leaf-changed"')
}

async function countLeaves(client: Client): Promise<number> {
  const { rows } = await client.query<{ leaves: number }>('select count(*)::int as leaves from ledger_leaf')
  return rows[0]?.leaves ?? 0
}
