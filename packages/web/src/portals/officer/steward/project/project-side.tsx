/**
 * The right half of a project: what is open, journeys, who sees it through, handing it over.
 */

import { Button, Input } from 'antd'
import { type FormEvent, useState } from 'react'
import { type CallOutput, call } from '../../../../api/call.ts'
import { useApi } from '../../../../api/use-api.ts'
import { stewardTexts } from '../../../../texts/stewards-zh-cn.ts'
import { Light } from '../../../../ui/light.tsx'
import { ProblemNotice } from '../../../../ui/problem-notice.tsx'
import { shortDay } from '../days.ts'

type Project = CallOutput<'GET /api/projects/:id'>
type StewardPage = CallOutput<'GET /api/stewards/projects/:id'>
type Problem = Parameters<typeof ProblemNotice>[0]['problem']

const texts = stewardTexts.project
const mostGates = 8

export function OpenGates({ projectId, gates }: Pick<StewardPage, 'gates'> & { readonly projectId: string }) {
  return (
    <section className="staff-panel" aria-labelledby="gates">
      <h2 id="gates">{texts.gates}</h2>
      {gates.length === 0 ? (
        <p className="staff-lead">{texts.gatesEmpty}</p>
      ) : (
        <ul className="steward-lines">
          {gates.slice(0, mostGates).map(({ step, name, who, isBegun, late, float }) => (
            <li key={step}>
              <Light colour="plain">{texts.until(shortDay(late))}</Light>
              <span>
                <b>{name}</b>
                <small>{`${who} · ${isBegun ? texts.begun : texts.notBegun} · ${texts.floatLeft(float)}`}</small>
              </span>
            </li>
          ))}
        </ul>
      )}
      {gates.length > mostGates && <p className="staff-lead">{texts.moreGates(gates.length - mostGates)}</p>}
      <p>
        <a href={`/my/projects/${projectId}`}>{texts.plan}</a>
        <br />
        <a href={`/work/visits?project=${projectId}`}>{texts.visit}</a>
      </p>
    </section>
  )
}

export function Journeys({ journeys: { cases, withoutVisit, visits } }: Pick<StewardPage, 'journeys'>) {
  return (
    <section className="staff-panel" aria-labelledby="journeys">
      <h2 id="journeys">{texts.journeys}</h2>
      <p>
        <b>{texts.journeysText(cases, withoutVisit)}</b> · {texts.visits(visits)}
      </p>
      <p className="staff-lead">{texts.journeysRule}</p>
    </section>
  )
}

interface HandOverProps {
  readonly project: Project
  readonly onDone: () => void
}

export function HandOver({ project, onDone }: HandOverProps) {
  const reading = useApi('GET /api/stewards')
  const [isDone, setDone] = useState(false)
  const [problem, setProblem] = useState<Problem>()
  if (reading.state !== 'ready') return null
  const holder = (duty: 'primary' | 'backup') => project.stewards.find((one) => one.duty === duty)?.id
  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const value = (name: string) => String(form.get(name) ?? '')
    const body = { primary: value('primary'), backup: value('backup'), reason: value('reason') }
    const answer = await call('POST /api/projects/:id/hand-over', { params: { id: project.id }, body })
    setProblem(answer.ok ? undefined : answer.problem)
    setDone(answer.ok)
    if (answer.ok) onDone()
  }
  return (
    <section className="staff-panel" aria-labelledby="hand-over">
      <h2 id="hand-over">{texts.handOver}</h2>
      <form className="steward-form" onSubmit={(event) => void submit(event)}>
        {(['primary', 'backup'] as const).map((duty) => (
          <label key={duty}>
            {duty === 'primary' ? texts.newPrimary : texts.newBackup}
            <select name={duty} defaultValue={holder(duty)}>
              {reading.value.stewards.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        ))}
        <label>
          {texts.reason}
          <Input name="reason" placeholder={texts.reasonHint} maxLength={200} required minLength={2} />
        </label>
        <Button htmlType="submit">{texts.doHandOver}</Button>
      </form>
      <ProblemNotice problem={problem} />
      <p role="status">{isDone ? texts.handedOver : ''}</p>
      <h3>{texts.history}</h3>
      <ul className="steward-lines">
        {project.stewardships.map(({ id, name, duty, from, to, reason }) => (
          <li key={`${id} ${duty} ${from}`}>
            <b>{name}</b>
            <span>
              {duty === 'primary' ? texts.newPrimary : texts.newBackup}
              <small>{reasonText(reason)}</small>
            </span>
            <span className="staff-lead">
              {texts.since(shortDay(from), to === null ? texts.now : shortDay(to))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The first assignment has a reason of the house, all others are words of people. */
function reasonText(reason: string): string {
  return reason === 'project-begun' ? texts.firstReason : reason
}
