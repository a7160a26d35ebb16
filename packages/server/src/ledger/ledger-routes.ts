/**
 * Answers the public routes of the ledger.
 */

import { Readable } from 'node:stream'
import {
  exportLedger,
  listLeaves,
  readCheckpoint,
  readConsistency,
  readInclusion,
} from '@guanjia/contract/ledger'
import { accept, refuse } from '@guanjia/core/kernel'
import { encodeBase64, parseCheckpoint } from '@guanjia/core/ledger'
import { answer } from '../platform/http/answer.ts'
import type { Implement } from '../platform/http/handler.ts'
import { ledgerFileText } from './ledger-export.ts'
import { consistencyProof, findCheckpoint, findLeaf, inclusionProof, leavesFrom } from './ledger-queries.ts'
import type { LedgerDatabase, LedgerTables } from './ledger-tables.ts'
import { checkpointKeys, type SequencerPorts } from './sequencer.ts'
import { countWaiting } from './waiting-leaves.ts'

const mostLeaves = 1_000

/** Answers every route of this room. */
export function implementLedgerRoutes(ports: SequencerPorts & { readonly implement: Implement }): void {
  const { implement, origin } = ports
  const database = ports.database.withTables<LedgerTables>()
  implement(
    readCheckpoint,
    async () => {
      const last = await findCheckpoint(database)
      const parsed = last && parseCheckpoint(last.note)
      return accept({
        origin,
        note: last?.note ?? null,
        size: last?.size ?? 0,
        root: parsed?.ok ? encodeBase64(parsed.value.checkpoint.root) : null,
        signedAt: last?.signedAt.toISOString() ?? null,
        waiting: await countWaiting(database),
        keys: checkpointKeys(ports).map(({ publicKey }) => encodeBase64(publicKey)),
      })
    },
    {},
  )
  implement(
    readInclusion,
    async ({ params }) => {
      const index = Number(params.leaf)
      const [leaf, last] = [await findLeaf(database, index), await findCheckpoint(database)]
      if (leaf?.index !== index || last === undefined || index >= last.size) return refuse('leaf-unknown')
      const proof = await inclusionProof(database, index, last.size)
      return accept({ index, text: leaf.text, size: last.size, note: last.note, proof })
    },
    { 'leaf-unknown': 404 },
  )
  implement(
    readConsistency,
    async ({ params }) => {
      const [before, size] = [Number(params.before), Number(params.size)]
      const last = await findCheckpoint(database)
      if (before < 1 || before > size || size > (last?.size ?? 0)) return refuse('tree-size-unknown')
      return accept({ before, size, proof: await consistencyProof(database, before, size) })
    },
    { 'tree-size-unknown': 404 },
  )
  implementExport(ports, database)
  implement(
    listLeaves,
    async ({ query }) => {
      const count = Math.min(mostLeaves, Number(query.count))
      const leaves = await leavesFrom(database, Number(query.from), count)
      return accept({
        leaves: leaves.map(({ index, text, hash }) => ({ index, text, hash: encodeBase64(hash) })),
      })
    },
    {},
  )
}

function implementExport(
  ports: SequencerPorts & { readonly implement: Implement },
  database: LedgerDatabase,
): void {
  const { implement, origin } = ports
  implement(
    exportLedger,
    async () => {
      const text = ledgerFileText(database, { origin, keys: checkpointKeys(ports) })
      const headers = { 'content-disposition': 'attachment; filename="ledger.json"' }
      return accept(answer(Readable.from(text), { headers }))
    },
    {},
  )
}
