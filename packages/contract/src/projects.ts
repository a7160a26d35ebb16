/**
 * Projects on the wire: their stewards, questions and plans, and how they really go.
 */

export * from './projects/catalogue-effect.ts'
export * from './projects/commitments.ts'
export * from './projects/own-projects.ts'
export * from './projects/plan.ts'
export * from './projects/progress.ts'
export * from './projects/project.ts'
export * from './projects/questions.ts'
export * from './projects/reminders.ts'
export * from './projects/shares.ts'
export * from './projects/steward-board.ts'
export * from './projects/steward-page.ts'
export * from './projects/steward-report.ts'
