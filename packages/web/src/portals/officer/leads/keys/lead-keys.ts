import type { CallOutput } from '../../../../api/call.ts'

/** All keys, one's own with their locks. */
export type Keys = CallOutput<'GET /api/leads/keys'>

/** The first letters of a key's id, as people compare them. */
export function shortKey(keyId: string): string {
  return (keyId.slice(0, 16).match(/.{4}/g) ?? []).join(' ')
}
