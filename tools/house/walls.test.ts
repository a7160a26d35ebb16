import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { aHouse, clearTrees, emptyTree, home } from './planted-house.ts'
import { cruise } from './walls.ts'

afterEach(clearTrees)

function broken(extra: Readonly<Record<string, string>>): readonly string[] {
  const { examined, violations } = cruise(aHouse(extra))
  expect(examined).toBeGreaterThan(10)
  return violations.map(({ rule }) => rule.name)
}

describe(cruise, () => {
  it('finds nothing in a house that is straight', () => {
    expect(broken({})).toEqual([])
  })

  it.each([
    ['an import up', 'packages/core/src/calendar/late.ts', "import '../cases/index.ts'\n", 'floors-calendar'],
    [
      'an import sideways',
      'packages/core/src/planning/wish.ts',
      "import '../policies/index.ts'\n",
      'floors-planning',
    ],
    [
      'an import up across packages',
      'packages/server/src/planning/index.ts',
      "import '@guanjia/core/statistics'\n",
      'floors-planning',
    ],
    [
      'a side door',
      'packages/server/src/supervision/index.ts',
      "import '../cases/case-store.ts'\n",
      'front-door-cases',
    ],
    ['Node in core', 'packages/core/src/calendar/disk.ts', "import 'node:fs'\n", 'core-is-pure'],
    [
      'a client that imports the server',
      'packages/web/src/ui/spy.ts',
      "import '../../../server/src/app.ts'\n",
      'clients-never-import-the-server',
    ],
    [
      'a platform that knows a room',
      'packages/server/src/platform/http/http.ts',
      "import '../../cases/index.ts'\n",
      'platform-knows-no-room',
    ],
    [
      'a room that imports the root',
      'packages/server/src/cases/up.ts',
      "import '../app.ts'\n",
      'rooms-never-import-the-root',
    ],
    [
      'an import that leads nowhere',
      'packages/web/src/ui/lost.ts',
      "import './nowhere.ts'\n",
      'nothing-unresolved',
    ],
    [
      'a side door of the same room in another package',
      'packages/server/src/calendar/spy.ts',
      "import '../../../core/src/calendar/day.ts'\n",
      'front-door-calendar',
    ],
    [
      'an import up from a folder of the contract',
      'packages/contract/src/registration/spy.ts',
      "import '@guanjia/core/statistics'\n",
      'floors-registration',
    ],
    [
      'a contract that knows the server',
      'packages/contract/src/ledger.ts',
      "import '../../server/src/app.ts'\n",
      'contract-knows-core-only',
    ],
    [
      'a client that imports another client',
      'packages/agents/src/spy.ts',
      "import '../../web/src/api/index.ts'\n",
      'clients-never-import-each-other',
    ],
    [
      'a feature that knows a page',
      'packages/web/src/features/cases/page.ts',
      "import '../../portals/public/home.ts'\n",
      'web-features-below-portals',
    ],
    [
      'the devkit outside the tests',
      'packages/server/src/cases/kit.ts',
      "import '../../../devkit/src/index.ts'\n",
      'devkit-is-for-tests',
    ],
    [
      'a feature in ui',
      'packages/web/src/ui/heavy.ts',
      "import '../features/cases/index.ts'\n",
      'web-ui-is-low',
    ],
  ])('refuses %s', (_name, path, text, rule) => {
    expect(broken({ [path]: text })).toContain(rule)
  })

  it('refuses a circle of two files', () => {
    expect(
      broken({
        'packages/core/src/cases/one.ts': "import { two } from './two.ts'\nexport const one = two\n",
        'packages/core/src/cases/two.ts': "import { one } from './one.ts'\nexport const two = one\n",
      }),
    ).toContain('no-circles')
  })

  it('lets a room enter its other half by the front door', () => {
    const path = 'packages/server/src/calendar/straight.ts'
    expect(broken({ [path]: "import '../../../core/src/calendar/index.ts'\n" })).toEqual([])
  })

  it('holds every rule by a planted violation', () => {
    const rules = readFileSync(join(home, '.dependency-cruiser.mjs'), 'utf8')
    const names = [...rules.matchAll(/name: ['`]([a-z-]+?)(?:-\$\{name\})?['`]/g)].map(
      (match) => match[1] ?? '',
    )
    expect(names).toContain('floors')
    const planted = readFileSync(import.meta.filename, 'utf8')
    expect(names.filter((name) => !planted.includes(`'${name}`))).toEqual([])
  })
})

describe('a check that examined nothing', () => {
  it.each(['walls.ts', 'house-check.ts'])('fails in %s', (tool) => {
    const empty = emptyTree()
    mkdirSync(join(empty, 'packages'))
    const ended = spawnSync(process.execPath, [join(home, 'tools/house', tool), empty], { encoding: 'utf8' })
    expect(ended.status).toBe(1)
    expect(ended.stdout).toMatch(/no (module|file) was examined/)
  })
})
