/**
 * Leaves as the desk owes them to the ledger: what they say in the clear, and what only as a commitment.
 */

import type { CommandContext, LeafDraft } from '../../../platform/commands/command.ts'

/** A leaf of the desk. */
export interface DeskLeaf {
  readonly act: string
  readonly subject: string
  readonly body?: Readonly<Record<string, string | number>>
  /** what stands in the leaf as a commitment alone */
  readonly sealed: Readonly<Record<string, string>>
}

/** The leaf as the ledger holds it. */
export function leafOf(
  { commit }: Pick<CommandContext, 'commit'>,
  { act, subject, body, sealed }: DeskLeaf,
): LeafDraft {
  const commitments = Object.entries(sealed).map(([name, value]) => [name, commit(value)] as const)
  return { act, subject, body: { ...body, ...Object.fromEntries(commitments) } }
}
