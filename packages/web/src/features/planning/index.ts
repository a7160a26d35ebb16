import './plan.css'

export { usePlanView } from './plan/use-plan-choice.ts'
export { usePlanTrial } from './plan/use-plan-trial.ts'
export { usePlanningTexts } from './plan/use-planning-texts.ts'
export { PlanScreen } from './plan-screen.tsx'
export type { PlanOwner, PlanSheet } from './plan-sheet.ts'
