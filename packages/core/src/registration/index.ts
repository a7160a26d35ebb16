export * from './licence.ts'
export * from './names.ts'
