import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { readCatalogueContent } from '../../../../server/src/catalogue/catalogue-content.ts'
import type { Facts } from '../../rules/index.ts'
import { deriveFacts, evidenceList, prerequisitesAmong, triggeredServices } from '../index.ts'

const zone = join(import.meta.dirname, '../../../../../content/qingdao')
const { catalogue } = readCatalogueContent(zone)

interface Example {
  readonly id: string
  readonly facts: Readonly<Record<string, Readonly<Record<string, unknown>>>>
  readonly expected: { readonly count: number; readonly services: readonly string[] }
}

const folder = join(zone, 'examples/projects')
const examples = readdirSync(folder)
  .toSorted()
  .map((name) => parse(readFileSync(join(folder, name), 'utf8')) as Example)
const [first] = examples
const facts = (first?.facts ?? {}) as Facts

function needed(given: Facts): readonly string[] {
  return triggeredServices(catalogue, given)
    .triggers.filter(({ needed }) => needed === true)
    .map(({ service }) => service)
}

function triggerOf(given: Facts, id: string) {
  return triggeredServices(catalogue, given).triggers.find(({ service }) => service === id)
}

describe(triggeredServices, () => {
  it.each(examples)('brings in exactly the services of example $id', (example) => {
    const found = needed(example.facts as Facts)
    expect([...found].toSorted()).toEqual(example.expected.services.toSorted())
    expect(found).toHaveLength(example.expected.count)
  })
  it.each(examples)('leaves nothing open where example $id gives every fact', (example) => {
    const { triggers } = triggeredServices(catalogue, example.facts as Facts)
    expect(triggers.filter(({ needed }) => needed === null)).toEqual([])
  })
  it('has examples of four sizes', () => {
    expect(examples.map(({ expected }) => expected.count)).toEqual([51, 38, 25, 8])
  })
  it('changes what is needed with one attribute, and says which value and which article did it', () => {
    const before = needed(facts)
    const after = needed({ ...facts, 'fire.special': false })
    expect(before.filter((id) => !after.includes(id))).toEqual(['M302', 'M403'])
    expect(after.filter((id) => !before.includes(id))).toEqual(['M404'])
    expect(triggerOf(facts, 'M302')).toMatchObject({
      needed: true,
      expression: 'fire.special',
      values: [{ name: 'fire.special', value: true }],
      legalBasis: [{ statute: '消防法', article: '12', mark: 'S' }, {}],
      mark: 'S',
    })
  })
  it('leaves a service open where an attribute is not known, and says which to ask for', () => {
    expect(triggerOf({ ...facts, 'road.dig': null }, 'M311')).toMatchObject({
      needed: null,
      unknown: ['road.dig'],
    })
  })
  it('needs a service of every project where it has no condition', () => {
    const [service] = catalogue.services
    const always = { ...catalogue, services: service ? [{ ...service, when: undefined }] : [] }
    expect(triggeredServices(always, {}).triggers).toMatchObject([{ needed: true, values: [] }])
  })
})

