/**
 * What is written while listening.
 */

import { Radio, Select } from 'antd'
import { type FormEvent, useState } from 'react'
import { type CallOutput, call } from '../../../../api/call.ts'
import { voiceDeskTexts } from '../../../../texts/voice-desk-zh-cn.ts'
import { ProblemNotice } from '../../../../ui/problem-notice.tsx'
import { BusyButton } from '../../case-parts/busy-button.tsx'
import { useCaseAct } from '../../case-parts/use-case-act.ts'
import { LineField, WordsField } from '../../department/acts/act-fields.tsx'
import { Elsewhere } from './elsewhere.tsx'

const texts = voiceDeskTexts.phone
const fewestCharacters = 5

type Choices = CallOutput<'GET /api/voice/choices'>

interface Heard {
  readonly source: string
  readonly kind: 'appeal' | 'suggestion' | 'complaint' | 'misconduct'
  readonly topic: string
  readonly words: string
  readonly place: string
  readonly phone: string
  readonly name: string
}

const silence: Heard = {
  source: 'report-phone',
  kind: 'appeal',
  topic: '',
  words: '',
  place: '',
  phone: '',
  name: '',
}

interface CallFormProps {
  readonly choices: Choices
  readonly onFiled: (filed: CallOutput<'POST /api/voice/recorded'>) => void
}

interface PartProps {
  readonly heard: Heard
  readonly choices: Choices
  readonly change: (part: Partial<Heard>) => void
}

export function CallForm({ choices, onFiled }: CallFormProps) {
  const [heard, setHeard] = useState(silence)
  const act = useCaseAct()
  const { source, kind, topic, words } = heard
  const clear = () => setHeard({ ...silence, source })
  const parts = {
    heard,
    choices,
    change: (part: Partial<Heard>) => setHeard((before) => ({ ...before, ...part })),
  }
  async function submit(event: FormEvent) {
    event.preventDefault()
    const done = await act.run(() => call('POST /api/voice/recorded', { body: bodyOf(heard) }))
    if (done === undefined) return
    onFiled(done)
    clear()
  }
  return (
    <form className="call-form" onSubmit={(event) => void submit(event)}>
      <KindFields {...parts} />
      {kind === 'misconduct' ? (
        <Elsewhere source={source} onDone={clear} />
      ) : (
        <>
          <WordsFields {...parts} />
          <ProblemNotice problem={act.refusal} />
          <BusyButton
            type="primary"
            htmlType="submit"
            size="large"
            busy={act.busy}
            disabled={topic === '' || words.trim().length < fewestCharacters}
          >
            {texts.submit}
          </BusyButton>
        </>
      )}
    </form>
  )
}

function bodyOf({ source, kind, topic, words, ...rest }: Heard) {
  const filled = Object.entries(rest).filter(([, value]) => value.trim() !== '')
  return { source, kind, topic, words, ...Object.fromEntries(filled) }
}

function KindFields({ heard, choices, change }: PartProps) {
  return (
    <>
      <div className="act-field">
        <label htmlFor="source">{texts.source}</label>
        <Select
          id="source"
          className="long-select"
          value={heard.source}
          onChange={(source) => change({ source })}
          options={choices.sources
            .filter(({ intake }) => intake.includes('staff'))
            .map((each) => ({ value: each.id, label: each.name['zh-CN'] }))}
        />
      </div>
      <div className="act-field">
        <span className="field-name">{texts.kind}</span>
        <Radio.Group
          aria-label={texts.kind}
          optionType="button"
          value={heard.kind}
          onChange={({ target }) => change({ kind: target.value as Heard['kind'] })}
          options={[
            ...choices.kinds.map((each) => ({ value: each.id as string, label: each.name['zh-CN'] })),
            { value: 'misconduct', label: texts.misconduct },
          ]}
        />
      </div>
    </>
  )
}

function WordsFields({ heard: { topic, words, place, phone, name }, choices, change }: PartProps) {
  return (
    <>
      <div className="act-field">
        <span className="field-name">{texts.topic}</span>
        <Radio.Group
          aria-label={texts.topic}
          optionType="button"
          value={topic}
          onChange={({ target }) => change({ topic: target.value as string })}
          options={choices.topics.map((each) => ({ value: each.id, label: each.name['zh-CN'] }))}
        />
      </div>
      <WordsField
        id="heard"
        label={texts.words}
        value={words}
        rows={6}
        onChange={(value) => change({ words: value })}
      />
      <div className="call-line">
        <LineField
          id="heard-place"
          label={texts.place}
          value={place}
          onChange={(value) => change({ place: value })}
        />
        <LineField
          id="heard-phone"
          label={texts.phone}
          value={phone}
          type="tel"
          onChange={(value) => change({ phone: value })}
        />
        <LineField
          id="heard-name"
          label={texts.name}
          value={name}
          onChange={(value) => change({ name: value })}
        />
      </div>
      <p className="hint">{texts.phoneHint}</p>
    </>
  )
}
