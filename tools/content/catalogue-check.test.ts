import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkZone } from './zone-check.ts'

const source = join(import.meta.dirname, '../../content/qingdao')
let zone = ''

beforeAll(() => {
  zone = join(mkdtempSync(join(tmpdir(), 'catalogue-')), 'qingdao')
  cpSync(source, zone, { recursive: true })
})
afterAll(() => rmSync(join(zone, '..'), { recursive: true, force: true }))

interface Planted {
  readonly place: string
  /** a text that stands once in the file */
  readonly text: string
  readonly becomes: string
}

/** What is found, as `file:line code`, with a fault planted in the zone; the file is mended afterwards. */
function found({ place, text, becomes }: Planted): readonly string[] {
  const file = join(zone, place)
  const good = readFileSync(file, 'utf8')
  expect(good.split(text), `${text} stands once in ${place}`).toHaveLength(2)
  writeFileSync(file, good.replace(text, becomes))
  const { findings } = checkZone(zone, zone, [])
  writeFileSync(file, good)
  return findings.map((finding) => `${finding.file}:${finding.line} ${finding.code}`)
}

function lineOf(place: string, text: string): number {
  const good = readFileSync(join(source, place), 'utf8')
  return good.slice(0, good.indexOf(text)).split('\n').length
}

const stage1 = 'services/stage-1.yaml'
const stage3 = 'services/stage-3.yaml'
const stage4 = 'services/stage-4.yaml'
const attributes = 'projects/attributes.yaml'
const derived = 'projects/derived-facts.yaml'
const path = 'projects/path.yaml'

