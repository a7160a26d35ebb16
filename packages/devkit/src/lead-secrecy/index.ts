export { ask, type CanaryReport, fileByForm, fileSealed, lookSealed, payForLook } from './canary-reports.ts'
export { filesWith, searchFor, spellings, tablesWith, wordsInMemory } from './canary-search.ts'
