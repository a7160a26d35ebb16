import { defineConfig } from 'vitest/config'

/** The law in pure functions: no state to keep apart, so that the files of a worker share what they import. */
const pure = ['packages/core/**/*.test.ts', 'packages/contract/**/*.test.ts']

export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    projects: [
      { extends: true, test: { name: 'law', include: pure, isolate: false } },
      {
        extends: true,
        test: {
          name: 'house',
          include: ['packages/**/*.test.ts', 'tools/**/*.test.ts'],
          exclude: ['**/node_modules/**', ...pure],
          globalSetup: ['packages/devkit/src/postgres-global-setup.ts'],
        },
      },
    ],
  },
})
