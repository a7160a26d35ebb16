export { assert, unreachable } from './assert.ts'
export type { Brand } from './brand.ts'
export {
  type BreakdownRow,
  discloseBreakdown,
  type ShownRow,
  smallestShownCount,
} from './disclosure-control.ts'
export { type Money, moneyText, parseMoney } from './money.ts'
export { isPlainId } from './plain-id.ts'
export { type Accepted, accept, type Refused, type Result, refuse } from './result.ts'
export { filled } from './sentence.ts'
