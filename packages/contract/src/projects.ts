/**
 * Projects, their stewards and their plans on the wire.
 */

export * from './projects/plan.ts'
export * from './projects/project.ts'
