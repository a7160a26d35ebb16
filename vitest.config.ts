import { defineConfig } from 'vitest/config'

/** The law in pure functions. */
const pure = ['packages/core/**/*.test.ts', 'packages/contract/**/*.test.ts']

export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    // nothing keeps state in its modules: the files of a worker share what they import, which is a third of the time
    isolate: false,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    projects: [
      { extends: true, test: { name: 'law', include: pure } },
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
