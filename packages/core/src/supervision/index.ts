export { type Light, lights, severer } from './lights/light.ts'
export {
  type LightCriteria,
  type LightRule,
  type ProgressUnit,
  ruleOn,
  type Span,
  type Threshold,
} from './lights/light-rule.ts'
export type { NodeFacts, NodePause, PlannedDay, ProgressReport } from './lights/node-facts.ts'
export { type LightQuestion, type LightReason, type NodeLight, nodeLight } from './lights/node-light.ts'
export {
  type LightChange,
  lightChanges,
  type ProjectLights,
  projectLights,
} from './lights/project-lights.ts'
