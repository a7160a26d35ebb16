/**
 * Opens the case of a number that somebody brings along, however far it has come.
 */

import { Button, Input } from 'antd'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { call } from '../../../../api/call.ts'
import { counterTexts as texts } from '../../../../texts/counter-zh-cn.ts'
import { ProblemNotice } from '../../../../ui/problem-notice.tsx'
import { useCaseAct } from '../../case-parts/use-case-act.ts'

export function FindCase() {
  const [number, setNumber] = useState('')
  const act = useCaseAct()
  const [, navigate] = useLocation()
  const asked = number.replaceAll(/\s/g, '')
  async function find() {
    if (asked === '') return
    const found = await act.run(() =>
      call('GET /api/counter/case-numbers/:number', { params: { number: asked } }),
    )
    if (found !== undefined) navigate(`/work/counter/${found.id}`)
  }
  return (
    <search className="find-case">
      <label htmlFor="case-number">{texts.findNumber}</label>
      <Input
        id="case-number"
        value={number}
        maxLength={40}
        onChange={({ target }) => setNumber(target.value)}
        onPressEnter={() => void find()}
      />
      <Button loading={act.busy} disabled={asked === ''} onClick={() => void find()}>
        {texts.find}
      </Button>
      <ProblemNotice problem={act.refusal} />
    </search>
  )
}
