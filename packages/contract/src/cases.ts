/**
 * Cases on the wire: the applicant's side, the counter, the departments.
 */

export * from './cases/applicant.ts'
export { orderApprovals, takeBackApprovals } from './cases/approvals.ts'
export { caseProblems } from './cases/case-parts.ts'
export * from './cases/counter.ts'
export * from './cases/counter-papers.ts'
export * from './cases/department.ts'
export * from './cases/duties.ts'
export * from './cases/evidence.ts'
export * from './cases/form.ts'
export * from './cases/phrases.ts'
export * from './cases/rating.ts'
export * from './cases/reading.ts'
