/**
 * The desk of confidential leads on the wire. What was said passes as cipher text in both directions: the server has no key
 * to it. Whoever is no handler or keeper is told that none of this is there.
 */

export * from './leads/desk.ts'
export * from './leads/handling.ts'
export * from './leads/identity.ts'
export * from './leads/intake-door.ts'
export * from './leads/keys.ts'
export * from './leads/overview.ts'
