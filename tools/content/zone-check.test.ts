import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { problemCodes } from './problem-codes.ts'
import { checkWholeZone, checkZone } from './zone-check.ts'

const home = join(import.meta.dirname, '../..')
const folders: string[] = []

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

const rule = `id: fire
hitPolicy: unique
from: 2026-01-01
inputs:
  - { expression: 场地.面积, label: area, unit: m2, allowed: '>= 0' }
outputs: [level]
rows:
  - { id: small, when: ['< 200'], then: { level: low }, basis: 消防法 15, source: law.md, mark: S }
  - { id: large, when: ['>= 200'], then: { level: high }, basis: 消防法 15, source: law.md, mark: S }
`
const service = `services:
  - id: food-business-licence
    name: { zh-CN: 食品经营许可, en: Food business licence }
    kind: permit
    stage: 5
    authorities: [market-supervision]
    legalBasis: [{ statute: 食品安全法, article: 35, mark: S }]
    statutory: { value: 10, unit: working-days, source: decree.md, mark: S }
    committed: { value: 5, unit: working-days, source: decree.md, mark: U }
    evidence:
      - { type: lease, source: applicant, when: not(premises.owned) }
    outputs: [licence]
    source: law.md
    mark: S
`
const year = `year: 2026
source: https://notice.example
mark: S
workingDaysInYear: 261
workingDaysByMonth: [22, 20, 22, 22, 21, 22, 23, 21, 22, 22, 21, 23]
daysOff:
  国庆节: ['2026-10-01', '2026-10-02']
makeUpDays:
  国庆节: ['2026-10-10', '2026-10-17']
`
const good: Readonly<Record<string, string>> = {
  'zone.yaml':
    'id: zone\nlanguages: [zh-CN, en]\nutcOffsetMinutes: 480\nauthorities:\n  - { id: market-supervision, name: { zh-CN: 市场监管局, en: Market supervision }, source: x, mark: S }\n',
  'problems/rules.yaml':
    'seat-taken:\n  zh-CN: { title: 工位已被占用, detail: 请另选一个工位。 }\n  en: { title: Taken, detail: Choose another. }\n',
  'rules/fire.yaml': rule,
  'services/food.yaml': service,
  'catalogue/evidence.yaml':
    'evidence:\n  - { id: lease, name: { zh-CN: 租赁合同, en: Lease }, form: document }\n',
  'projects/attributes.yaml':
    'topics:\n  - { id: place, name: { zh-CN: 场所, en: Premises } }\nattributes:\n  - { id: premises.owned, name: { zh-CN: 自有, en: Owned }, type: boolean, topic: place, question: { zh-CN: 是否自有？, en: Owned? }, source: x, mark: S }\n',
  'catalogue/outputs.yaml':
    'outputs:\n  - { id: licence, name: { zh-CN: 许可证, en: Licence }, kind: permit }\n',
  'catalogue/statutes.yaml':
    'statutes:\n  - { id: 食品安全法, name: { zh-CN: 食品安全法, en: Food Safety Law }, from: 2021-04-29, source: law.md, mark: S }\n',
  'calendar/2026.yaml': year,
  'limits.yaml': 'source: 示例\nmark: U\nholdMinutes: 30\nshareholders: { from: 1, to: 50 }\n',
}

/** The content of a small zone with the given files in place of its own; gives the folder of all zones. */
function aFolder(changed: Readonly<Record<string, string>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'content-'))
  folders.push(folder)
  for (const [place, text] of Object.entries({ ...good, ...changed })) {
    mkdirSync(dirname(join(folder, 'zone', place)), { recursive: true })
    writeFileSync(join(folder, 'zone', place), text)
  }
  return folder
}

function found(changed: Readonly<Record<string, string>>, codes: readonly string[] = []): readonly string[] {
  const folder = aFolder(changed)
  const { files, findings } = checkZone(join(folder, 'zone'), join(folder, 'zone'), codes)
  expect(files).toBeGreaterThan(5)
  return findings.map(({ file, line, code }) => `${file}:${line} ${code}`)
}

