export {
  type Answer,
  type Condition,
  type ConditionSetting,
  evaluate,
  factsRead,
  parseCondition,
  type RuleOrigin,
} from './condition.ts'
export type { Facts, FactValue } from './fact.ts'
export type { FactRead, Reason } from './frame.ts'
export type { ExpressionRefusal } from './reading.ts'
