import './plan.css'
import './plan-phone.css'

export { keepPlan, keptPlan } from './plan/offline-plan.ts'
export { usePlanView } from './plan/use-plan-choice.ts'
export { usePlanningTexts } from './plan/use-planning-texts.ts'
export type { PlanSheet } from './plan-sheet.ts'
export { PlanView } from './plan-view.tsx'
export { SmallPlan } from './small-plan.tsx'
