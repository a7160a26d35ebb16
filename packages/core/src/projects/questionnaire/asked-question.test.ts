import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { readCatalogueContent } from '../../../../server/src/catalogue/index.ts'
import { readQuestionnaireContent } from '../../../../server/src/projects/questionnaire-content.ts'
import { triggeredServices } from '../../catalogue/index.ts'
import { readProjectFacts } from '../../planning/index.ts'
import type { Facts } from '../../rules/index.ts'
import { type AskedQuestion, askedQuestions, type KeptAnswers } from './asked-question.ts'

const zone = join(import.meta.dirname, '../../../../../content/qingdao')
const { catalogue } = readCatalogueContent(zone)
const questionnaire = readQuestionnaireContent(zone)

function exampleFacts(name: string): Facts {
  const { facts } = parse(readFileSync(join(zone, `examples/projects/${name}.yaml`), 'utf8')) as {
    readonly facts: unknown
  }
  const read = readProjectFacts(catalogue.attributes, facts)
  if (!read.ok) throw new Error(read.code)
  return read.value
}

/** what the owners of the examples know beside their facts, in the plainer words of the questions */
const plainer = {
  'bidding.privateOwnUse': false,
  'build.publicBuilding': false,
  'build.uses': ['other'],
  'build.placeGfa': 3_000,
  'green.trees': 0,
}
const clinic = ['cinema-clinic-dense']

/** An example as its owner would tell it: what the facts come to, and what is asked in plainer words. */
function toldOf(name: string, more: Facts = {}): Facts {
  const { facts } = triggeredServices(catalogue, exampleFacts(name))
  return { ...plainer, ...facts, ...more }
}

type Answer = (question: AskedQuestion) => Readonly<Record<string, unknown>>

const fromFacts =
  (facts: Facts): Answer =>
  ({ question }) =>
    Object.fromEntries(question.attributes.map((attribute) => [attribute, facts[attribute] ?? null]))

const unsure: Answer = ({ question }) =>
  Object.fromEntries(question.attributes.map((attribute) => [attribute, null]))

/** Answers one open question after the other; gives their ids and the answers kept at the end. */
function fillIn(kept: KeptAnswers, answer: Answer, ids: readonly string[] = []) {
  const asked = askedQuestions(catalogue, questionnaire, kept)
  const open = asked.find(({ state }) => state === 'open')
  if (open === undefined) return { ids, kept, asked }
  if (ids.length > 40) throw new Error(`never done: ${ids.join(' ')}`)
  return fillIn({ ...kept, ...answer(open) }, answer, [...ids, open.question.id])
}

function servicesOf(kept: KeptAnswers, needed: readonly (boolean | null)[]): readonly string[] {
  return triggeredServices(catalogue, kept as Facts)
    .triggers.filter((trigger) => needed.includes(trigger.needed))
    .map(({ service }) => service)
}

describe('the questionnaire', () => {
  it('asks about a plant in a dozen questions, the decisive ones first', () => {
    const plant = toldOf('p2-hantang-biotech-plant', { 'bidding.privateOwnUse': true })
    const { ids, kept } = fillIn(questionnaire.kinds['industrial'] ?? {}, fromFacts(plant))
    expect(ids).toEqual([
      'investor',
      'nature',
      'land',
      'size',
      'uses',
      'environment',
      'site',
      'features',
      'works',
      'earth',
      'emissions',
      'utilities',
    ])
    expect(servicesOf(kept, [true])).toEqual(servicesOf(plant, [true]))
    expect(servicesOf(kept, [null])).toEqual([])
  })

  it.each([
    ['p1-tcm-innovation-base', { 'build.uses': clinic, 'build.storeys': 4, 'build.foundationDepthM': 4 }],
    ['p2-hantang-biotech-plant', {}],
    ['p3-small-simple-warehouse', {}],
    ['p4-office-fitout', {}],
  ])('finds exactly the services of %s', (name, more) => {
    const told = toldOf(name, more)
    const { ids, kept } = fillIn({}, fromFacts(told))
    expect(ids.length).toBeLessThanOrEqual(20)
    expect(servicesOf(kept, [true, null])).toEqual(servicesOf(exampleFacts(name), [true]))
  })

  it('asks a fit-out neither about the ground nor about an air-defence basement', () => {
    const { ids, asked } = fillIn({ 'build.type': 'fitout' }, unsure)
    expect(ids).not.toContain('civil-size')
    expect(ids).not.toContain('archaeology')
    const derived = asked.filter(({ state }) => state === 'derived').map(({ question }) => question.id)
    expect(derived).toContain('nature')
    expect(derived).not.toContain('land.forest')
  })

  it('takes whoever knows nothing to its end, with every service that may be needed', () => {
    const { kept, asked } = fillIn({}, unsure)
    expect(asked.every(({ state }) => state !== 'open')).toBe(true)
    expect(servicesOf(kept, [false])).toEqual([])
  })

  it('shows what follows with the rule behind it, until somebody overrules it', () => {
    const { kept } = fillIn({ 'build.type': 'industrial' }, fromFacts(toldOf('p2-hantang-biotech-plant')))
    const special = (answers: KeptAnswers) =>
      askedQuestions(catalogue, questionnaire, answers).find(({ question }) => question.id === 'fire.special')
    expect(special(kept)).toMatchObject({ state: 'derived', chosen: 'false' })
    expect(special(kept)?.derivation?.basis).toContain('第14条')
    expect(special({ ...kept, 'fire.special': true })).toMatchObject({ state: 'answered', chosen: 'true' })
    expect(special({ ...kept, 'fire.special': null })).toMatchObject({ state: 'derived' })
  })

  it('comes to an end whatever is answered', () => {
    const choices = fc.array(fc.nat(), { minLength: 40, maxLength: 40 })
    fc.assert(
      fc.property(choices, (draws) => {
        const { ids } = fillIn({}, drawn(draws))
        expect(ids.length).toBeLessThanOrEqual(30)
      }),
      { numRuns: 25 },
    )
  })
})

/** Answers by drawing: an option, some boxes, a number, or not sure. */
function drawn(draws: readonly number[]): Answer {
  let place = 0
  const next = (below: number) => (draws[place++ % draws.length] ?? 0) % below
  return (asked) => {
    const { question } = asked
    if (next(4) === 0) return unsure(asked)
    if (question.form === 'choice') return question.options[next(question.options.length)]?.sets ?? {}
    if (question.picks !== undefined)
      return { [question.picks]: question.fields.filter(() => next(3) === 0).map(({ id }) => id) }
    const value = () => (question.form === 'ticks' ? next(2) === 0 : next(60_000))
    return Object.fromEntries(question.fields.map(({ attribute }) => [attribute, value()]))
  }
}
