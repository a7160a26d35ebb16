/**
 * Not taking a case on: only because no permit is needed, or because another authority is competent, which is named.
 */

import { Radio } from 'antd'
import { useState } from 'react'
import { call } from '../../../api/call.ts'
import { counterTexts as texts } from '../../../texts/counter-zh-cn.ts'
import { useCaseAct } from '../case-parts/use-case-act.ts'
import { LineField, Submit, WordsField } from '../department/acts/act-fields.tsx'
import type { CaseAtCounter } from './case-at-counter.ts'

type Ground = keyof typeof texts.grounds

interface DeclineFormProps {
  readonly subject: CaseAtCounter
  readonly again: () => void
}

export function DeclineForm({ subject, again }: DeclineFormProps) {
  const [ground, setGround] = useState<Ground>('not-needed')
  const [reasons, setReasons] = useState('')
  const [authority, setAuthority] = useState('')
  const act = useCaseAct()
  const isElsewhere = ground === 'no-jurisdiction'
  async function decline() {
    const properAuthority = isElsewhere ? authority : null
    const body = { version: subject.version, ground, reasons, properAuthority }
    const done = await act.run(() =>
      call('POST /api/cases/:id/decline', { params: { id: subject.id }, body }),
    )
    if (done !== undefined) again()
  }
  return (
    <details className="decline">
      <summary>{texts.decline}</summary>
      <Radio.Group
        aria-label={texts.declineGround}
        value={ground}
        onChange={({ target }) => setGround(target.value as Ground)}
        options={(Object.keys(texts.grounds) as Ground[]).map((value) => ({
          value,
          label: texts.grounds[value],
        }))}
      />
      <WordsField
        id="decline-reasons"
        label={texts.declineReasons}
        value={reasons}
        onChange={setReasons}
        phrases="decline"
        rows={2}
      />
      {isElsewhere && (
        <LineField
          id="decline-authority"
          label={texts.properAuthority}
          value={authority}
          onChange={setAuthority}
        />
      )}
      <Submit
        act={act}
        label={texts.decline}
        grave
        disabled={reasons.trim().length < 2 || (isElsewhere && authority.trim().length < 2)}
        onSubmit={() => void decline()}
        event="declined"
        applicant={subject.applicant}
      />
    </details>
  )
}
