import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, plainDate, workingCalendar } from '../calendar/index.ts'
import type { CaseCommand } from './case-command.ts'
import { handleCase } from './case-decider.ts'
import type { CaseEvent } from './case-event.ts'
import { evolveCase, replayCase } from './case-evolution.ts'
import { type CaseState, type MaybeCase, missingPapers, openCorrection } from './case-state.ts'
import { caseClocks } from './clocks/case-clock.ts'
import { whoseCourt } from './clocks/court.ts'
import { openDeadlines } from './clocks/deadline.ts'
import { exampleCalendar, examplePermit } from './example/example-service.ts'
import { statusTransitions } from './national-status.ts'

const [year] = exampleCalendar.years.values()
const calendar = workingCalendar(
  'example',
  [2022, 2023, 2024, 2025].map((number) => ({ ...year, year: number }) as never),
)
const runs = { numRuns: process.env['SLOW'] === '1' ? 10_000 : 600 }

/** A step somebody tries: how many days later, and what; most do not fit, and that is the point. */
const someStep = fc.record({
  wait: fc.integer({ min: 0, max: 8 }),
  by: fc.constantFrom('one', 'two'),
  pick: fc.nat(),
  what: fc.constantFrom(
    'receive',
    'receive-in-part',
    'request-correction',
    'take-back-correction',
    'answer-correction',
    'accept',
    'accept-on-tolerance',
    'accept-by-silence',
    'decline',
    'begin-review',
    'give-opinion',
    'give-opinion',
    'give-opinion',
    'open-consultation',
    'close-consultation',
    'start-special-procedure',
    'end-special-procedure',
    'extend-limit',
    'suspend',
    'resume',
    'supply-paper',
    'sign-promise',
    'grant',
    'grant',
    'refuse',
    'deliver',
    'make-up-duty',
    'return-duty',
    'extend-duty',
    'lapse-duty',
    'fail-rectification',
    'propose-revocation',
    'confirm-revocation',
    'drop-revocation',
    'withdraw',
    'deem-withdrawn',
  ),
})
type Step = typeof someStep extends fc.Arbitrary<infer T> ? T : never

const reason = '理由'
const remedies = '复议与诉讼'

function idAt(list: readonly { readonly id: string }[], pick: number): string {
  return list[pick % Math.max(1, list.length)]?.id ?? 'none'
}

function textIn(list: readonly string[], pick: number): string {
  return list[pick % Math.max(1, list.length)] ?? 'drawings'
}

function gapsOf(state: CaseState): readonly string[] {
  return (openCorrection(state)?.gaps ?? []).map(({ requirement }) => requirement)
}

