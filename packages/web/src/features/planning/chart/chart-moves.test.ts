import type { DiagramBar, DiagramLink } from '@guanjia/core/planning'
import { describe, expect, it } from 'vitest'
import { moveFrom } from './chart-moves.ts'
import { stepChain } from './step-chain.ts'

function bar(id: string, x: number, y: number): DiagramBar {
  const label = { text: id, size: 13, x, y: y - 4, anchor: 'start' } as const
  return { id, lane: 'applicant', role: 'plain', x, y, width: 40, height: 16, label, wave: 0 }
}

function link(from: string, to: string, isCritical = false): DiagramLink {
  return { from, to, isCritical, points: [] }
}

const chart = {
  bars: [bar('design', 0, 0), bar('survey', 100, 0), bar('review', 60, 40), bar('permit', 200, 80)],
  links: [
    link('design', 'survey'),
    link('design', 'review', true),
    link('survey', 'permit'),
    link('review', 'permit', true),
  ],
}
const targets = { critical: ['design', 'review', 'permit'], own: ['design', 'survey'] }
const go = (id: string, key: string) => moveFrom(chart, id, key, targets)

describe(moveFrom, () => {
  it('goes along what waits for what, along the critical line first', () => {
    expect(go('design', 'ArrowRight')).toBe('review')
    expect(go('permit', 'ArrowLeft')).toBe('review')
    expect(go('survey', 'ArrowLeft')).toBe('design')
    expect(go('permit', 'ArrowRight')).toBe(undefined)
  })

  it('goes up and down to what stands nearest in the next row', () => {
    expect(go('permit', 'ArrowUp')).toBe('review')
    expect(go('review', 'ArrowUp')).toBe('survey')
    expect(go('design', 'ArrowDown')).toBe('review')
    expect(go('design', 'ArrowUp')).toBe(undefined)
  })

  it('goes round the critical steps with C and round the own ones with N', () => {
    expect(go('design', 'c')).toBe('review')
    expect(go('permit', 'C')).toBe('design')
    expect(go('permit', 'n')).toBe('design')
    expect(go('design', 'N')).toBe('survey')
    expect(go('design', 'x')).toBe(undefined)
  })
})

describe(stepChain, () => {
  it('holds what a step waits for and what waits for it, and nothing beside', () => {
    expect([...stepChain(chart.links, 'review')].toSorted()).toEqual(['design', 'permit', 'review'])
    expect([...stepChain(chart.links, 'design')].toSorted()).toEqual(['design', 'permit', 'review', 'survey'])
  })
})
