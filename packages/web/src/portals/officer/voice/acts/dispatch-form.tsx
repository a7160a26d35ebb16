/**
 * To which department: the usual one of the topic is offered, the dispatcher decides.
 */

import { Checkbox, Select } from 'antd'
import { useState } from 'react'
import { call } from '../../../../api/call.ts'
import { voiceDeskTexts } from '../../../../texts/voice-desk-zh-cn.ts'
import { useCaseAct } from '../../case-parts/use-case-act.ts'
import { Submit } from '../../department/acts/act-fields.tsx'
import type { IssueActProps } from './act-props.ts'

const texts = voiceDeskTexts.forms

export function DispatchForm({ issue: { id, version, topic, situation }, choices, again }: IssueActProps) {
  const usual = choices.topics.find((each) => each.id === topic)?.usually
  const [lead, setLead] = useState(situation === 'returned' ? undefined : usual)
  const [assisting, setAssisting] = useState<string[]>([])
  const [isComplex, setComplex] = useState(false)
  const act = useCaseAct()
  const options = choices.authorities.map((authority) => ({
    value: authority.id,
    label: authority.name['zh-CN'],
  }))
  async function submit() {
    const body = { version, lead: lead ?? '', assisting, isComplex }
    const done = await act.run(() => call('POST /api/voice/issues/:id/dispatch', { params: { id }, body }))
    if (done !== undefined) again()
  }
  return (
    <>
      {situation === 'returned' && <p className="hint">{texts.designate}</p>}
      <div className="act-field">
        <label htmlFor="lead">{texts.lead}</label>
        <Select
          id="lead"
          className="long-select"
          showSearch={{ optionFilterProp: 'label' }}
          options={options}
          {...(lead === undefined ? {} : { value: lead })}
          onChange={setLead}
        />
      </div>
      <div className="act-field">
        <label htmlFor="assisting">{texts.assisting}</label>
        <Select
          id="assisting"
          className="long-select"
          mode="multiple"
          showSearch={{ optionFilterProp: 'label' }}
          options={options.filter(({ value }) => value !== lead)}
          value={assisting}
          onChange={setAssisting}
        />
      </div>
      <Checkbox checked={isComplex} onChange={({ target }) => setComplex(target.checked)}>
        {texts.complex}
      </Checkbox>
      <Submit act={act} label={texts.dispatch} disabled={lead === undefined} onSubmit={() => void submit()} />
    </>
  )
}
