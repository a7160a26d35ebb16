/**
 * Space for firms on the wire: searching, stating a need and following it, the desks of carriers and departments.
 */

export * from './premises/carrier-desk.ts'
export * from './premises/need-acts.ts'
export * from './premises/needs.ts'
export { needProblems } from './premises/premises-parts.ts'
export * from './premises/renewals.ts'
export * from './premises/room-photos.ts'
export * from './premises/searching.ts'
