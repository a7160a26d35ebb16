/**
 * A11: the attacker is the administrator of the database, and writes behind the triggers. The offline check names the place.
 */

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Client } from 'pg'
import type { Draw } from '../name-generator.ts'
import type { House } from './house-under-attack.ts'
import { untilSequenced } from './server-kills.ts'
import type { FaultVerdict } from './verdict.ts'

/** How hard to try. */
export interface LedgerTrial {
  /** places for each kind of attack */
  readonly places: number
  readonly draw: Draw
}

/** One way to falsify; `at` is the place of a leaf in the tree. */
interface Attack {
  readonly name: string
  readonly statements: (at: number) => readonly string[]
  /**
   * the leaf the check must name, counted from the place of the attack; "before" where the hashes were forged with the leaf,
   * so that only the last checkpoint that still agrees can be named
   */
  readonly badLeaf?: number | 'before'
  /** what the check may say of it, where it names no leaf for sure */
  readonly because?: readonly string[]
}

const leafAt = (at: number) => `(select leaf_id from ledger_index where leaf_index = ${at})`

const attacks: readonly Attack[] = [
  {
    name: 'edit',
    statements: (at) => [
      `update ledger_leaf set text = replace(text, '"act":', '"act" :') where id = ${leafAt(at)}`,
    ],
    badLeaf: 0,
  },
  {
    name: 'delete',
    statements: (at) => [`delete from ledger_leaf where id = ${leafAt(at)}`],
    // the last leaf of a checkpoint leaves a tree with another root
    because: ['leaf-missing', 'leaf-changed', 'root-differs', 'shorter-than-seen-before'],
  },
  {
    name: 'insert',
    statements: (at) => [
      `update ledger_index set leaf_index = -leaf_index - 2 where leaf_index >= ${at}`,
      `update ledger_index set leaf_index = -leaf_index - 1 where leaf_index < 0`,
      `with forged as (insert into ledger_leaf (text) values ('{"act":"forged"}') returning id)
       insert into ledger_index (leaf_index, leaf_id, hash)
       select ${at}, id, sha256('\\x00'::bytea || convert_to('{"act":"forged"}', 'UTF8')) from forged`,
    ],
    badLeaf: 'before',
  },
  {
    name: 'reorder',
    statements: (at) => [
      `update ledger_leaf set text = case id when ${leafAt(at)} then (select text from ledger_leaf where id = ${leafAt(at - 1)})
         else (select text from ledger_leaf where id = ${leafAt(at)}) end
       where id in (${leafAt(at)}, ${leafAt(at - 1)})`,
    ],
    badLeaf: -1,
  },
  {
    name: 'cut the tail',
    statements: (at) => cutFrom(at),
    because: ['leaf-missing', 'shorter-than-seen-before'],
  },
  {
    name: 'restore an old backup',
    statements: rollback,
    // before the first checkpoint nothing signed is left at all
    because: ['shorter-than-seen-before', 'no-checkpoint'],
  },
  {
    name: 'fork',
    statements: (at) => [
      `update ledger_leaf set text = '{"act":"another past"}' where id = ${leafAt(at)}`,
      `update ledger_index set hash = sha256('\\x00'::bytea || convert_to('{"act":"another past"}', 'UTF8'))
       where leaf_index = ${at}`,
    ],
    badLeaf: 'before',
  },
]

function rollback(at: number): readonly string[] {
  return [...cutFrom(at), `delete from ledger_checkpoint where size > ${at}`]
}

function cutFrom(at: number): readonly string[] {
  return [
    `delete from ledger_leaf where id in (select leaf_id from ledger_index where leaf_index >= ${at})`,
    `delete from ledger_index where leaf_index >= ${at}`,
  ]
}

const tables = ['ledger_leaf', 'ledger_index', 'ledger_node', 'ledger_checkpoint']

