/**
 * Supervision on the wire: the lights of land-using industrial projects, the facts behind them, the orders that follow; the
 * ledger of tasks with its two duty lists; one board of everything owed; campaigns; joint inspections; exchange packages; joint
 * consultations; recommendations; tolerance, clearing, false accusations; bulletins.
 */

export * from './supervision/board.ts'
export * from './supervision/bulletins.ts'
export * from './supervision/campaigns.ts'
export * from './supervision/conduct.ts'
export * from './supervision/consultations.ts'
export * from './supervision/exchange.ts'
export * from './supervision/inspections.ts'
export * from './supervision/links.ts'
export * from './supervision/node-acts.ts'
export * from './supervision/obligations.ts'
export * from './supervision/orders.ts'
export * from './supervision/recommendations.ts'
export * from './supervision/statements.ts'
export * from './supervision/tasks.ts'
