/**
 * Supervision on the wire: the lights of land-using industrial projects, the facts behind them, and the orders that follow.
 */

export * from './supervision/board.ts'
export * from './supervision/node-acts.ts'
export * from './supervision/orders.ts'
