/**
 * A small house in a folder of its own, in which the tests of the walls plant a violation.
 */

import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** The folder of the real house. */
export const home = join(import.meta.dirname, '../..')
const trees: string[] = []

/** An empty folder. */
export function emptyTree(): string {
  const root = mkdtempSync(join(tmpdir(), 'house-'))
  trees.push(root)
  return root
}

/** A small house: two rooms in core, a contract, a server room and the files given on top. */
export function aHouse(extra: Readonly<Record<string, string>>): string {
  const root = emptyTree()
  const files: Record<string, string> = {
    'packages/core/package.json':
      '{"name":"@guanjia/core","type":"module","exports":{"./*":"./src/*/index.ts"}}',
    'packages/core/src/kernel/index.ts': 'export const word = 1\n',
    'packages/core/src/calendar/index.ts': "export { day } from './day.ts'\n",
    'packages/core/src/calendar/day.ts':
      "import { word } from '../kernel/index.ts'\nexport const day = word\n",
    'packages/core/src/cases/index.ts':
      "import { day } from '../calendar/index.ts'\nexport const opened = day\n",
    'packages/core/src/statistics/index.ts': 'export const rate = 1\n',
    'packages/core/src/planning/index.ts': 'export const plan = 1\n',
    'packages/core/src/policies/index.ts': 'export const policy = 1\n',
    'packages/contract/src/cases.ts':
      "import { opened } from '@guanjia/core/cases'\nexport const route = opened\n",
    'packages/server/src/app.ts': "import { store } from './cases/index.ts'\nexport const app = store\n",
    'packages/server/src/cases/index.ts': "export { store } from './case-store.ts'\n",
    'packages/server/src/cases/case-store.ts': 'export const store = 1\n',
    'packages/web/src/api/index.ts': 'export const client = 1\n',
    'packages/web/src/features/cases/index.ts': 'export const list = 1\n',
    'packages/web/src/portals/public/home.ts': 'export const home = 1\n',
    'packages/agents/src/index.ts': 'export const agent = 1\n',
    'packages/devkit/src/index.ts': 'export const kit = 1\n',
    ...extra,
  }
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  mkdirSync(join(root, 'node_modules/@guanjia'), { recursive: true })
  symlinkSync(join(root, 'packages/core'), join(root, 'node_modules/@guanjia/core'))
  return root
}

/** Takes down every tree that was planted. */
export function clearTrees(): void {
  for (const tree of trees.splice(0)) rmSync(tree, { recursive: true, force: true })
}