describe(checkZone, () => {
  it('finds nothing in content that is right', () => {
    expect(found({}, ['seat-taken'])).toEqual([])
  })
  it.each<[string, string, string, readonly string[]]>([
    ['text that is no YAML', 'limits.yaml', 'a: 1\nb: [1\n', ['limits.yaml:3 yaml-not-readable']],
    ['a key written twice', 'limits.yaml', 'a: x\na: y\n', ['limits.yaml:2 yaml-not-readable']],
    [
      'a figure without source and mark',
      'limits.yaml',
      '\nholdMinutes: 30\n',
      ['limits.yaml:2 source-missing', 'limits.yaml:2 mark-missing'],
    ],
    [
      'a figure without unit',
      'limits.yaml',
      'source: x\nmark: U\nhold: 30\n',
      ['limits.yaml:3 unit-missing'],
    ],
    [
      'a mark that is none',
      'limits.yaml',
      'source: x\nmark: X\nholdMinutes: 30\n',
      ['limits.yaml:2 mark-unknown'],
    ],
    ['a source that says nothing', 'limits.yaml', "source: ''\nmark: S\n", ['limits.yaml:1 source-missing']],
    [
      'a text in one language only',
      'limits.yaml',
      '\nlabel:\n  zh-CN: 名称\n',
      ['limits.yaml:3 text-missing'],
    ],
    [
      'a folder with another name than the zone',
      'zone.yaml',
      'id: qingdao\nlanguages: [zh-CN, en]\nauthorities: [{ id: market-supervision, name: { zh-CN: 市场监管局, en: Market supervision }, source: x, mark: S }]\n',
      ['zone.yaml:1 zone-misnamed'],
    ],
    [
      'an authority that is not there',
      'services/food.yaml',
      service.replace('market-supervision', 'nobody'),
      ['services/food.yaml:6 id-unknown'],
    ],
    [
      'evidence that is not there',
      'services/food.yaml',
      service.replace('type: lease', 'type: deed'),
      ['catalogue/evidence.yaml:2 evidence-unused', 'services/food.yaml:11 id-unknown'],
    ],
    [
      'a condition that cannot be read',
      'services/food.yaml',
      service.replace('not(premises.owned)', 'a && b'),
      ['services/food.yaml:11 expression-not-readable'],
    ],
    ['a gap in a table', 'rules/fire.yaml', rule.replace('>= 200', '> 200'), ['rules/fire.yaml:8 gap']],
    [
      'an overlap in a table',
      'rules/fire.yaml',
      rule.replace('>= 200', '> 100'),
      ['rules/fire.yaml:9 overlap'],
    ],
    [
      'a cell that cannot be read',
      'rules/fire.yaml',
      rule.replace('>= 200', '≥ 200'),
      ['rules/fire.yaml:9 expression-not-readable'],
    ],
    [
      'a row without its article',
      'rules/fire.yaml',
      rule.replace('basis: 消防法 15, source', 'source'),
      ['rules/fire.yaml:8 text-missing'],
    ],
    [
      'numbers in a table without their unit',
      'rules/fire.yaml',
      rule.replace('unit: m2, ', ''),
      ['rules/fire.yaml:5 unit-missing'],
    ],
    [
      'versions of a table that leave days out',
      'rules/fire-2025.yaml',
      rule.replace('2026-01-01', '2025-01-01\nto: 2025-12-30'),
      ['rules/fire.yaml:3 version-gap'],
    ],
    [
      'a year whose working days are miscounted',
      'calendar/2026.yaml',
      year.replace('workingDaysInYear: 261', 'workingDaysInYear: 260').replace('[22,', '[21,'),
      ['calendar/2026.yaml:4 working-days-miscounted', 'calendar/2026.yaml:5 working-days-miscounted'],
    ],
    [
      'a day off that does not exist',
      'calendar/2026.yaml',
      year.replace('2026-10-01', '2026-02-29'),
      ['calendar/2026.yaml:7 calendar-malformed'],
    ],
    [
      'a day that is both off and worked',
      'calendar/2026.yaml',
      year.replace("'2026-10-17'", "'2026-10-02'"),
      ['calendar/2026.yaml:9 calendar-malformed'],
    ],
    [
      'a year left out between two',
      'calendar/2024.yaml',
      'year: 2024\nsource: https://notice.example\nmark: S\nworkingDaysInYear: 262\ndaysOff: {}\n',
      ['calendar/2026.yaml:1 calendar-gap'],
    ],
    ['a year in the file of another', 'calendar/2027.yaml', year, ['calendar/2027.yaml:1 year-misplaced']],
    [
      'a problem text without a way to mend',
      'problems/more.yaml',
      'late:\n  zh-CN: { title: 已过期 }\n  en: { title: Late, detail: Ask again! }\n',
      ['problems/more.yaml:2 text-missing', 'problems/more.yaml:3 exclamation-mark'],
    ],
    [
      'a problem text written twice',
      'problems/z.yaml',
      good['problems/rules.yaml'] ?? '',
      ['problems/z.yaml:2 code-repeated'],
    ],
  ])('finds %s', (_what, place, text, findings) => {
    expect(found({ [place]: text })).toEqual(findings)
  })
  it('finds a code that routes answer with and no text explains', () => {
    expect(found({}, ['seat-taken', 'seat-unknown'])).toEqual(['problems/:1 problem-text-missing'])
  })
})

