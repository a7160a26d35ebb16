/**
 * A lead that begins at the desk: what the handler writes down is sealed here to those who may know of it.
 */

import { reportText } from '@guanjia/core/leads'
import { Button } from 'antd'
import { useState } from 'react'
import { type CallInput, call } from '../../../api/call.ts'
import { useApi } from '../../../api/use-api.ts'
import { leadsTexts } from '../../../texts/leads-zh-cn.ts'
import { useCaseAct } from '../case-parts/use-case-act.ts'
import { Submit, WordsField } from '../department/acts/act-fields.tsx'
import { sealWords } from './sealed-words.ts'
import { SelectField } from './select-field.tsx'

const texts = leadsTexts.suggestions

type Body = CallInput<'POST /api/leads'>['body']

interface BeginFormProps {
  readonly origin: Pick<Body, 'origin' | 'suggestion' | 'follows'>
  readonly onDone: () => void
  readonly onCancel: () => void
}

export function BeginForm({ origin, onDone, onCancel }: BeginFormProps) {
  const choices = useApi('GET /api/leads/choices')
  const [about, setAbout] = useState('')
  const [words, setWords] = useState('')
  const act = useCaseAct()
  const departments = choices.state === 'ready' ? choices.value.departments : []
  async function begin() {
    if ((await act.run(() => sealAndSend(about, words, origin))) !== undefined) onDone()
  }
  return (
    <div className="lead-begin">
      <SelectField
        id="begin-about"
        label={texts.about}
        value={about}
        options={departments}
        placeholder={leadsTexts.handling.choose}
        onChange={setAbout}
      />
      <WordsField id="begin-words" label={texts.words} value={words} onChange={setWords} />
      <p className="lead-hint">{texts.wordsHint}</p>
      <Submit
        act={act}
        label={texts.submit}
        disabled={about === '' || words.trim().length < 2}
        onSubmit={() => void begin()}
      >
        <Button onClick={onCancel}>{texts.cancel}</Button>
      </Submit>
    </div>
  )
}

async function sealAndSend(about: string, text: string, origin: BeginFormProps['origin']) {
  const found = await call('GET /api/leads/readers', { query: { about } })
  if (!found.ok) return found
  const id = crypto.randomUUID()
  const isRetaliation = origin.origin === 'retaliation'
  const words = reportText({ text, when: '', where: '', who: '', isRetaliation, files: [] })
  const { content, wraps } = await sealWords({ leadId: id, part: 'content' }, words, found.value.readers)
  return await call('POST /api/leads', { body: { ...origin, id, about, content, wraps: [...wraps] } })
}
