import { describe, expect, it } from 'vitest'
import { planningEn } from '../../../texts/planning-en.ts'
import { planningZhCN } from '../../../texts/planning-zh-cn.ts'
import { nextStep } from './next-step.ts'
import { adviceSentence } from './plan-words.ts'
import { trialOf } from './trial.ts'
import { addressIn, queryOf } from './use-plan-choice.ts'
import { frameOf, type WirePlan, type WireStep } from './wire-plan.ts'

type After = WireStep['after']

function step(id: string, value: number, ...after: (string | After[number])[]): WireStep {
  return {
    id,
    name: `步骤${id}`,
    kind: 'permit',
    stage: 3,
    lane: ['04', '08', '16', '17'].includes(id) ? 'applicant' : 'housing',
    days: { value, standard: value, unit: 'working-days', isDefault: true },
    after: after.map((link) => (typeof link === 'string' ? { id: link } : link)),
    earlyStart: 0,
    earlyFinish: 0,
    totalFloat: 0,
    freeFloat: 0,
    critical: false,
    toBeConfirmed: false,
    mark: 'G',
    dates: null,
    duty: null,
    progress: {
      status: 'not-begun',
      caseId: null,
      startedOn: null,
      finishedOn: null,
      expectedOn: null,
      whoseTurn: null,
    },
    because: [],
  }
}

/** The worked network of the core, as it comes over the wire: 61 working days unsigned, 59 with C3, 54 with C1 and C3. */
const steps = [
  step('01', 5),
  step('02', 5),
  step('03', 3, '01', '02'),
  step('04', 12, '01'),
  step('05', 5, '04'),
  step('06', 5, '03', '04'),
  step('07', 4, '06'),
  step('08', 10, '05', '06'),
  step('09', 7, '08'),
  step('10', 5, '08'),
  step('11', 2, '05', '08'),
  step('12', 14, '11'),
  step('13', 1, '12'),
  step('14', 3, '13'),
  step('15', 3, '14'),
  step('16', 2, '15'),
  step('17', 3, '16'),
  step('18', 1, { id: '09', waivedBy: 'C2' }, { id: '16', waivedBy: 'C1' }, { id: '14', insteadOf: 'C1' }),
  step('19', 1, '07', '10', '18', { id: '17', waivedBy: 'C3' }),
  step('20', 6, '07'),
  step('21', 0, '19', '20'),
]

function commitment(id: string, name: string): WirePlan['commitments'][number] {
  return {
    id,
    name,
    kind: 'paper-late',
    service: '21',
    signed: false,
    makeUp: '',
    term: { kind: 'days', value: 5, unit: 'working-days', from: 'permit' },
    open: [],
    mark: 'U',
    advice: { code: 'saves-nothing', workingDays: null, naturalDays: null, others: [], unmet: [] },
  }
}

const holidays = [
  { date: '2023-04-05', name: '清明节' },
  { date: '2023-04-29', name: '劳动节' },
  { date: '2023-04-30', name: '劳动节' },
  { date: '2023-05-01', name: '劳动节' },
]

const wire: WirePlan = {
  view: 'project',
  signed: [],
  start: '2023-02-01',
  permit: '21',
  permits: ['21'],
  workingDays: { permit: 61, end: 61 },
  dates: { permit: '2023-04-27', end: '2023-04-27', today: null, assumedFrom: null },
  unsigned: { permit: 61, permitDate: '2023-04-27' },
  serialSum: 0,
  criticalPath: [],
  saved: { workingDays: 0, naturalDays: 0 },
  best: { workingDays: 0, naturalDays: 0, signed: [] },
  commitments: [
    commitment('C1', '未取得中标通知书先办施工许可'),
    commitment('C2', '施工图审查合格书后补'),
    commitment('C3', '工资保证金后补'),
    {
      ...commitment('C4', '低风险项目免审'),
      advice: {
        code: 'not-applicable',
        workingDays: null,
        naturalDays: null,
        others: [],
        unmet: ['只适用于低风险项目。'],
      },
    },
  ],
  lanes: [],
  stages: [],
  steps,
  calendar: {
    version: 'test',
    years: [
      {
        year: 2023,
        daysOff: holidays,
        makeUpDays: [
          { date: '2023-04-23', name: '劳动节' },
          { date: '2023-05-06', name: '劳动节' },
        ],
      },
    ],
  },
  unknown: [],
}

