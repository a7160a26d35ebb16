/**
 * A need as it is heard: answered on the spot, or handed to the register with the number of whoever asked.
 */

import { type FormEvent, useState } from 'react'
import { type CallOutput, call } from '../../../api/call.ts'
import { toursTexts } from '../../../texts/tours-zh-cn.ts'
import { dayText } from '../../../ui/moment.ts'
import { ProblemNotice } from '../../../ui/problem-notice.tsx'
import { SegmentedChoice } from '../../../ui/segmented-choice.tsx'
import { useCaseAct } from '../case-parts/use-case-act.ts'

const texts = toursTexts.own

type Own = CallOutput<'GET /api/my/stops'>
type Recorded = CallOutput<'POST /api/tours/stops/:id/heard'>

interface HeardFormProps {
  readonly stopId: string
  readonly topics: Own['topics']
  readonly onRecorded: () => void
}

const nothing = {
  topic: '',
  words: '',
  way: 'raise' as keyof typeof texts.ways,
  answer: '',
  name: '',
  phone: '',
}
type Heard = typeof nothing

function given(name: 'name' | 'phone', value: string) {
  return value.trim() === '' ? {} : { [name]: value }
}

function bodyOf({ topic, words, way, answer, name, phone }: Heard) {
  if (way === 'answer') return { topic, words, answer }
  return { topic, words, ...given('name', name), ...given('phone', phone) }
}

function isWhole({ topic, words, way, answer }: Heard): boolean {
  return topic !== '' && words.trim() !== '' && (way === 'raise' || answer.trim().length >= 2)
}

function saidOf({ issue }: Recorded): string {
  if (issue === null) return texts.recorded
  const lead = issue.lead.name['zh-CN']
  return issue.replyDue === null
    ? texts.filedLater(issue.number, lead)
    : texts.filed(issue.number, lead, dayText(issue.replyDue))
}

export function HeardForm({ stopId, topics, onRecorded }: HeardFormProps) {
  const [heard, setHeard] = useState(nothing)
  const [said, setSaid] = useState('')
  const act = useCaseAct()
  const change = (part: Partial<Heard>) => {
    setSaid('')
    setHeard((before) => ({ ...before, ...part }))
  }
  async function record(event: FormEvent) {
    event.preventDefault()
    const done = await act.run(() =>
      call('POST /api/tours/stops/:id/heard', { params: { id: stopId }, body: bodyOf(heard) }),
    )
    if (done === undefined) return
    setHeard({ ...nothing, way: heard.way })
    setSaid(saidOf(done))
    onRecorded()
  }
  return (
    <form className="sheet stop-form" onSubmit={(event) => void record(event)}>
      <TopicField topics={topics} heard={heard} change={change} />
      <label className="above" htmlFor="heard-words">
        {texts.words}
      </label>
      <textarea
        id="heard-words"
        rows={3}
        maxLength={2000}
        value={heard.words}
        onChange={({ target }) => change({ words: target.value })}
      />
      <SegmentedChoice
        id="heard-way"
        label={texts.how}
        options={(['raise', 'answer'] as const).map((value) => ({ value, label: texts.ways[value] }))}
        value={heard.way}
        onChange={(way) => change({ way })}
      />
      {heard.way === 'answer' ? (
        <AnswerField heard={heard} change={change} />
      ) : (
        <AskerFields heard={heard} change={change} />
      )}
      <ProblemNotice problem={act.refusal} />
      <button className="button" type="submit" disabled={act.busy || !isWhole(heard)}>
        {texts.record}
      </button>
      <p role="status">{said}</p>
    </form>
  )
}

interface PartProps {
  readonly heard: Heard
  readonly change: (part: Partial<Heard>) => void
}

function TopicField({ topics, heard, change }: PartProps & Pick<HeardFormProps, 'topics'>) {
  return (
    <>
      <label className="above" htmlFor="heard-topic">
        {texts.topic}
      </label>
      <select id="heard-topic" value={heard.topic} onChange={({ target }) => change({ topic: target.value })}>
        <option value="">{texts.chooseTopic}</option>
        {topics.map(({ id, name }) => (
          <option key={id} value={id}>
            {name['zh-CN']}
          </option>
        ))}
      </select>
    </>
  )
}

function AnswerField({ heard, change }: PartProps) {
  return (
    <>
      <label className="above" htmlFor="heard-answer">
        {texts.answer}
      </label>
      <textarea
        id="heard-answer"
        rows={2}
        maxLength={1000}
        value={heard.answer}
        onChange={({ target }) => change({ answer: target.value })}
      />
    </>
  )
}

function AskerFields({ heard, change }: PartProps) {
  return (
    <>
      <label className="above" htmlFor="heard-name">
        {texts.asker}
      </label>
      <input
        id="heard-name"
        maxLength={60}
        value={heard.name}
        aria-describedby="heard-privacy"
        onChange={({ target }) => change({ name: target.value })}
      />
      <label className="above" htmlFor="heard-phone">
        {texts.phone}
      </label>
      <input
        id="heard-phone"
        type="tel"
        maxLength={20}
        value={heard.phone}
        aria-describedby="heard-privacy"
        onChange={({ target }) => change({ phone: target.value })}
      />
      <p id="heard-privacy" className="hint">
        {texts.privacy}
      </p>
    </>
  )
}
