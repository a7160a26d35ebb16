/**
 * The papers an applicant hands in with a set-up: which are asked for, which were given, which are still missing.
 */

export * from './papers/asked-papers.ts'
export * from './papers/attached-paper.ts'
export * from './papers/paper-rules.ts'