/** The command of a step, aimed at what the case has where it has something to aim at. */
function commandOf(state: CaseState, { wait, by, pick, what }: Step, number: number): CaseCommand {
  const dated = { on: addDays(state.lastOn, wait), by }
  const id = `n${String(number)}`
  const papers = ['application', 'award', 'drawings']
  const gap = { requirement: textIn(papers, pick), what: reason }
  const authority = textIn(examplePermit.authorities, pick)
  const duty = idAt(state.duties, pick)
  const decide = {
    ...dated,
    type: 'issue-decision',
    decision: id,
    reasons: reason,
    basis: reason,
    lateBecause: reason,
    milestones: [],
    conditions: pick % 3 === 0 ? [{ id, what: reason, due: addDays(dated.on, 20) }] : [],
  } as const
  const commands: Record<Step['what'], CaseCommand> = {
    receive: { ...dated, type: 'receive', channel: 'online', papers },
    'receive-in-part': { ...dated, type: 'receive', channel: 'counter', papers: ['application', 'award'] },
    'request-correction': { ...dated, type: 'request-correction', correction: id, gaps: [gap] },
    'take-back-correction': { ...dated, type: 'take-back-correction', reason },
    'answer-correction': {
      ...dated,
      type: 'answer-correction',
      papers: gapsOf(state),
    },
    accept: { ...dated, type: 'accept', follow: [] },
    'accept-on-tolerance': { ...dated, type: 'accept', follow: ['drawings'] },
    'accept-by-silence': { ...dated, type: 'accept-by-silence' },
    decline: { ...dated, type: 'decline', ground: 'not-needed', reasons: reason, properAuthority: null },
    'begin-review': { ...dated, type: 'begin-review' },
    'give-opinion': {
      ...dated,
      type: 'give-opinion',
      authority,
      opinion: 'agree',
      reasons: reason,
      conditions: [],
    },
    'open-consultation': {
      ...dated,
      type: 'open-consultation',
      consultation: id,
      asked: 'fire',
      question: reason,
      due: addDays(dated.on, 3),
    },
    'close-consultation': {
      ...dated,
      type: 'close-consultation',
      consultation: idAt(state.consultations, pick),
      reason,
    },
    'start-special-procedure': {
      ...dated,
      type: 'start-special-procedure',
      procedure: id,
      kind: pick % 2 === 0 ? 'expert-review' : 'publicity',
      reason,
    },
    'end-special-procedure': {
      ...dated,
      type: 'end-special-procedure',
      procedure: idAt(state.specialProcedures, pick),
      outcome: reason,
    },
    'extend-limit': { ...dated, type: 'extend-limit', workingDays: 10, reason },
    suspend: {
      ...dated,
      type: 'suspend',
      suspension: id,
      ground: pick % 2 === 0 ? 'applicant-asked' : 'force-majeure',
      reason,
      expected: pick % 3 === 0 ? null : addDays(dated.on, 9),
    },
    resume: { ...dated, type: 'resume', reason },
    'supply-paper': {
      ...dated,
      type: 'supply-paper',
      requirement: textIn(missingPapers(state), pick),
    },
    'sign-promise': {
      ...dated,
      type: 'sign-promise',
      promise: 'C1',
      isExcluded: false,
      doGuardsHold: true,
    },
    grant: { ...decide, outcome: 'granted', remedies: null },
    refuse: { ...decide, outcome: 'refused', remedies },
    deliver: { ...dated, type: 'deliver', how: 'electronic' },
    'make-up-duty': { ...dated, type: 'make-up-duty', duty, attached: [duty, ...papers] },
    'return-duty': { ...dated, type: 'return-duty', duty, reasons: reason },
    'extend-duty': {
      ...dated,
      type: 'extend-duty',
      duty,
      due: addDays(dated.on, 3),
      reason,
    },
    'lapse-duty': { ...dated, type: 'lapse-duty', duty },
    'fail-rectification': { ...dated, type: 'fail-rectification', duty },
    'propose-revocation': { ...dated, type: 'propose-revocation', ground: 'deception', reasons: reason },
    'confirm-revocation': { ...dated, type: 'confirm-revocation' },
    'drop-revocation': { ...dated, type: 'drop-revocation', reason },
    withdraw: { ...dated, type: 'withdraw' },
    'deem-withdrawn': { ...dated, type: 'deem-withdrawn' },
  }
  return commands[what]
}

/** What comes of trying these steps, one after another. */
function lifeOf(steps: readonly Step[]): readonly CaseEvent[] {
  const open: CaseCommand = {
    on: plainDate('2023-01-03'),
    by: 'one',
    type: 'open',
    applicant: 'one',
    service: examplePermit,
    awaits: [],
  }
  const events: CaseEvent[] = []
  let state: MaybeCase
  const attempt = (command: CaseCommand) => {
    const answer = handleCase(state, command, calendar)
    if (!answer.ok) return
    for (const event of answer.value) state = evolveCase(state, event)
    events.push(...answer.value)
  }
  attempt(open)
  for (const [number, step] of steps.entries())
    if (state !== undefined) attempt(commandOf(state, step, number))
  return events
}

const someLife = fc.array(someStep, { maxLength: 60 }).map(lifeOf)

const reach = (what: Step['what'], pick = 0): Step => ({ wait: 0, by: 'one', pick, what })
const toReview = [reach('receive'), reach('accept'), reach('begin-review')]
const toGrant = [...toReview, reach('give-opinion', 0), reach('give-opinion', 1), reach('grant')]

