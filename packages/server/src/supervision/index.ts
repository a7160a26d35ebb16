/**
 * Supervision: the lights of the nodes of projects.
 */

export { type ProjectFacts, readLightFacts } from './light-facts-file.ts'
export { type LightsContent, lightSentence, readLightsContent, rulesNamed } from './lights-content.ts'
