/**
 * What reporter and handlers wrote to each other; an answer is sealed here to the reporter and to every handler of the lead.
 */

import { useEffect, useState } from 'react'
import { call } from '../../../../api/call.ts'
import { leadsTexts } from '../../../../texts/leads-zh-cn.ts'
import { dayText } from '../../../../ui/moment.ts'
import { useCaseAct } from '../../case-parts/use-case-act.ts'
import { Submit, WordsField } from '../../department/acts/act-fields.tsx'
import { openKeys } from '../key-ring.ts'
import { openWords, sealWords } from '../sealed-words.ts'
import { SelectField } from '../select-field.tsx'
import type { OpenedLead } from './opened-lead.ts'

const texts = leadsTexts.lead
const mostLetters = 1200

interface MessageProps {
  readonly lead: OpenedLead
  readonly again: () => void
}

export function MessagePanel({ lead, again }: MessageProps) {
  const messages = lead.envelopes.slice(1)
  const words = useMessages(lead)
  return (
    <section className="staff-panel">
      <h2>{texts.messages}</h2>
      {messages.length === 0 ? (
        <p className="lead-hint">{texts.noMessages}</p>
      ) : (
        <ol className="lead-talk">
          {messages.map(({ id, writtenBy, writtenOn }) => (
            <li key={id} className={writtenBy}>
              <p className="lead-hint">
                {texts.by[writtenBy]}　{dayText(writtenOn)}
              </p>
              <p className="lead-words">{words.get(id) ?? ''}</p>
            </li>
          ))}
        </ol>
      )}
      {lead.reporter === null ? <p>{texts.nobody}</p> : <AnswerForm lead={lead} again={again} />}
    </section>
  )
}

function useMessages({ id: leadId, envelopes }: OpenedLead): ReadonlyMap<string, string> {
  const [words, setWords] = useState<ReadonlyMap<string, string>>(new Map())
  useEffect(() => {
    let gone = false
    const opened = envelopes.slice(1).map(async (envelope) => {
      const place = { leadId, part: `message/${envelope.id}` } as const
      return [envelope.id, (await openWords(place, envelope, openKeys())) ?? texts.unreadable] as const
    })
    void Promise.all(opened).then((all) => {
      if (!gone) setWords(new Map(all))
    })
    return () => {
      gone = true
    }
  }, [leadId, envelopes])
  return words
}

type Telling = keyof typeof texts.tellings

function AnswerForm({ lead, again }: MessageProps) {
  const [words, setWords] = useState('')
  const [tells, setTells] = useState<Telling>('none')
  const [isSent, setSent] = useState(false)
  const act = useCaseAct()
  async function send() {
    const sent = await act.run(async () => {
      const answer = await sealAndSend(lead, words, tells)
      // the handlers changed meanwhile: the lead is read again, the words stay, the next click seals to the new ones
      if (!answer.ok && answer.problem.code === 'sealed-to-others') again()
      return answer
    })
    if (sent === undefined) return
    setWords('')
    setTells('none')
    setSent(true)
    again()
  }
  const tellings = (Object.keys(texts.tellings) as Telling[]).map((id) => ({ id, name: texts.tellings[id] }))
  return (
    <div className="lead-answer">
      <WordsField id="answer" label={texts.answer} value={words} onChange={setWords} />
      <p className="lead-hint">{texts.answerHint}</p>
      {lead.isNamed && (
        <SelectField
          id="tells"
          label={texts.tells}
          value={tells}
          options={tellings}
          onChange={(id) => setTells(id as Telling)}
        />
      )}
      <Submit
        act={act}
        label={texts.send}
        disabled={words.trim() === '' || words.length > mostLetters}
        onSubmit={() => void send()}
      />
      <p role="status">{isSent ? texts.sent : ''}</p>
    </div>
  )
}

async function sealAndSend({ id: leadId, readers, reporter }: OpenedLead, words: string, tells: Telling) {
  const id = crypto.randomUUID()
  const all = reporter === null ? readers : [...readers, reporter]
  const { content, wraps } = await sealWords({ leadId, part: `message/${id}` }, words, all)
  const told = tells === 'none' ? null : tells
  return await call('POST /api/leads/:id/messages', {
    params: { id: leadId },
    body: { id, content, wraps: [...wraps], tells: told },
  })
}