/** Attacks the ledger of a house that holds some leaves; the server is killed first, its database is not. */
export async function attackLedger(house: House, { places, draw }: LedgerTrial): Promise<FaultVerdict> {
  await untilSequenced(house)
  await house.kill()
  const client = await house.connect()
  try {
    const held = await keepCheckpoint(client, house)
    await backUp(client)
    const { rows } = await client.query('select count(*)::int as size from ledger_index')
    const size: number = rows[0].size
    const isCleanBefore = (await verify(house, held)).valid === true
    const faults: string[] = isCleanBefore ? [] : ['the ledger did not verify before any attack']
    for (const attack of attacks)
      for (let place = 0; place < places; place += 1) {
        const at = 1 + draw(size - 1)
        await alter(client, attack.statements(at))
        faults.push(...judge(attack, at, await verify(house, held)))
        await restore(client)
      }
    const isCleanAfter = (await verify(house, held)).valid === true
    const isRollbackHidden = await hidesRollback(client, house, { size, held })
    return {
      id: 'A11',
      promise: `${attacks.length} kinds of falsification by the administrator × ${places}: each one found, the leaf named`,
      faults,
      control: 'the untouched ledger is no false alarm; without the held checkpoint an old backup passes',
      controlCaught: isCleanBefore && isCleanAfter && isRollbackHidden,
      seen: `${size} leaves, ${attacks.length * places} attacks`,
    }
  } finally {
    await client.end()
  }
}

interface Verified {
  /** undefined where the check gave no verdict at all */
  readonly valid: boolean | undefined
  readonly because: string
  readonly firstBadLeaf: number | null
  readonly text: string
}

/** What the command line says, where a checkpoint is held also against that one. */
async function verify(house: House, held?: string): Promise<Verified> {
  const against = held === undefined ? [] : ['--held', held]
  const { out } = await house.cli('ledger', 'verify', ...against, '--json')
  try {
    const { valid, because = '', firstBadLeaf = null } = JSON.parse(out) as Partial<Verified>
    return { valid, because, firstBadLeaf, text: out }
  } catch {
    return { valid: undefined, because: '', firstBadLeaf: null, text: out }
  }
}

/**
 * Whoever holds no checkpoint cannot see that a whole ledger was put back to an earlier day: the attack passes without one and
 * fails with one, so that it is the held checkpoint which finds it.
 */
async function hidesRollback(
  client: Client,
  house: House,
  { size, held }: { readonly size: number; readonly held: string },
): Promise<boolean> {
  const { rows } = await client.query<{ size: number }>(
    'select size::int from ledger_checkpoint where size < $1 order by size desc limit 1',
    [size],
  )
  const earlier = rows[0]?.size
  if (earlier === undefined || earlier === 0) return false
  await alter(client, rollback(earlier))
  const [blind, seeing] = [await verify(house), await verify(house, held)]
  await restore(client)
  return blind.valid === true && seeing.valid === false
}

function judge({ name, badLeaf, because }: Attack, at: number, verdict: Verified): readonly string[] {
  if (verdict.valid !== false || verdict.because === '')
    return [`${name} at leaf ${at} was not found: ${verdict.text.slice(0, 160)}`]
  if (because !== undefined && !because.includes(verdict.because))
    return [`${name} at leaf ${at} was found as something else: ${verdict.because}`]
  if (badLeaf === undefined) return []
  const { firstBadLeaf } = verdict
  const isNamed =
    badLeaf === 'before'
      ? typeof firstBadLeaf === 'number' && firstBadLeaf <= at
      : firstBadLeaf === at + badLeaf
  if (isNamed) return []
  return [`${name} at leaf ${at}: the check says ${verdict.text.slice(0, 160)}`]
}

async function keepCheckpoint(client: Client, house: House): Promise<string> {
  const { rows } = await client.query('select note from ledger_checkpoint order by size desc limit 1')
  const file = join(house.dataFolder, 'held-checkpoint.txt')
  writeFileSync(file, rows[0].note)
  return file
}

async function backUp(client: Client): Promise<void> {
  for (const table of tables) await client.query(`create table attack_${table} as table ${table}`)
}

/** Runs statements past every trigger and reference. */
async function alter(client: Client, statements: readonly string[]): Promise<void> {
  await client.query('begin')
  await client.query('set local session_replication_role = replica')
  for (const statement of statements) await client.query(statement)
  await client.query('commit')
}

function restore(client: Client): Promise<void> {
  return alter(
    client,
    tables.flatMap((table) => [
      `delete from ${table}`,
      `insert into ${table} ${table === 'ledger_leaf' ? 'overriding system value ' : ''}table attack_${table}`,
    ]),
  )
}
