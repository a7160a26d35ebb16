export {
  type Answer,
  type Condition,
  type ConditionSetting,
  constantsCompared,
  evaluate,
  factsRead,
  parseCondition,
  type RuleOrigin,
} from './condition.ts'
export type { ComparedConstant } from './expressions/compared-constants.ts'
export type { ExpressionRefusal } from './expressions/reading.ts'
export type { FactRead, Reason } from './frame.ts'
export {
  type CellReason,
  type DecisionTable,
  decide,
  type HitPolicy,
  type Outputs,
  type ReadTable,
  type RowReason,
  type TableAnswer,
  type TableInput,
  type TableOutput,
  type TableRow,
} from './tables/decision-table.ts'
export { checkTable } from './tables/table-check.ts'
export { parseTable, type TableFinding } from './tables/table-reader.ts'
export { findTableVersion, tableOn, tableVersion } from './tables/table-version.ts'
export { type Facts, type FactValue, isKnown } from './values/fact.ts'
export { checkVersions, type Dated, versionOn } from './version.ts'