describe(deriveFacts, () => {
  const derived = (attribute: string, given: Facts) =>
    deriveFacts(catalogue.derivedFacts, given).derivations.find((one) => one.attribute === attribute)

  it.each<[string, Facts, unknown]>([
    [
      'fire.special',
      { 'build.type': 'housing', 'build.uses': ['hotel-mall'], 'build.placeGfa': 10001 },
      true,
    ],
    [
      'fire.special',
      {
        'build.uses': ['hotel-mall'],
        'build.placeGfa': 10000,
        'build.publicBuilding': true,
        'build.singleGfa': 40000,
        'build.heightM': 50,
        'build.type': 'housing',
      },
      false,
    ],
    ['fire.special', { 'build.type': 'housing', 'build.uses': ['command'] }, true],
    ['fire.special', { 'build.type': 'housing', 'build.uses': ['hotel-mall'] }, null],
    ['airDefence.mode', { 'build.type': 'industrial', 'build.civil': false }, 'na'],
    [
      'airDefence.mode',
      {
        'build.type': 'housing',
        'build.nature': 'new',
        'build.civil': true,
        'airDefence.cannotBuild': false,
        'build.storeys': 10,
      },
      'build',
    ],
    [
      'airDefence.mode',
      {
        'build.type': 'housing',
        'build.nature': 'new',
        'build.civil': true,
        'airDefence.cannotBuild': true,
        'build.storeys': 10,
      },
      'relocate',
    ],
    ['hazard.works', { 'hazard.pitDepthM': 5, 'build.type': 'housing' }, 'overscale'],
    ['hazard.works', { 'build.type': 'none' }, 'none'],
    ['bidding.required', { 'bidding.privateOwnUse': true, 'invest.kind': 'enterprise' }, false],
    [
      'bidding.required',
      { 'bidding.privateOwnUse': false, 'bidding.foreignFunds': true, 'bidding.worksWan': 400 },
      true,
    ],
    ['water.soilPlan', { 'water.soilLossZone': true, 'land.ha': 5 }, 'report'],
    ['water.soilPlan', { 'water.soilLossZone': true, 'land.ha': 4.99, earthworkM3: 1000 }, 'form'],
    ['water.soilPlan', { 'water.soilLossZone': false }, 'none'],
    ['energy.review', { 'energy.exemptIndustry': false, 'energy.tce': 999, 'energy.kwhWan': 500 }, true],
    ['energy.review', { 'energy.exemptIndustry': false, 'energy.tce': 999 }, null],
  ])('gives %s of %o as %s', (attribute, given, value) => {
    expect(derived(attribute, given)?.value).toBe(value)
  })
  it('says by which rule, and what to ask where it cannot tell', () => {
    expect(derived('energy.review', { 'energy.exemptIndustry': false, 'energy.tce': 1000 })).toMatchObject({
      expression: 'energy.tce >= 1000 or energy.kwhWan >= 500',
      basis: '固定资产投资项目节能审查办法（2023年）',
      unknown: [],
    })
    expect(derived('energy.review', { 'energy.exemptIndustry': false, 'energy.tce': 999 })?.unknown).toEqual([
      'energy.kwhWan',
    ])
  })
  it('lets what was given win over what would be derived', () => {
    const given: Facts = { 'energy.tce': 1000, 'energy.exemptIndustry': false, energy: { review: false } }
    expect(derived('energy.review', given)).toBe(undefined)
    expect(triggerOf(given, 'M109')?.needed).toBe(false)
  })
  it('reads an attribute that an earlier rule derived', () => {
    expect(triggerOf({ 'water.soilLossZone': true, 'land.ha': 0.5, earthworkM3: 0 }, 'M127')?.needed).toBe(
      true,
    )
  })
})

describe(prerequisitesAmong, () => {
  const service = { after: [{ anyOf: ['a', 'b'] }, { anyOf: ['c'] }, { anyOf: ['d', 'e'] }] }

  it('keeps of several the ones a project has, and drops what it has none of', () => {
    expect(prerequisitesAmong(service, new Set(['b', 'd', 'e']))).toEqual([
      { anyOf: ['b'] },
      { anyOf: ['d', 'e'] },
    ])
    expect(prerequisitesAmong(service, new Set())).toEqual([])
  })
})

describe(evidenceList, () => {
  const all = triggeredServices(catalogue, facts)
  const services = catalogue.services.filter(({ id }) => needed(facts).includes(id))
  const list = evidenceList(services, all.facts)
  const item = (type: string) => list.find((one) => one.type === type)

  it('lists evidence once however many services ask for it', () => {
    expect(new Set(list.map(({ type }) => type)).size).toBe(list.length)
    expect(item('joint-survey-results')?.services).toEqual(['M401', 'M414', 'M413'])
    const asked = services.reduce((sum, { evidence }) => sum + evidence.length, 0)
    expect(list.length).toBeLessThan(asked)
  })
  it('takes from a register or from the house what the applicant need not bring', () => {
    expect(item('planning-conditions')?.source).toBe('register')
    expect(item('award-notice')?.source).toBe('kept')
    expect(item('feasibility-study')?.source).toBe('applicant')
  })
  it('lets evidence follow only where every service does', () => {
    expect(item('construction-contract')?.mayFollow).toBe(true)
    expect(item('award-notice')).toMatchObject({ services: ['M305', 'M307'], mayFollow: false })
  })
  it('asks by condition, and says where that is not known', () => {
    expect(item('direct-award-form')).toBe(undefined)
    const open = evidenceList(services, { ...all.facts, 'bidding.required': null })
    expect(open.find(({ type }) => type === 'direct-award-form')?.toBeConfirmed).toBe(true)
  })
})
