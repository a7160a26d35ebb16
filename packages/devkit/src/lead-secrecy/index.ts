export { type CanaryReport, fileByForm, fileSealed, lookSealed } from './canary-reports.ts'
export { filesWith, hitsIn, spellings, tablesWith, wordsInMemory } from './canary-search.ts'
