import type { Principal } from '@guanjia/core/access'
import { assert } from '@guanjia/core/kernel'

/** Who works at the counter; the table of permissions lets in clerks only. */
export function clerkOf(principal: Principal): string {
  assert(principal.kind === 'person', 'clerks are people')
  return principal.id
}
