/**
 * Opening a tour: what it is called, from when until when, which departments go.
 */

import { Select } from 'antd'
import { useState } from 'react'
import { call } from '../../../../api/call.ts'
import { useApi } from '../../../../api/use-api.ts'
import { toursTexts as texts } from '../../../../texts/tours-zh-cn.ts'
import { today } from '../../../../ui/moment.ts'
import { useCaseAct } from '../../case-parts/use-case-act.ts'
import { LineField, Submit } from '../../department/acts/act-fields.tsx'

interface OpenTourFormProps {
  readonly departmentsAtLeast: number
  readonly onDone: (id: string) => void
}

export function OpenTourForm({ departmentsAtLeast, onDone }: OpenTourFormProps) {
  const [draft, setDraft] = useState(() => ({ title: '', from: today(), until: today() }))
  const [departments, setDepartments] = useState<string[]>([])
  const choices = useApi('GET /api/voice/choices')
  const authorities = choices.state === 'ready' ? choices.value.authorities : []
  const act = useCaseAct()
  const set = (name: keyof typeof draft) => (value: string) => setDraft({ ...draft, [name]: value })
  async function open() {
    const done = await act.run(() => call('POST /api/tours', { body: { ...draft, departments } }))
    if (done !== undefined) onDone(done.id)
  }
  const isWhole = draft.title.trim().length >= 2 && draft.from !== '' && draft.until !== ''
  return (
    <section className="listening-form" aria-label={texts.open}>
      <LineField
        id="tour-title"
        label={`${texts.name}（${texts.nameHint}）`}
        value={draft.title}
        onChange={set('title')}
      />
      <div className="call-line">
        <LineField id="tour-from" type="date" label={texts.from} value={draft.from} onChange={set('from')} />
        <LineField
          id="tour-until"
          type="date"
          label={texts.until}
          value={draft.until}
          onChange={set('until')}
        />
        <div className="act-field">
          <label htmlFor="tour-departments">
            {`${texts.departments}（${texts.departmentsHint(departmentsAtLeast)}）`}
          </label>
          <Select
            id="tour-departments"
            mode="multiple"
            className="wide-field"
            placeholder={texts.chooseDepartments}
            optionFilterProp="label"
            value={departments}
            onChange={setDepartments}
            options={authorities.map(({ id, name }) => ({ value: id, label: name['zh-CN'] }))}
          />
        </div>
      </div>
      <Submit
        act={act}
        label={texts.begin}
        disabled={!isWhole || departments.length < departmentsAtLeast}
        onSubmit={() => void open()}
      />
    </section>
  )
}
