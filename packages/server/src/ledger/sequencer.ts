/**
 * Gives every leaf its place in the tree and signs a checkpoint over each batch.
 *
 * One sequencer works at a time (an advisory lock of the transaction). It takes leaves in the order of
 * `(transaction, id)`, and only those of transactions older than every running one (`pg_snapshot_xmin`). None can
 * appear behind the place it has reached: a transaction below that horizon has ended, so all its leaves are visible or
 * never will be, and one that begins later gets a higher number. Tree, order and checkpoint are written in one
 * transaction: a crash leaves nothing half done.
 */

import { assert } from '@guanjia/core/kernel'
import {
  appendLeaves,
  type CheckpointKey,
  checkpointBody,
  checkpointNote,
  emptyFrontier,
  type Frontier,
  isSameHash,
  leafHashOfText,
  nodesOfRange,
  openCheckpoint,
  rootOf,
  type TreeNode,
} from '@guanjia/core/ledger'
import { type Kysely, sql } from 'kysely'
import type { Database } from '../platform/database/database.ts'
import { type Signing, verifyEd25519 } from '../platform/signing/index.ts'
import type { LedgerDatabase, LedgerTables } from './ledger-tables.ts'

/** What the sequencer needs. */
export interface SequencerPorts {
  readonly database: Database
  readonly signing: Signing
  /** name of the ledger, in every checkpoint */
  readonly origin: string
  readonly now: () => Date
}

/** How many leaves one transaction takes at most. */
const batchSize = 5_000
const sequencerLock = 4_720_318_010

interface Place {
  readonly size: number
  readonly last_transaction: string
  readonly last_leaf_id: number
}

interface WaitingLeaf {
  readonly id: number
  readonly text: string
  readonly transaction: string
}

/** Takes up one batch; the number of leaves taken, 0 where none waits or another sequencer is at work. */
export async function sequenceBatch(ports: SequencerPorts): Promise<number> {
  return ports.database.transaction().execute(async (transaction) => {
    const tx = transaction.withTables<LedgerTables>()
    if (!(await takeTurn(tx))) return 0
    const place = await findPlace(tx)
    const leaves = await waitingLeaves(tx, place)
    if (leaves.length === 0) return 0
    const before = await loadFrontier(tx, place.size)
    await demandLastRoot(ports, tx, before)
    const hashes = leaves.map((leaf) => leafHashOfText(leaf.text))
    const { frontier, added } = appendLeaves(before, hashes)
    await writeIndex(tx, { leaves, hashes, from: place.size })
    await writeNodes(tx, added)
    await writeCheckpoint(ports, tx, { frontier, leaves })
    return leaves.length
  })
}

async function takeTurn(tx: LedgerDatabase): Promise<boolean> {
  const { rows } = await sql<{ turn: boolean }>`
    select pg_try_advisory_xact_lock(${sequencerLock}) as turn`.execute(tx)
  return rows[0]?.turn === true
}

async function findPlace(tx: LedgerDatabase): Promise<Place> {
  const last = await tx
    .selectFrom('ledger_checkpoint')
    .select(['size', 'last_transaction', 'last_leaf_id'])
    .orderBy('size', 'desc')
    .limit(1)
    .executeTakeFirst()
  return last ?? { size: 0, last_transaction: '0', last_leaf_id: 0 }
}

async function waitingLeaves(tx: LedgerDatabase, place: Place): Promise<readonly WaitingLeaf[]> {
  const { rows } = await sql<WaitingLeaf>`
    select id, text, recorded_in::text as transaction from ledger_leaf
    where (recorded_in, id) > (${place.last_transaction}::xid8, ${place.last_leaf_id}::bigint)
      and recorded_in < pg_snapshot_xmin(pg_current_snapshot())
    order by recorded_in, id
    limit ${batchSize}`.execute(tx)
  return rows
}

/** The frontier of the tree of `size` leaves, read from its nodes. */
export async function loadFrontier(database: LedgerDatabase, size: number): Promise<Frontier> {
  if (size === 0) return emptyFrontier
  const addresses = nodesOfRange({ from: 0, to: size })
  const nodes: TreeNode[] = []
  for (const { level, index } of addresses) {
    const node = await database
      .selectFrom('ledger_node')
      .select('hash')
      .where('level', '=', level)
      .where('index', '=', index)
      .executeTakeFirst()
    assert(node !== undefined, `the ledger keeps node ${level}/${index}`)
    nodes.push({ level, index, hash: node.hash })
  }
  return { size, nodes }
}

/** The tree as stored must be the one last signed: otherwise somebody has touched it, and nothing is added to it. */
async function demandLastRoot(ports: SequencerPorts, tx: LedgerDatabase, frontier: Frontier): Promise<void> {
  if (frontier.size === 0) return
  const { note } = await tx
    .selectFrom('ledger_checkpoint')
    .select('note')
    .where('size', '=', frontier.size)
    .executeTakeFirstOrThrow()
  const opened = openCheckpoint(note, checkpointKeys(ports), verifyEd25519)
  assert(
    opened.ok && isSameHash(opened.value.root, rootOf(frontier)),
    'the stored tree is the one last signed',
  )
}

/** The keys that may have signed a checkpoint, retired ones included. */
export function checkpointKeys({ signing, origin }: SequencerPorts): readonly CheckpointKey[] {
  return signing
    .publicKeys()
    .filter((key) => key.purpose === 'ledger')
    .map(({ publicKey }) => ({ name: origin, publicKey }))
}

interface Order {
  readonly leaves: readonly WaitingLeaf[]
  readonly hashes: readonly Uint8Array[]
  readonly from: number
}

async function writeIndex(tx: LedgerDatabase, { leaves, hashes, from }: Order): Promise<void> {
  await sql`
    insert into ledger_index (leaf_index, leaf_id, hash)
    select ${from}::bigint + place - 1, id, hash
    from unnest(${leaves.map(({ id }) => id)}::bigint[], ${hashes.map(asBuffer)}::bytea[])
      with ordinality as leaf (id, hash, place)`.execute(tx)
}

async function writeNodes(tx: LedgerDatabase, nodes: readonly TreeNode[]): Promise<void> {
  await sql`
    insert into ledger_node (level, index, hash)
    select * from unnest(${nodes.map(({ level }) => level)}::smallint[], ${nodes.map(({ index }) => index)}::bigint[],
      ${nodes.map(({ hash }) => asBuffer(hash))}::bytea[])`.execute(tx)
}

function asBuffer(hash: Uint8Array): Buffer {
  return Buffer.from(hash)
}

interface Batch {
  readonly frontier: Frontier
  readonly leaves: readonly WaitingLeaf[]
}

async function writeCheckpoint(
  ports: SequencerPorts,
  tx: LedgerDatabase,
  { frontier, leaves }: Batch,
): Promise<void> {
  const last = leaves.at(-1)
  assert(last !== undefined, 'a batch has a last leaf')
  const checkpoint = { origin: ports.origin, size: frontier.size, root: rootOf(frontier) }
  const { signature } = await ports.signing.sign('ledger', Buffer.from(checkpointBody(checkpoint)))
  const { publicKey } = ports.signing.currentKey('ledger')
  const row = {
    size: frontier.size,
    note: checkpointNote(checkpoint, { name: ports.origin, publicKey }, signature),
    signed_at: ports.now(),
    last_transaction: last.transaction,
    last_leaf_id: last.id,
  }
  await (tx as Kysely<LedgerTables>).insertInto('ledger_checkpoint').values(row).execute()
}
