/**
 * Writing the leaves that acts of the desk still owe: those of a command that ended between the act and the ledger, and for
 * all others the note that nothing is owed.
 */

import { systemPrincipal } from '@guanjia/core/access'
import { accept, refuse } from '@guanjia/core/kernel'
import type { DeskRoom } from './desk-ports.ts'
import { type DeskLeaf, leafOf } from './store/desk-leaf.ts'
import { claimLeaves } from './store/owed-leaves.ts'

type HealingRoom = Pick<DeskRoom, 'leads' | 'runCommand' | 'jobs' | 'newId'>

const job = 'leads.write-owed-leaves'
const principal = systemPrincipal('leads')
const mostAtOnce = 200

/** Looks every minute for what is owed. */
export function healLeaves(room: HealingRoom): void {
  room.jobs.handle(job, () => writeOwed(room))
  room.jobs.every(job, '* * * * *')
}

async function writeOwed(room: HealingRoom): Promise<void> {
  const owed = await room.leads
    .selectFrom('leads.owed_leaf')
    .selectAll()
    .orderBy('owed_on')
    .orderBy('id')
    .limit(mostAtOnce)
    .execute()
  for (const { id, leaves } of owed) {
    await writeOnce(room, id, leaves)
    // only now: a crash before it finds the leaves claimed, and writes none twice
    await room.leads.deleteFrom('leads.owed_leaf').where('id', '=', id).execute()
  }
}

/** Writes the leaves, unless the command of the act or somebody else did. */
async function writeOnce(
  { runCommand, newId }: HealingRoom,
  id: string,
  leaves: readonly DeskLeaf[],
): Promise<void> {
  const command = {
    name: 'leads.write-owed-leaves',
    principal,
    correlationId: newId(),
    subject: id,
    legal: true,
  }
  await runCommand(command, async (context) => {
    if (!(await claimLeaves(context.tx, id))) return refuse('leaves-written')
    for (const leaf of leaves) context.record(leafOf(context, leaf))
    return accept(null)
  })
}
