/**
 * Projects, their stewards, questions and plans on the wire.
 */

export * from './projects/plan.ts'
export * from './projects/project.ts'
export * from './projects/questions.ts'
export * from './projects/reminders.ts'
export * from './projects/steward-board.ts'
export * from './projects/steward-page.ts'
