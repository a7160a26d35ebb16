import { describe, expect, it } from 'vitest'
import { companyLines } from './company-lines.ts'

const one = { code: '91370200163562681G', name: '青岛试验有限公司' }

describe(companyLines, () => {
  it.each([
    ['91370200163562681G 青岛试验有限公司'],
    ['青岛试验有限公司\t91370200163562681g'],
    ['　９１３７０２００１６３５６２６８１Ｇ，青岛试验有限公司　'],
    ['91370200163562681G 青岛试验有限公司\n\n91370200163562681G 青岛试验有限公司'],
  ])('reads %j', (text) => {
    expect(companyLines(text)).toEqual({ companies: [one], faults: [] })
  })

  it('names the lines without a code that adds up, and those without a name', () => {
    const text = [
      '某公司',
      '91370200163562681A 某公司',
      '91370200163562681G',
      '91370200163562681G 青岛试验有限公司',
    ]
    expect(companyLines(text.join('\n'))).toEqual({
      companies: [one],
      faults: [
        { line: 1, fault: 'no-code' },
        { line: 2, fault: 'no-code' },
        { line: 3, fault: 'no-name' },
      ],
    })
  })
})
