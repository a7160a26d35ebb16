/**
 * Taking a notice of gaps back at the counter: possible until it has gone out. Afterwards the applicant has a day to answer
 * by, and the time in which silence accepts must not run on behind their back.
 */

import { accept, type Result, refuse } from '@guanjia/core/kernel'
import type { CommandContext } from '../../platform/commands/command.ts'
import { type CaseMoved, type CommandRefusal, commandCase } from '../case-commands.ts'
import type { CasesPorts } from '../cases-ports.ts'
import { lockCase } from '../store/case-store.ts'
import { casesTables } from '../store/cases-tables.ts'

interface Undo {
  readonly id: string
  readonly version: number
  readonly reason: string
}

/** Takes the notice back that nobody was told of yet. */
export async function takeBackNotice(
  ports: CasesPorts,
  context: CommandContext,
  { id, version, reason }: Undo,
): Promise<Result<CaseMoved, CommandRefusal | 'correction-told-already'>> {
  const untold = await untoldStill(ports, context, id)
  if (!untold.ok) return untold
  return commandCase(ports, context, { id, version, want: () => ({ type: 'take-back-correction', reason }) })
}

async function untoldStill(
  { content }: CasesPorts,
  context: CommandContext,
  id: string,
): Promise<Result<undefined, 'correction-told-already'>> {
  const { state } = await lockCase(context, id)
  const asked = await casesTables(context.tx)
    .selectFrom('case_event')
    .select('at')
    .where('case_id', '=', id)
    .where('type', '=', 'correction-requested')
    .orderBy('version', 'desc')
    .executeTakeFirst()
  const isBefore = state.situation.at === 'correcting' && state.acceptance === null
  if (!isBefore || asked === undefined) return accept(undefined)
  const toldAt = asked.at.getTime() + content.undoSeconds * 1000
  return context.now.getTime() < toldAt ? accept(undefined) : refuse('correction-told-already')
}
