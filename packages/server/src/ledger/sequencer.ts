/**
 * Gives every leaf its place in the tree and signs a checkpoint over each batch.
 *
 * One sequencer works at a time (an advisory lock of the transaction); which leaves come next says `waiting-leaves.ts`.
 * Tree, order and checkpoint are written in one transaction: a crash leaves nothing half done.
 */

import { assert } from '@guanjia/core/kernel'
import {
  appendLeaves,
  type CheckpointKey,
  checkpointBody,
  checkpointNote,
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
import { nativeSha256, type Signing, verifyEd25519 } from '../platform/signing/index.ts'
import { currentEpoch, type Epoch, findPlace } from './ledger-epoch.ts'
import { loadNodes } from './ledger-nodes.ts'
import { findCheckpoint } from './ledger-queries.ts'
import type { LedgerDatabase, LedgerTables } from './ledger-tables.ts'
import { tryTurn } from './sequencer-turn.ts'
import { type WaitingLeaf, waitingLeaves } from './waiting-leaves.ts'

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

/** Takes up one batch; the number of leaves taken, 0 where none waits or another sequencer is at work. */
export async function sequenceBatch(ports: SequencerPorts): Promise<number> {
  return ports.database.transaction().execute(async (transaction) => {
    const tx = transaction.withTables<LedgerTables>()
    if (!(await tryTurn(tx))) return 0
    const place = await findPlace(tx)
    const epoch = await currentEpoch(tx, place)
    const leaves = await waitingLeaves(tx, { place, epoch, most: batchSize })
    if (leaves.length === 0) return 0
    const before = await loadFrontier(tx, place.size)
    await demandLastRoot(ports, tx, before)
    const hashes = leaves.map((leaf) => leafHashOfText(leaf.text, nativeSha256))
    const { frontier, added } = appendLeaves(before, hashes, nativeSha256)
    await writeIndex(tx, { leaves, hashes, from: place.size })
    await writeNodes(tx, added)
    await writeCheckpoint(ports, tx, { frontier, leaves, epoch })
    return leaves.length
  })
}

/** The frontier of the tree of `size` leaves, read from its nodes. */
async function loadFrontier(database: LedgerDatabase, size: number): Promise<Frontier> {
  const addresses = nodesOfRange({ from: 0, to: size })
  const hashes = await loadNodes(database, addresses)
  return { size, nodes: addresses.map((address) => ({ ...address, hash: hashes(address) })) }
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

/** Whether the last checkpoint, if there is one, was signed with a key of ours. */
export async function isSignedByOurs(ports: SequencerPorts): Promise<boolean> {
  const last = await findCheckpoint(ports.database.withTables<LedgerTables>())
  return last === undefined || openCheckpoint(last.note, checkpointKeys(ports), verifyEd25519).ok
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
  readonly epoch: Epoch
}

async function writeCheckpoint(
  ports: SequencerPorts,
  tx: LedgerDatabase,
  { frontier, leaves, epoch }: Batch,
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
    // leaves left over from before an epoch leave its own order untouched
    epoch: last.id > epoch.after_leaf_id ? epoch.epoch : epoch.epoch - 1,
  }
  await (tx as Kysely<LedgerTables>).insertInto('ledger_checkpoint').values(row).execute()
}
