/**
 * The form: what it is, what about, what happened, where, photos, how to reach whoever says it.
 */

import type { ProblemDocument } from '@guanjia/contract/problem'
import { type FormEvent, useState } from 'react'
import { type CallOutput, call } from '../../../api/call.ts'
import { useApi } from '../../../api/use-api.ts'
import { PhotoField } from '../../../features/feedback/index.ts'
import { usePage } from '../../../page.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { ChoiceField, TextField } from '../../../ui/field.tsx'
import { LinesField } from '../../../ui/lines-field.tsx'
import { ProblemNotice } from '../../../ui/problem-notice.tsx'
import { LikeAnswers } from './like-answers.tsx'
import { PlaceField } from './place-field.tsx'
import { bodyOf, faultsOf, type Kind, nothing, type Said } from './said.ts'
import { useVoiceTexts } from './use-voice-texts.ts'

type Choices = CallOutput<'GET /api/voice/choices'>

interface VoiceFormProps {
  readonly choices: Choices
  /** the printed code somebody came by names its channel */
  readonly source: string | undefined
  readonly onFiled: (filed: CallOutput<'POST /api/voice/issues'>) => void
}

interface PartProps {
  readonly said: Said
  readonly choices: Choices
  readonly isSignedIn: boolean
  readonly faultOf: (field: string) => string | undefined
  readonly change: (part: Partial<Said>) => void
}

export function VoiceForm({ choices, source, onFiled }: VoiceFormProps) {
  const texts = useVoiceTexts()
  const { language } = usePage()
  const session = useApi('GET /api/session')
  const isSignedIn = session.state === 'ready' && session.value.signedIn
  const [said, setSaid] = useState(nothing)
  const [attempt, setAttempt] = useState(0)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ProblemDocument>()
  const missing = faultsOf(said, isSignedIn, texts.faults)
  const faults = attempt === 0 ? [] : missing

  async function submit(event: FormEvent) {
    event.preventDefault()
    setAttempt((count) => count + 1)
    if (missing.length > 0) return
    setBusy(true)
    const answer = await call('POST /api/voice/issues', { body: bodyOf(said, source) })
    setBusy(false)
    if (answer.ok) onFiled(answer.value)
    else setProblem(answer.problem)
  }

  const parts: PartProps = {
    said,
    choices,
    isSignedIn,
    faultOf: (field) => faults.find((fault) => fault.field === field)?.text,
    change: (part) => setSaid((before) => ({ ...before, ...part })),
  }
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <ErrorSummary faults={faults} attempt={attempt} />
      <KindField {...parts} />
      {said.kind === 'misconduct' ? (
        <p className="notice near" role="status">
          {choices.misconduct[language]}
          <br />
          {choices.misconductUrl !== null && (
            <a href={choices.misconductUrl} rel="noreferrer">
              {texts.misconductLink}
            </a>
          )}
        </p>
      ) : (
        <>
          <WhatFields {...parts} />
          <WhoFields {...parts} />
          <ProblemNotice problem={problem} />
          <div className="actions">
            <button className="button" type="submit" disabled={busy}>
              {texts.submit}
            </button>
          </div>
        </>
      )}
    </form>
  )
}

function KindField({ said, choices, faultOf, change }: PartProps) {
  const texts = useVoiceTexts()
  const { language } = usePage()
  const kinds = choices.kinds.map(({ id, name, hint }) => ({
    value: id,
    label: name[language],
    hint: hint[language],
  }))
  const elsewhere = { value: 'misconduct', label: texts.misconduct, hint: texts.misconductHint }
  return (
    <ChoiceField
      id="kind"
      label={texts.kind}
      options={[...kinds, elsewhere]}
      value={said.kind}
      fault={faultOf('kind')}
      onChange={(kind) => change({ kind: kind as Kind })}
    />
  )
}

function WhatFields({ said, choices, faultOf, change }: PartProps) {
  const texts = useVoiceTexts()
  const { language } = usePage()
  return (
    <>
      <ChoiceField
        id="topic"
        label={texts.topic}
        options={choices.topics.map(({ id, name, hint }) => ({
          value: id,
          label: name[language],
          hint: hint[language],
        }))}
        value={said.topic}
        fault={faultOf('topic')}
        onChange={(topic) => change({ topic })}
      />
      <LinesField
        id="words"
        label={texts.words}
        hint={texts.wordsHint}
        value={said.words}
        fault={faultOf('words')}
        onChange={(words) => change({ words })}
      />
      <LikeAnswers words={said.words} />
      <PlaceField
        place={said.place}
        point={said.point}
        onChange={(place, point) => change({ place, point })}
      />
      <PhotoField
        id="photos"
        photos={said.photos}
        most={choices.photos}
        onChange={(photos) => change({ photos })}
        words={{
          label: `${texts.photos}${texts.optional}`,
          hint: texts.photosHint(String(choices.photos)),
          add: texts.addPhoto,
          remove: texts.remove,
          photo: texts.photo,
        }}
      />
    </>
  )
}

function WhoFields({ said, isSignedIn, faultOf, change }: PartProps) {
  const texts = useVoiceTexts()
  return (
    <>
      <TextField
        id="phone"
        label={isSignedIn ? `${texts.phone}${texts.optional}` : texts.phone}
        hint={texts.phoneHint}
        value={said.phone}
        fault={faultOf('phone')}
        onChange={(phone) => change({ phone })}
        input={{ type: 'tel', autoComplete: 'tel', inputMode: 'tel' }}
      />
      <TextField
        id="name"
        label={`${texts.name}${texts.optional}`}
        value={said.name}
        onChange={(name) => change({ name })}
        input={{ autoComplete: 'name' }}
      />
    </>
  )
}
