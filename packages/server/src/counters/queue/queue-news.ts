/**
 * What the clerks hear while their counter is open: that the line, or what somebody has begun, is no longer as it was.
 */

import type { CommandContext } from '../../platform/commands/command.ts'
import type { CountersPorts } from '../outreach-routes.ts'

/** Tells every clerk that a number was given, called, let go or passed on, or that something begun was handed over. */
export async function tellClerks(
  { live }: Pick<CountersPorts, 'live'>,
  { tx }: CommandContext,
  id: string,
): Promise<void> {
  await live.publish(tx, { topic: 'role:clerk', type: 'counters.line-changed', id })
}