const frame = frameOf(wire)
const tried = (signed: readonly string[], durations = {}) => trialOf(frame, { signed, durations })

function sentences(signed: readonly string[], texts = planningZhCN): readonly string[] {
  const trial = tried(signed)
  return wire.commitments.map((one) => adviceSentence(one, trial, { texts, wire }))
}

describe('a plan tried out in the browser', () => {
  it.each([
    { signed: [], days: 61, permit: '2023-04-27' },
    { signed: ['C1'], days: 61, permit: '2023-04-27' },
    { signed: ['C2'], days: 61, permit: '2023-04-27' },
    { signed: ['C3'], days: 59, permit: '2023-04-25' },
    { signed: ['C1', 'C2'], days: 61, permit: '2023-04-27' },
    { signed: ['C1', 'C3'], days: 54, permit: '2023-04-19' },
    { signed: ['C2', 'C3'], days: 59, permit: '2023-04-25' },
    { signed: ['C1', 'C2', 'C3'], days: 54, permit: '2023-04-19' },
  ])('starts construction after $days working days with $signed', ({ signed, days, permit }) => {
    const { plan } = tried(signed)
    expect(plan.workingDays.permit).toBe(days)
    expect(plan.dates?.permit).toBe(permit)
  })

  it('says both working and natural days, and which commitments suffice', () => {
    const { saved, best } = tried(['C1', 'C3']).plan
    expect(saved).toEqual({ workingDays: 7, naturalDays: 8 })
    expect(best).toEqual({ signed: ['C1', 'C3'], workingDays: 7, naturalDays: 8 })
  })

  it('has exactly one sentence for each commitment, whatever is ticked', () => {
    expect(sentences([])).toEqual([
      '单独签不提前；需与「工资保证金后补」同签',
      '不在关键线路上，签了也不提前',
      '再签可提前 2 个工作日',
      '您的项目不适用：只适用于低风险项目。',
    ])
    expect(sentences(['C1', 'C3'])).toEqual([
      '若不签，开工晚 5 个工作日',
      '不在关键线路上，签了也不提前',
      '若不签，开工晚 7 个工作日',
      '您的项目不适用：只适用于低风险项目。',
    ])
    expect(sentences(['C3'], planningEn)[0]).toBe('Signing it too saves 5 working days')
  })

  it('leaves out a commitment that may not be signed', () => {
    expect(tried(['C4', 'C9']).plan.signed).toEqual([])
  })

  it('takes days that are tried out, and turns what is put off into duties', () => {
    expect(tried([], { '12': 10 }).plan.workingDays.permit).toBe(57)
    const put = tried(['C1', 'C3']).plan.steps.filter(({ duty }) => duty !== undefined)
    expect(put.map(({ id }) => id)).toEqual(['15', '16', '17'])
  })

  it('turns the applicant to its own step that comes next', () => {
    expect(nextStep(tried([]).plan)?.id).toBe('04')
  })
})

describe('the address of a plan', () => {
  it('keeps what is tried out and what is looked at', () => {
    const address = {
      sign: ['C1', 'C3'],
      days: { A703: 8 },
      view: 'approval',
      step: 'M307',
      list: true,
      only: true,
    } as const
    expect(addressIn(queryOf(address))).toEqual(address)
    expect(queryOf(addressIn(''))).toBe('')
  })

  it('tells nothing ticked from what is really signed, and passes over what it cannot read', () => {
    expect(addressIn('sign=').sign).toEqual([])
    expect(addressIn('').sign).toBe(undefined)
    expect(addressIn('days=A703.x,A1.3,&view=other')).toMatchObject({ days: { A1: 3 }, view: 'project' })
  })
})
