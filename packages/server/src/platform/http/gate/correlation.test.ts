import { describe, expect, it } from 'vitest'
import { correlationId } from './correlation.ts'

const fresh = /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/

describe(correlationId, () => {
  it('takes over an id made by chance', () => {
    const id = '0199b1c2-7d3e-7000-8000-000000000001'
    expect(correlationId(id)).toBe(id)
  })

  it('takes over the id of the trace', () => {
    const trace = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01'
    expect(correlationId(undefined, trace)).toBe('4bf92f3577b34da6a3ce929d0e0e4736')
  })

  it.each(['370214198804120010', '13900000001', 'wang-xiaoqing', '91370200163562681G', '', 'x'.repeat(64)])(
    'makes its own instead of %s',
    (given) => {
      expect(correlationId(given)).toMatch(fresh)
      expect(correlationId(undefined, `00-${given.padStart(32, '0')}-00f067aa0ba902b7-01`)).toMatch(fresh)
    },
  )
})
