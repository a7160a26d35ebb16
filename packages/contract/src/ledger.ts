/**
 * The ledger on the wire: everything a stranger needs to check it. Public and read only.
 */

import { array, int, iso, nullable, object, string } from 'zod'
import { defineRoute, textStream } from './route.ts'

const hash = string()

/** The latest signed checkpoint. */
export const readCheckpoint = defineRoute({
  id: 'ledger.read-checkpoint',
  method: 'GET',
  path: '/api/ledger/checkpoint',
  action: 'ledger.read',
  summary:
    'The latest checkpoint: a signed note (C2SP tlog-checkpoint), its size and root, and the keys that sign',
  response: object({
    origin: string(),
    note: nullable(string()),
    size: int(),
    root: nullable(hash),
    signedAt: nullable(iso.datetime()),
    /** leaves recorded and not yet in the tree */
    waiting: int(),
    /** raw Ed25519 keys, base64 */
    keys: array(string()),
  }),
})

/** The proof that a leaf stands in the tree. */
export const readInclusion = defineRoute({
  id: 'ledger.read-inclusion',
  method: 'GET',
  path: '/api/ledger/inclusion/:leaf',
  action: 'ledger.read',
  summary: 'The leaf at an index with the hashes that lead from it to the root of the latest checkpoint',
  params: object({ leaf: string().regex(/^\d{1,15}$/) }),
  response: object({ index: int(), text: string(), size: int(), note: string(), proof: array(hash) }),
  problems: ['leaf-unknown'],
})

/** The proof that an earlier tree is the beginning of a later one. */
export const readConsistency = defineRoute({
  id: 'ledger.read-consistency',
  method: 'GET',
  path: '/api/ledger/consistency/:before/:size',
  action: 'ledger.read',
  summary: 'The hashes that show that the tree of `before` leaves is the beginning of the one of `size`',
  params: object({ before: string().regex(/^\d{1,15}$/), size: string().regex(/^\d{1,15}$/) }),
  response: object({ before: int(), size: int(), proof: array(hash) }),
  problems: ['tree-size-unknown'],
})

/** Everything at once. */
export const exportLedger = defineRoute({
  id: 'ledger.export',
  method: 'GET',
  path: '/api/ledger/export',
  action: 'ledger.read',
  summary:
    'The whole ledger as a file: origin, keys, every checkpoint, every leaf with its hash; check it with `guanjia ledger verify --file`',
  response: textStream,
  produces: 'application/vnd.guanjia.ledger+json',
})

/** The leaves themselves. */
export const listLeaves = defineRoute({
  id: 'ledger.list-leaves',
  method: 'GET',
  path: '/api/ledger/leaves',
  action: 'ledger.read',
  summary: 'Leaves in their order; personal data stands in them only as salted commitments',
  query: object({
    from: string()
      .regex(/^\d{1,15}$/)
      .default('0'),
    count: string()
      .regex(/^\d{1,4}$/)
      .default('100'),
  }),
  response: object({ leaves: array(object({ index: int(), text: string(), hash })) }),
})