describe(problemCodes, () => {
  it('knows the codes of the contract', async () => {
    expect(await problemCodes(join(home, 'packages/contract/src'))).toContain('log-in-failed')
  })
})

/** A copy of the zone of this house with some files changed; a file that becomes undefined is taken away. */
function aZone(changed: Readonly<Record<string, (text: string) => string | undefined>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'content-'))
  folders.push(folder)
  cpSync(join(home, 'content/qingdao'), join(folder, 'qingdao'), { recursive: true })
  for (const [place, change] of Object.entries(changed)) {
    const file = join(folder, 'qingdao', place)
    const before = readFileSync(file, 'utf8')
    const text = change(before)
    expect(text).not.toBe(before)
    if (text === undefined) rmSync(file)
    else writeFileSync(file, text)
  }
  return folder
}

describe(checkWholeZone, () => {
  const checked = (changed: Parameters<typeof aZone>[0]) => {
    const zone = join(aZone(changed), 'qingdao')
    return checkWholeZone(zone, zone, []).findings.map(({ file, line, code }) => `${file}:${line} ${code}`)
  }

  it('finds nothing in the zone of this house', { timeout: 120_000 }, () => {
    expect(checked({})).toEqual([])
  })

  // a reader stops at the first file it misses: files of one reader are taken away one after the other
  it.each([
    ['hours', 'stewards', 'registration/carriers', 'names/forms', 'documents/licence', 'counters/outreach'],
    ['registration/decision-checks'],
    ['registration/scope-entries'],
    ['registration/services'],
  ])('misses %s', { timeout: 120_000 }, (...names) => {
    const places = names.map((name) => `${name}.yaml`)
    const found = checked(Object.fromEntries(places.map((place) => [place, () => undefined])))
    expect(found).toEqual(expect.arrayContaining(places.map((place) => `${place}:1 file-missing`)))
  })

  it('misses a year in the middle of the calendar', { timeout: 120_000 }, () => {
    expect(checked({ 'calendar/2024.yaml': () => undefined })).toEqual([
      expect.stringMatching(/^calendar\/2025\.yaml:\d+ calendar-gap$/),
    ])
  })

  it.each<[string, string, string]>([
    ['hours.yaml', '09:00', '25:00'],
    ['zone.yaml', 'utcOffsetMinutes: 480', 'utcOffsetMinutes: eight'],
    ['registration/carriers.yaml', 'floors:', 'flours:'],
  ])('finds in %s that %s became %s', { timeout: 120_000 }, (place, was, becomes) => {
    const found = checked({ [place]: (text) => text.replace(was, becomes) })
    expect(found.join()).toContain('content-unreadable')
    expect(found.filter((finding) => finding.startsWith(place.replace(/[^/]*$/, '')))).not.toEqual([])
  })
})

describe('check-content', () => {
  const run = (...given: string[]) =>
    spawnSync(process.execPath, [join(home, 'tools/check-content.ts'), ...given], { encoding: 'utf8' })

  it('ends with 0 and says what it read', { timeout: 120_000 }, () => {
    const { status, stdout } = run(aZone())
    expect(stdout).toMatch(/^\d{2,} files of 1 zones read, 0 findings\n$/)
    expect(status).toBe(0)
  })
  it('ends with 1 on a finding, for people and for programs', { timeout: 120_000 }, () => {
    const folder = aZone({ 'calendar/2025.yaml': (text) => text.replace(/year: 2025/, 'year: 2005') })
    const { status, stdout } = run(folder)
    expect(status).toBe(1)
    expect(stdout).toMatch(/qingdao\/calendar\/2025\.yaml:\d+: year-misplaced: /)
    const json = run(folder, '--json')
    expect(json.status).toBe(1)
    expect(json.stdout).toContain('"year-misplaced"')
  })
  it('ends with 1 where there is nothing to read', () => {
    const empty = mkdtempSync(join(tmpdir(), 'content-'))
    folders.push(empty)
    expect(run(empty).status).toBe(1)
  })
})
