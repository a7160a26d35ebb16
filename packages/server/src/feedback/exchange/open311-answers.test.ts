import { describe, expect, it } from 'vitest'
import { writtenAnswer } from './open311-answers.ts'

const answer = {
  status: 200,
  root: 'services',
  item: 'service',
  records: [{ service_code: 'utilities', description: '<水> & "电"\u0001', metadata: false, group: null }],
}

describe(writtenAnswer, () => {
  it('writes the same records in JSON and in XML', () => {
    expect(JSON.parse(writtenAnswer(answer, 'json').body)).toEqual(answer.records)
    expect(writtenAnswer(answer, 'xml').body).toBe(
      '<?xml version="1.0" encoding="utf-8"?>\n<services><service><service_code>utilities</service_code>' +
        '<description>&lt;水&gt; &amp; &quot;电&quot;</description><metadata>false</metadata><group/></service></services>',
    )
  })
})
