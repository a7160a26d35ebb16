/**
 * Acts that are words and nothing else.
 */

import { useState } from 'react'
import { type Called, call } from '../../../../api/call.ts'
import { voiceDeskTexts } from '../../../../texts/voice-desk-zh-cn.ts'
import { dayText } from '../../../../ui/moment.ts'
import { useCaseAct } from '../../case-parts/use-case-act.ts'
import { Submit, WordsField } from '../../department/acts/act-fields.tsx'
import type { IssueActProps } from './act-props.ts'

const texts = voiceDeskTexts.forms

interface WordsActProps {
  readonly id: string
  readonly label: string
  readonly button: string
  readonly hint?: string | undefined
  readonly send: (words: string) => Promise<Called<unknown>>
  readonly again: () => void
}

function WordsAct({ id, label, button, hint, send, again }: WordsActProps) {
  const [words, setWords] = useState('')
  const act = useCaseAct()
  async function submit() {
    const done = await act.run(() => send(words))
    if (done !== undefined) again()
  }
  return (
    <>
      {hint !== undefined && <p className="hint">{hint}</p>}
      <WordsField id={id} label={label} value={words} onChange={setWords} />
      <Submit act={act} label={button} disabled={words.trim() === ''} onSubmit={() => void submit()} />
    </>
  )
}

export function ContactForm({ issue: { id, version }, again }: IssueActProps) {
  return (
    <WordsAct
      id="contact-note"
      label={texts.note}
      button={texts.contact}
      again={again}
      send={(note) =>
        call('POST /api/voice/issues/:id/contacts', { params: { id }, body: { version, note } })
      }
    />
  )
}

export function ContributeForm({ issue: { id, version }, again }: IssueActProps) {
  return (
    <WordsAct
      id="contribution"
      label={voiceDeskTexts.acts['contribute'] ?? ''}
      button={texts.contribute}
      again={again}
      send={(words) =>
        call('POST /api/voice/issues/:id/contributions', { params: { id }, body: { version, words } })
      }
    />
  )
}

export function ReturnForm({ issue: { id, version, returnUntil }, again }: IssueActProps) {
  return (
    <WordsAct
      id="return-reason"
      label={texts.reason}
      button={texts.return}
      hint={returnUntil === null ? undefined : texts.returnUntil(dayText(returnUntil))}
      again={again}
      send={(reason) =>
        call('POST /api/voice/issues/:id/return', { params: { id }, body: { version, reason } })
      }
    />
  )
}

export function UrgeForm({ issue: { id, version }, again }: IssueActProps) {
  return (
    <WordsAct
      id="urge-reason"
      label={texts.reason}
      button={texts.urge}
      again={again}
      send={(reason) =>
        call('POST /api/voice/issues/:id/urgings', { params: { id }, body: { version, reason } })
      }
    />
  )
}
