/**
 * A package is put together by choosing what it goes by; the next page shows what would leave.
 */

import { useState } from 'react'
import { useLocation } from 'wouter'
import { call } from '../../../../api/call.ts'
import { exchangeTexts as texts } from '../../../../texts/exchange-zh-cn.ts'
import { useCaseAct } from '../../case-parts/use-case-act.ts'
import { Submit } from '../../department/acts/act-fields.tsx'
import { Folded, Pick } from '../fields.tsx'
import type { DeskShown } from './exchange-shown.ts'

export function PreparePackage({ agreements }: { readonly agreements: DeskShown['agreements'] }) {
  const [agreement, setAgreement] = useState('')
  const [, navigate] = useLocation()
  const act = useCaseAct()
  const options = agreements.flatMap(({ id, partner, purpose, inForce, outgoing }) =>
    inForce && outgoing !== null ? [{ id, name: `${partner.name} · ${purpose}` }] : [],
  )
  async function build() {
    const done = await act.run(() => call('POST /api/supervision/exchange/packages', { body: { agreement } }))
    if (done !== undefined) navigate(`/work/supervision/exchange/packages/${done.id}`)
  }
  return (
    <Folded label={texts.prepare} hide={texts.hide}>
      {() => (
        <>
          <Pick
            label={texts.agreement}
            none={texts.choose}
            value={agreement}
            options={options}
            onChange={setAgreement}
          />
          <p className="supervision-hint">{texts.prepareHint}</p>
          <Submit act={act} label={texts.build} disabled={agreement === ''} onSubmit={() => void build()} />
        </>
      )}
    </Folded>
  )
}