const inReviewSteps: readonly Step['what'][] = [
  'start-special-procedure',
  'start-special-procedure',
  'end-special-procedure',
  'end-special-procedure',
  'request-correction',
  'answer-correction',
  'take-back-correction',
  'extend-limit',
  'suspend',
  'resume',
  'give-opinion',
  'grant',
  'withdraw',
  'deem-withdrawn',
]
const afterwardsSteps: readonly Step['what'][] = [
  'make-up-duty',
  'return-duty',
  'extend-duty',
  'lapse-duty',
  'fail-rectification',
  'propose-revocation',
  'confirm-revocation',
  'drop-revocation',
  'deliver',
]

/** A life that has come so far, and goes on with steps of that part: rules that hang together are met together. */
function someLifeFrom(start: readonly Step[], whats: readonly Step['what'][]) {
  const step = fc.tuple(someStep, fc.constantFrom(...whats)).map(([any, what]): Step => ({ ...any, what }))
  return fc
    .tuple(fc.boolean(), fc.array(step, { maxLength: 30 }))
    .map(([isPromised, steps]) =>
      lifeOf([...(isPromised ? [reach('sign-promise')] : []), ...start, ...steps]),
    )
}

describe('whatever is commanded, a case', () => {
  const lives = fc.oneof(
    someLife,
    someLifeFrom(toReview, inReviewSteps),
    someLifeFrom(toGrant, afterwardsSteps),
  )

  it('goes no way that the national codes do not declare', () => {
    fc.assert(
      fc.property(lives, (events) => {
        const statuses = replayCase(events)?.statuses ?? []
        for (const [place, code] of statuses.entries()) {
          const before = statuses[place - 1]
          expect(before === undefined ? code === 1 : statusTransitions[before].includes(code)).toBe(true)
        }
      }),
      runs,
    )
  })

  it('has one decision, and none after its end', () => {
    fc.assert(
      fc.property(lives, (events) => {
        const types = events.map(({ type }) => type)
        const ends = types.filter((type) =>
          ['decision-issued', 'withdrawn', 'declined', 'discarded'].includes(type),
        )
        expect(ends.length).toBeLessThanOrEqual(1)
        if (types.includes('revoked')) expect(types).toContain('decision-issued')
      }),
      runs,
    )
  })

  it('is never granted with a paper missing that nobody promised', () => {
    fc.assert(
      fc.property(lives, (events) => {
        const at = events.findIndex(
          (event) => event.type === 'decision-issued' && event.outcome === 'granted',
        )
        if (at < 0) return
        const before = replayCase(events.slice(0, at))
        expect(before === undefined ? [] : missingPapers(before)).toEqual([])
        expect(before?.reviews.every(({ opinion }) => opinion !== null)).toBe(true)
      }),
      runs,
    )
  })

  it('can always say its clocks, its deadlines and whose move it is', () => {
    fc.assert(
      fc.property(lives, fc.nat({ max: 40 }), (events, later) => {
        const state = replayCase(events)
        if (state === undefined) return
        const on = addDays(state.lastOn, later)
        expect(caseClocks(state, calendar, on).ok).toBe(true)
        expect(openDeadlines(state, calendar, on).ok).toBe(true)
        const isOver = ['declined', 'withdrawn', 'revoked', 'discarded'].includes(state.situation.at)
        expect(whoseCourt(state).who === 'nobody').toBe(isOver || isSettled(state))
      }),
      runs,
    )
  })

  it('runs its committed clock no faster than its whole-process clock', () => {
    fc.assert(
      fc.property(lives, fc.nat({ max: 40 }), (events, later) => {
        const state = replayCase(events)
        if (state === undefined) return
        const clocks = caseClocks(state, calendar, addDays(state.lastOn, later))
        if (!clocks.ok || clocks.value.committed === undefined) return
        const whole = clocks.value.wholeProcess?.workingDays ?? 0
        expect(clocks.value.committed.used).toBeLessThanOrEqual(whole)
      }),
      runs,
    )
  })
})

/** Decided, delivered, and nothing owed. */
function isSettled({ situation, decision, duties }: CaseState): boolean {
  const isDecided = ['granted', 'granted-on-promise', 'refused'].includes(situation.at)
  return isDecided && decision?.deliveredOn !== null && duties.every(({ state }) => state === 'made-up')
}
