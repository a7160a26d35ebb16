export {
  type Answer,
  type Condition,
  type ConditionSetting,
  evaluate,
  factsRead,
  parseCondition,
  type RuleOrigin,
} from './condition.ts'
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
} from './decision-table.ts'
export type { Facts, FactValue } from './fact.ts'
export type { FactRead, Reason } from './frame.ts'
export type { ExpressionRefusal } from './reading.ts'
export { checkTable } from './table-check.ts'
export { parseTable, type TableFinding } from './table-reader.ts'
export { checkVersions, type Dated, versionOn } from './version.ts'
