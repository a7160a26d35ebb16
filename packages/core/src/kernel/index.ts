export { assert, unreachable } from './assert.ts'
export type { Brand } from './brand.ts'
export { type Money, moneyText, parseMoney } from './money.ts'
export { type Accepted, accept, type Refused, type Result, refuse } from './result.ts'
