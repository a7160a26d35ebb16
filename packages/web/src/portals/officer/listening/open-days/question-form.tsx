/**
 * What a company asked: answered on the spot, or in the register from the same moment on. The form stays open for the next
 * question, with the session as it was.
 */

import { Radio, Select } from 'antd'
import { useState } from 'react'
import { type CallOutput, call } from '../../../../api/call.ts'
import { listeningTexts } from '../../../../texts/listening-zh-cn.ts'
import { dayText } from '../../../../ui/moment.ts'
import { useCaseAct } from '../../case-parts/use-case-act.ts'
import { LineField, Submit, WordsField } from '../../department/acts/act-fields.tsx'

const texts = listeningTexts.openDays

type Desk = CallOutput<'GET /api/open-days/:round/desk'>
type Recorded = CallOutput<'POST /api/open-days/:round/questions'>

interface QuestionFormProps {
  readonly desk: Desk
  readonly onRecorded: () => void
}

const nothing = {
  company: undefined as string | undefined,
  topic: undefined as string | undefined,
  words: '',
  isAnswered: true,
  authority: undefined as string | undefined,
  answer: '',
  phone: '',
}
type Asked = typeof nothing
const fewestCharacters = 5

/** What is sent; undefined until it is whole. */
function bodyOf(session: string | undefined, asked: Asked) {
  const { company, topic, words, isAnswered, authority, answer, phone } = asked
  if (session === undefined || company === undefined || topic === undefined) return undefined
  if (words.trim().length < fewestCharacters) return undefined
  const body = { session, company, topic, words }
  if (!isAnswered) return phone.trim() === '' ? body : { ...body, phone }
  if (authority === undefined || answer.trim().length < 2) return undefined
  return { ...body, answer: { authority, words: answer } }
}

function saidOf({ issue, replyDue }: Recorded): string {
  if (issue === null) return texts.recorded
  return replyDue === null ? texts.filedLater(issue) : texts.filed(issue, dayText(replyDue))
}

export function QuestionForm({ desk, onRecorded }: QuestionFormProps) {
  const [session, setSession] = useState(desk.sessions.at(-1)?.id)
  const [asked, setAsked] = useState(nothing)
  const [said, setSaid] = useState('')
  const act = useCaseAct()
  const change = (part: Partial<Asked>) => setAsked((before) => ({ ...before, ...part }))
  const body = bodyOf(session, asked)
  async function record() {
    if (body === undefined) return
    const params = { round: String(desk.round) }
    const done = await act.run(() => call('POST /api/open-days/:round/questions', { params, body }))
    if (done === undefined) return
    setSaid(saidOf(done))
    setAsked({ ...nothing, company: asked.company, isAnswered: asked.isAnswered, authority: asked.authority })
    onRecorded()
  }
  return (
    <section className="listening-form" aria-label={texts.addQuestion}>
      <AskedPart
        desk={desk}
        asked={asked}
        change={change}
        session={session}
        onSession={(id) => {
          setSession(id)
          change({ company: undefined })
        }}
      />
      <AnswerPart desk={desk} asked={asked} change={change} />
      {said !== '' && <p role="status">{said}</p>}
      <Submit act={act} label={texts.record} disabled={body === undefined} onSubmit={() => void record()} />
    </section>
  )
}

interface PartProps {
  readonly desk: Desk
  readonly asked: Asked
  readonly change: (part: Partial<Asked>) => void
}

interface AskedPartProps extends PartProps {
  readonly session: string | undefined
  readonly onSession: (id: string) => void
}

function AskedPart({ desk, asked, change, session, onSession }: AskedPartProps) {
  return (
    <>
      <div className="call-line">
        <Choice
          id="asked-session"
          label={texts.whichSession}
          value={session}
          among={desk.sessions.map((each) => ({
            value: each.id,
            label: `${each.carrier}（${dayText(each.heldOn)}）`,
          }))}
          onChange={onSession}
        />
        <Choice
          id="asked-company"
          label={texts.whichCompany}
          value={asked.company}
          among={
            desk.sessions
              .find(({ id }) => id === session)
              ?.companies.map(({ code, name }) => ({ value: code, label: name })) ?? []
          }
          onChange={(company) => change({ company })}
        />
        <Choice
          id="asked-topic"
          label={texts.topic}
          value={asked.topic}
          among={desk.topics.map(({ id, name }) => ({ value: id, label: name['zh-CN'] }))}
          onChange={(topic) => change({ topic })}
        />
      </div>
      <WordsField
        id="asked-words"
        label={texts.asked}
        value={asked.words}
        onChange={(words) => change({ words })}
      />
      <p className="staff-lead">{texts.askedHint}</p>
    </>
  )
}

function AnswerPart({ desk, asked, change }: PartProps) {
  return (
    <>
      <div className="act-field">
        <span className="field-name">{texts.wasAnswered}</span>
        <Radio.Group
          aria-label={texts.wasAnswered}
          optionType="button"
          value={asked.isAnswered}
          onChange={({ target }) => change({ isAnswered: target.value === true })}
          options={[
            { value: true, label: texts.answeredHere },
            { value: false, label: texts.toRegister },
          ]}
        />
      </div>
      {asked.isAnswered ? (
        <>
          <Choice
            id="asked-authority"
            label={texts.answeredBy}
            value={asked.authority}
            among={desk.hosts.map(({ id, name }) => ({ value: id, label: name['zh-CN'] }))}
            onChange={(authority) => change({ authority })}
          />
          <WordsField
            id="asked-answer"
            label={texts.givenAnswer}
            value={asked.answer}
            onChange={(answer) => change({ answer })}
          />
        </>
      ) : (
        <LineField
          id="asked-phone"
          type="tel"
          label={texts.companyPhone}
          value={asked.phone}
          onChange={(phone) => change({ phone })}
        />
      )}
    </>
  )
}

interface ChoiceProps {
  readonly id: string
  readonly label: string
  readonly value: string | undefined
  readonly among: { value: string; label: string }[]
  readonly onChange: (value: string) => void
}

function Choice({ id, label, value, among, onChange }: ChoiceProps) {
  return (
    <div className="act-field">
      <label htmlFor={id}>{label}</label>
      <Select
        id={id}
        className="wide-field"
        showSearch
        optionFilterProp="label"
        placeholder={label}
        value={value ?? null}
        onChange={onChange}
        options={among}
      />
    </div>
  )
}