describe('the catalogue of a zone', () => {
  it('has no fault as it stands', () => {
    expect(checkZone(source, source, []).findings).toEqual([])
  })
  it.each<[what: string, place: string, text: string, becomes: string, code: string]>([
    [
      'a prerequisite that does not exist',
      stage3,
      'after: [M202, M305, M306]',
      'after: [M202, M305, M399]',
      'id-unknown',
    ],
    [
      'a condition on an attribute that does not exist',
      stage1,
      'when: water.takes',
      'when: water.take',
      'attribute-unknown',
    ],
    [
      'a comparison with a value outside the choices',
      stage1,
      'when: eia.class = "register"',
      'when: eia.class = "registr"',
      'value-impossible',
    ],
    [
      'a comparison with a value of another kind',
      stage3,
      'when: earthworkM3 > 0 or build.demolition',
      'when: earthworkM3 > "0" or build.demolition',
      'value-impossible',
    ],
    [
      'a service that no project can need',
      stage4,
      'when: pollutant.permit != "none"',
      'when: pollutant.permit = "key" and pollutant.permit = "simple"',
      'service-dead',
    ],
    [
      'a threshold that no number can meet',
      stage3,
      'when: green.occupy or green.trees > 0',
      'when: green.trees > 20 and green.trees < 10',
      'service-dead',
    ],
    [
      'evidence asked of the applicant that a register supplies',
      stage3,
      '{ type: contractor-qualification, source: register }',
      '{ type: contractor-qualification, source: applicant }',
      'evidence-obtainable',
    ],
    [
      'evidence asked of the applicant that the house has given',
      stage4,
      '{ type: recognition-documents, source: kept }',
      '{ type: recognition-documents, source: applicant }',
      'evidence-obtainable',
    ],
    [
      'evidence awaited from a register that none supplies',
      stage4,
      '{ type: housing-books, source: applicant',
      '{ type: housing-books, source: register',
      'evidence-not-obtainable',
    ],
    [
      'evidence kept that nobody gave',
      stage4,
      '{ type: warranty, source: applicant }',
      '{ type: warranty, source: kept }',
      'evidence-not-obtainable',
    ],
    [
      'a commitment for a service that does not exist',
      path,
      'kind: condition-promised\n      service: M307',
      'kind: condition-promised\n      service: M399',
      'id-unknown',
    ],
    [
      'a prerequisite waived by a commitment that does not exist',
      path,
      '{ id: A712, waivedBy: C3 }, { id: M301',
      '{ id: A712, waivedBy: C3 }, { id: M301, insteadOf: C9',
      'id-unknown',
    ],
    ['an activity that feeds what does not exist', path, 'feeds: [M203]', 'feeds: [M293]', 'id-unknown'],
    [
      'a number without a unit',
      attributes,
      'name: { zh-CN: 征占地面积, en: Land taken }\n    type: number\n    topic: land\n    unit: { zh-CN: 公顷, en: ha }',
      'name: { zh-CN: 征占地面积, en: Land taken }\n    type: number\n    topic: land',
      'unit-missing',
    ],
    ['a derived value outside the choices', derived, 'value: relocate', 'value: moved', 'value-impossible'],
    [
      'a rule that reads what is derived after it',
      derived,
      'when: hazard.tunnelling',
      'when: energy.review',
      'derived-later',
    ],
    ['a misspelt field', stage3, 'oneTimeNotice:', 'oneTimeNotise:', 'field-unknown'],
    [
      'a time without its unit',
      stage4,
      'committed: { value: 7, unit: working-days,',
      'committed: { value: 7,',
      'word-unknown',
    ],
    [
      'a time without its source',
      stage1,
      'committed: { value: 20, unit: working-days, source: 默认承诺值，待换成本区办事指南,',
      'committed: { value: 20, unit: working-days,',
      'text-missing',
    ],
    [
      'a commitment of the authority that is longer than the law allows',
      stage1,
      'committed: { value: 20,',
      'committed: { value: 21,',
      'committed-too-long',
    ],
    [
      'a group that does not exist',
      'services/stage-2.yaml',
      'group: G2B\n    authorities: [provincial-housing]',
      'group: G2C\n    authorities: [provincial-housing]',
      'id-unknown',
    ],
  ])('finds %s', (...[, place, text, becomes, code]) => {
    const lines = text.split('\n').length - 1
    const first = lineOf(place, text)
    const findings = found({ place, text, becomes })
    const [finding, ...more] = findings.filter((one) => one.endsWith(` ${code}`))
    expect(more).toEqual([])
    expect(finding).toMatch(new RegExp(`^${place}:\\d+ ${code}$`))
    const line = Number(/:(\d+) /.exec(finding ?? '')?.[1])
    // a fault in an entry may be told at the entry's first line, which stands just above
    expect(line).toBeGreaterThanOrEqual(first - 2)
    expect(line).toBeLessThanOrEqual(first + lines)
  })
  it('finds an id that is given twice', () => {
    expect(found({ place: stage4, text: 'id: M410', becomes: 'id: M409' })).toContain(
      `${stage4}:${lineOf(stage4, 'id: M410')} id-repeated`,
    )
  })
  it('finds an output that nobody gives', () => {
    const place = 'catalogue/outputs.yaml'
    const text = 'id: clearance-opinion'
    const becomes = `${text}x`
    expect(found({ place, text, becomes })).toContain(`${place}:${lineOf(place, text)} outputs-unused`)
  })
  it('finds a circle of prerequisites at each service on it, through one of several too', () => {
    const planted = {
      place: stage3,
      text: 'when: fire.special\n    after: [M202]',
      becomes: 'when: fire.special\n    after: [{ anyOf: [M408, M202] }]',
    }
    const findings = found(planted).filter((one) => one.endsWith('after-in-a-circle'))
    expect(findings).toContain(`${stage3}:${lineOf(stage3, planted.text) + 1} after-in-a-circle`)
    expect(findings.some((one) => one.startsWith(stage4))).toBe(true)
  })
  it('finds a circle that only the path closes', () => {
    const planted = {
      place: path,
      text: 'after: [M102, M104, M105]',
      becomes: 'after: [M102, M104, M105, A801]',
    }
    expect(found(planted)).toContain(`${path}:${lineOf(path, planted.text)} after-in-a-circle`)
  })
  it('finds two services that exclude each other in words only', () => {
    const text = 'when: water.soilPlan = "form"'
    const findings = found({ place: stage1, text, becomes: 'when: water.soilPlan in ("form", "report")' })
    expect(findings).toEqual([`${stage1}:${lineOf(stage1, 'excludes: [M127]')} services-overlap`])
  })
  it('finds a commitment that changes nothing', () => {
    const text = '{ id: A712, waivedBy: C3 }'
    expect(found({ place: path, text, becomes: 'A712' })).toEqual([
      `${path}:${lineOf(path, '- id: C3')} commitment-idle`,
    ])
  })
  it('finds a commitment that anybody may sign', () => {
    const good = readFileSync(join(source, path), 'utf8')
    const start = good.lastIndexOf('      guards:')
    const guards = good.slice(start, good.indexOf('      lapse:', start))
    const file = join(zone, path)
    writeFileSync(file, good.slice(0, start) + good.slice(start + guards.length))
    const { findings } = checkZone(zone, zone, [])
    writeFileSync(file, good)
    expect(findings.map(({ code }) => code)).toEqual(['commitment-unguarded'])
  })
})
