import { describe, expect, it } from 'vitest'
import { plainAnswers } from './answer-spelling.ts'
import type { ApplicationDraft } from './company-application.ts'

const typed: ApplicationDraft = {
  kind: 'LLC',
  scope: { entryIds: ['i65-01', 'i65-02', 'i65-01'], own: [' 海藻 画制作', '海藻 画制作', ' '] },
  parties: [
    {
      kind: 'person',
      id: 'p1',
      name: ' 林海宁 ',
      identityNumber: '３７０２１４　１９８８０４１２　００１ｘ',
      phone: '+86 139-0000-0001',
    },
    { kind: 'company', id: 'c1', name: '海晨', unifiedCode: '91370222ma3c00011k ', signedBy: 'p1' },
  ],
  capital: { amount: '１,000,000.00', paidInBy: '2031-03-31' },
  shareholders: [{ partyId: 'p1', percent: ' 66.6667', form: 'money' }],
}

describe(plainAnswers, () => {
  it('writes numbers as registers keep them, and every entry of the scope once', () => {
    expect(plainAnswers(typed)).toEqual({
      kind: 'LLC',
      scope: { entryIds: ['i65-01', 'i65-02'], own: ['海藻 画制作'] },
      parties: [
        {
          kind: 'person',
          id: 'p1',
          name: '林海宁',
          identityNumber: '37021419880412001X',
          phone: '13900000001',
        },
        { kind: 'company', id: 'c1', name: '海晨', unifiedCode: '91370222MA3C00011K', signedBy: 'p1' },
      ],
      capital: { amount: '1000000.00', paidInBy: '2031-03-31' },
      shareholders: [{ partyId: 'p1', percent: '66.6667', form: 'money' }],
    })
  })

  it('changes nothing the second time, and adds no section that was not answered', () => {
    expect(plainAnswers(plainAnswers(typed))).toEqual(plainAnswers(typed))
    expect(plainAnswers({ kind: 'IND' })).toEqual({ kind: 'IND' })
  })
})
