import { describe, expect, it } from 'vitest'
import { answersAfter, type VersionedAnswers } from './answer-version.ts'
import { type AwaitingAnswers, awaitingAfter, unseenAwaiting } from './filled-answer.ts'

const begun: VersionedAnswers = { answers: { 'land.area': 30 }, version: 1, changed: {} }

function given(
  before: { readonly kept: VersionedAnswers; readonly awaiting: AwaitingAnswers },
  facts: Readonly<Record<string, unknown>>,
  filledBy: string | null,
) {
  const kept = answersAfter(before.kept, facts)
  return {
    kept,
    awaiting: awaitingAfter(before.awaiting, { attributes: Object.keys(facts), after: kept, filledBy }),
  }
}

describe('an answer that a steward fills in', () => {
  const start = { kept: begun, awaiting: {} }

  it('waits for the company', () => {
    expect(given(start, { 'build.type': 'industrial' }, 'han').awaiting).toEqual({ 'build.type': 'han' })
  })
  it('waits for nothing where it is what the company said', () => {
    expect(given(start, { 'land.area': 30 }, 'han').awaiting).toEqual({})
  })
  it('waits no longer once the company has answered itself, be it the same', () => {
    const filled = given(start, { 'build.type': 'industrial', 'land.area': 45 }, 'han')
    expect(given(filled, { 'build.type': 'industrial' }, null).awaiting).toEqual({ 'land.area': 'han' })
  })
  it('is of the steward who changed it last', () => {
    const filled = given(start, { 'land.area': 45 }, 'han')
    expect(given(filled, { 'land.area': 50 }, 'qiao').awaiting).toEqual({ 'land.area': 'qiao' })
    expect(given(filled, { 'land.area': 45 }, 'qiao').awaiting).toEqual({ 'land.area': 'han' })
  })
  it('is not confirmed by whoever has seen it as it was before', () => {
    const filled = given(start, { 'land.area': 45 }, 'han')
    const again = given(filled, { 'land.area': 50 }, 'han')
    expect(unseenAwaiting(again.awaiting, again.kept, filled.kept.version)).toEqual(['land.area'])
    expect(unseenAwaiting(again.awaiting, again.kept, again.kept.version)).toEqual([])
  })
})
