/**
 * One activity on the desk: the code for the door, the list, the minutes, what was raised.
 */

import { Button, Select } from 'antd'
import { useState } from 'react'
import { Link } from 'wouter'
import { type CallOutput, call } from '../../../../api/call.ts'
import { useApi } from '../../../../api/use-api.ts'
import { listeningTexts } from '../../../../texts/listening-zh-cn.ts'
import { voiceDeskTexts } from '../../../../texts/voice-desk-zh-cn.ts'
import { Light } from '../../../../ui/light.tsx'
import { clockText, momentText } from '../../../../ui/moment.ts'
import { ProblemNotice } from '../../../../ui/problem-notice.tsx'
import { Awaited } from '../../../../ui/reading.tsx'
import { useCaseAct } from '../../case-parts/use-case-act.ts'
import { Submit, WordsField } from '../../department/acts/act-fields.tsx'
import { StaffDetailPage } from '../../staff-page.tsx'

const texts = listeningTexts.activities

type Activity = CallOutput<'GET /api/activities/:id'>

interface PartProps {
  readonly activity: Activity
  readonly again: () => void
}

export function ActivityPage({ id }: { readonly id: string }) {
  const reading = useApi('GET /api/activities/:id', { params: { id } })
  const { again } = reading
  return <Awaited reading={reading}>{(activity) => <Desk activity={activity} again={again} />}</Awaited>
}

function Desk({ activity, again }: PartProps) {
  const { title, kind, place, startsAt, endsAt, observers } = activity
  const there = observers.filter(({ signedIn }) => signedIn !== null).length
  return (
    <StaffDetailPage
      title={title}
      back={{ href: '/work/observers/activities', label: texts.back }}
      facts={[
        { label: texts.kind, value: kind['zh-CN'] },
        { label: texts.time, value: `${momentText(startsAt)}–${clockText(endsAt)}` },
        { label: texts.place, value: place },
        { label: texts.attended, value: texts.thereOf(there, observers.length) },
      ]}
      left={
        <>
          <Attendance activity={activity} again={again} />
          <Raised activity={activity} again={again} />
        </>
      }
      right={
        <>
          <Door activity={activity} />
          <Minutes activity={activity} again={again} />
        </>
      }
    />
  )
}

function Door({ activity: { signIn } }: Pick<PartProps, 'activity'>) {
  return (
    <section className="staff-panel">
      <h2>{texts.door}</h2>
      <img
        className="door-code"
        src={`data:image/svg+xml;utf8,${encodeURIComponent(signIn.svg)}`}
        alt={texts.doorCode}
      />
      <p className="hint">{texts.doorHint}</p>
    </section>
  )
}

function Attendance({ activity: { id, observers }, again }: PartProps) {
  const act = useCaseAct()
  async function signIn(observer: string) {
    const done = await act.run(() =>
      call('POST /api/activities/:id/attendance', { params: { id }, body: { observer } }),
    )
    if (done !== undefined) again()
  }
  return (
    <section className="staff-panel">
      <h2>{texts.list}</h2>
      <ul className="rows">
        {observers.map(({ id: observer, name, organisation, signedIn }) => (
          <li key={observer}>
            <span>
              <b>{name}</b> {organisation}
            </span>
            {signedIn === null ? (
              <Button size="small" onClick={() => void signIn(observer)} aria-label={texts.signInFor(name)}>
                {texts.signIn}
              </Button>
            ) : (
              <Light colour="green">{`${texts.ways[signedIn.way]} ${clockText(signedIn.at)}`}</Light>
            )}
          </li>
        ))}
      </ul>
      <ProblemNotice problem={act.refusal} />
    </section>
  )
}

function Minutes({ activity: { id, minutes }, again }: PartProps) {
  const [words, setWords] = useState(minutes ?? '')
  const act = useCaseAct()
  async function keep() {
    const done = await act.run(() =>
      call('POST /api/activities/:id/minutes', { params: { id }, body: { words } }),
    )
    if (done !== undefined) again()
  }
  return (
    <section className="staff-panel">
      <h2>{texts.minutes}</h2>
      <WordsField id="minutes" label={texts.minutesLabel} rows={8} value={words} onChange={setWords} />
      <Submit act={act} label={texts.keep} disabled={words.trim() === ''} onSubmit={() => void keep()} />
    </section>
  )
}

function Raised({ activity, again }: PartProps) {
  const { id, issues, observers } = activity
  const choices = useApi('GET /api/voice/choices')
  const [words, setWords] = useState('')
  const [observer, setObserver] = useState<string>()
  const [topic, setTopic] = useState<string>()
  const act = useCaseAct()
  async function raise() {
    if (observer === undefined || topic === undefined) return
    const body = { observer, topic, words, task: 'report' as const }
    const done = await act.run(() => call('POST /api/activities/:id/issues', { params: { id }, body }))
    if (done === undefined) return
    setWords('')
    again()
  }
  return (
    <section className="staff-panel">
      <h2>{texts.raised}</h2>
      <ul className="rows">
        {issues.map((issue) => (
          <li key={issue.id}>
            <span>
              <Link href={`/work/voice/${issue.id}`}>{issue.number}</Link> {issue.words}
              <small className="due-day">{issue.observer}</small>
            </span>
            <span className="situation">{voiceDeskTexts.situations[issue.situation]}</span>
          </li>
        ))}
      </ul>
      {issues.length === 0 && <p className="hint">{texts.nothingRaised}</p>}
      <div className="raise-line">
        <Select
          aria-label={texts.who}
          placeholder={texts.who}
          value={observer ?? null}
          onChange={setObserver}
          options={observers.map((each) => ({ value: each.id, label: each.name }))}
        />
        <Select
          aria-label={texts.topic}
          placeholder={texts.topic}
          value={topic ?? null}
          onChange={setTopic}
          options={
            choices.state === 'ready'
              ? choices.value.topics.map((each) => ({ value: each.id, label: each.name['zh-CN'] }))
              : []
          }
        />
      </div>
      <WordsField id="raised-words" label={texts.raisedWords} value={words} onChange={setWords} />
      <Submit
        act={act}
        label={texts.raise}
        disabled={observer === undefined || topic === undefined || words.trim().length < 5}
        onSubmit={() => void raise()}
      />
    </section>
  )
}
