import { describe, expect, it } from 'vitest'
import { colourOf, remainingText, turnText, untilText } from './case-standing.ts'

describe('the standing of a case', () => {
  it('never says only that something goes on: it says who, and until when', () => {
    expect(turnText('authority', '住房城乡建设部门')).toBe('住房城乡建设部门办')
    expect(untilText('correction', '2026年4月8日')).toBe('2026年4月8日 前补正')
  })
  it('says that time is held where a special procedure leaves the day open', () => {
    expect(untilText('committed', null)).toBe('暂停计时')
    expect(turnText('third-party', '')).toBe('等待外部结果')
  })
  it('keeps what is settled plain and lets what is late be red', () => {
    expect(colourOf('refused', 'off')).toBe('plain')
    expect(colourOf('granted', 'green')).toBe('plain')
    expect(colourOf('granted', 'red')).toBe('red')
    expect(colourOf('in-review', 'grey')).toBe('paused')
  })
  it('tells the last day from the days before and after it', () => {
    expect([3, 0, -2].map(remainingText)).toEqual(['还有 3 个工作日', '今天是最后一天', '已超 2 天'])
  })
})
