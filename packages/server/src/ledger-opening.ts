/**
 * Looks at the ledger before the house opens, and lets watchers look at it afterwards.
 */

import {
  countMissing,
  countWaiting,
  healLedger,
  isSignedByOurs,
  type LedgerTables,
  type SequencerPorts,
} from './ledger/index.ts'
import type { Telemetry } from './platform/operations/telemetry.ts'

/** A whole count of the ledger is asked for at most this often. */
const countEveryMilliseconds = 60_000

/** Refuses to open a ledger that was signed with keys we do not have, mends one that was restored, and watches it. */
export async function openLedger(
  sequencing: SequencerPorts,
  { log, watch }: Pick<Telemetry, 'log' | 'watch'>,
): Promise<void> {
  const ledger = sequencing.database.withTables<LedgerTables>()
  if (!(await isSignedByOurs(sequencing))) {
    throw new Error(
      'The ledger in this database was signed with a key that is not in our folder of keys. Several hosts share one ' +
        'folder: let GUANJIA_KEYS name it, or put the keys of the first host back.',
    )
  }
  const saved = await healLedger(ledger)
  if (saved > 0)
    log.error({ leaves: saved }, 'the ledger was restored or lost its place: its leaves are taken up again')
  watch({
    name: 'guanjia_ledger_waiting',
    help: 'Leaves recorded and not in the tree yet',
    ask: () => countWaiting(ledger),
  })
  const missing = remembered(() => countMissing(ledger))
  watch({
    name: 'guanjia_ledger_missing',
    help: 'Leaves that neither stand in the tree nor wait for it; anything but 0 is an alarm',
    ask: async () => {
      const count = await missing()
      if (count > 0)
        log.error({ leaves: count }, 'leaves are missing from the ledger: start a server again to mend it')
      return count
    },
  })
}

function remembered(ask: () => Promise<number>): () => Promise<number> {
  let last: { readonly at: number; readonly value: number } | undefined
  return async () => {
    if (last === undefined || performance.now() - last.at > countEveryMilliseconds)
      last = { at: performance.now(), value: await ask() }
    return last.value
  }
}
