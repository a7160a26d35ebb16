/**
 * Appointing an observer: who, from where, from when.
 */

import { Button, Radio } from 'antd'
import { useState } from 'react'
import { type CallOutput, call } from '../../../../api/call.ts'
import { listeningTexts } from '../../../../texts/listening-zh-cn.ts'
import { today } from '../../../../ui/moment.ts'
import { useCaseAct } from '../../case-parts/use-case-act.ts'
import { LineField, Submit } from '../../department/acts/act-fields.tsx'

const texts = listeningTexts.observers

type Kinds = CallOutput<'GET /api/observers'>['kinds']

interface AppointFormProps {
  readonly kinds: Kinds
  readonly onDone: () => void
  readonly onLeave: () => void
}

export function AppointForm({ kinds, onDone, onLeave }: AppointFormProps) {
  const [wanted, setWanted] = useState({ name: '', identityNumber: '', organisation: '', from: today() })
  const [kind, setKind] = useState<Kinds[number]['id']>('deputy')
  const act = useCaseAct()
  const change = (part: Partial<typeof wanted>) => setWanted((before) => ({ ...before, ...part }))
  const isWhole = Object.values(wanted).every((value) => value.trim() !== '')
  async function appoint() {
    const done = await act.run(() => call('POST /api/observers', { body: { ...wanted, kind } }))
    if (done !== undefined) onDone()
  }
  return (
    <section className="listening-form" aria-label={texts.appoint}>
      <div className="call-line">
        <LineField
          id="observer-name"
          label={texts.name}
          value={wanted.name}
          onChange={(name) => change({ name })}
        />
        <LineField
          id="observer-number"
          label={texts.identityNumber}
          value={wanted.identityNumber}
          onChange={(identityNumber) => change({ identityNumber })}
        />
        <LineField
          id="observer-organisation"
          label={texts.organisation}
          value={wanted.organisation}
          onChange={(organisation) => change({ organisation })}
        />
        <LineField
          id="observer-from"
          type="date"
          label={texts.from}
          value={wanted.from}
          onChange={(from) => change({ from })}
        />
      </div>
      <div className="act-field">
        <span className="field-name">{texts.kind}</span>
        <Radio.Group
          aria-label={texts.kind}
          optionType="button"
          value={kind}
          onChange={({ target }) => setKind(target.value as Kinds[number]['id'])}
          options={kinds.map(({ id, name }) => ({ value: id, label: name['zh-CN'] }))}
        />
      </div>
      <Submit act={act} label={texts.appoint} disabled={!isWhole} onSubmit={() => void appoint()}>
        <Button onClick={onLeave}>{texts.cancel}</Button>
      </Submit>
    </section>
  )
}
