/**
 * The parts of a case that are read: opinions of the others, questions, steps outside the office, answers, counted days.
 */

import { useApi } from '../../../api/use-api.ts'
import { reviewTexts as texts } from '../../../texts/department-zh-cn.ts'
import { Light } from '../../../ui/light.tsx'
import { dayText } from '../../../ui/moment.ts'
import type { CaseOnDesk } from './case-on-desk.ts'

interface PartProps {
  readonly subject: CaseOnDesk
}

interface NamedPartProps extends PartProps {
  readonly authorityName: (id: string) => string
}

const opinionColours = { agree: 'green', 'agree-with-conditions': 'amber', disagree: 'red' } as const

export function Opinions({ subject: { reviews }, authorityName }: NamedPartProps) {
  if (reviews.length === 0) return null
  return (
    <section className="staff-panel">
      <h2>{texts.opinions}</h2>
      <ul className="said-list">
        {reviews.map(({ authority, opinion, reasons, conditions }) => (
          <li key={authority}>
            <b>{authorityName(authority)}</b>
            {opinion === null ? (
              <span>{texts.waiting}</span>
            ) : (
              <Light colour={opinionColours[opinion]}>{texts.opinionWords[opinion]}</Light>
            )}
            {reasons !== null && <p>{reasons}</p>}
            {conditions.map((condition) => (
              <p key={condition}>· {condition}</p>
            ))}
          </li>
        ))}
      </ul>
    </section>
  )
}

export function Consultations({ subject: { consultations }, authorityName }: NamedPartProps) {
  if (consultations.length === 0) return null
  return (
    <section className="staff-panel">
      <h2>{texts.consultations}</h2>
      <ul className="said-list">
        {consultations.map(({ id, asked, question, due, answer, closed }) => (
          <li key={id}>
            <b>{texts.asked(authorityName(asked), dayText(due))}</b>
            <p>{question}</p>
            <p>{answer ?? (closed ? texts.closedWithout : texts.waiting)}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}

export function Procedures({ subject }: PartProps) {
  const { specialProcedures, service } = subject
  if (specialProcedures.length === 0) return null
  const nameOf = (kind: string) =>
    service.specialProcedures.find(({ id }) => id === kind)?.name['zh-CN'] ?? kind
  return (
    <section className="staff-panel">
      <h2>{texts.procedures}</h2>
      <ul className="said-list">
        {specialProcedures.map(({ id, kind, reason, expected, endedOn }) => (
          <li key={id}>
            <b>{nameOf(kind)}</b>
            {endedOn === null ? (
              <Light colour="paused">{texts.running(dayText(expected))}</Light>
            ) : (
              <span>{texts.ended(dayText(endedOn))}</span>
            )}
            <p>{reason}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}

export function Suspensions({ subject: { suspensions } }: PartProps) {
  const { suspension } = texts
  if (suspensions.length === 0) return null
  return (
    <section className="staff-panel">
      <h2>{suspension.title}</h2>
      <ul className="said-list">
        {suspensions.map(({ id, ground, reason, startedOn, expected, endedOn }) => (
          <li key={id}>
            <b>{suspension.since(dayText(startedOn), suspension.grounds[ground])}</b>
            {endedOn === null ? (
              <Light colour="paused">
                {expected === null ? suspension.open : suspension.until(dayText(expected))}
              </Light>
            ) : (
              <span>{suspension.resumed(dayText(endedOn))}</span>
            )}
            <p>{reason}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}

export function CaseAnswers({ subject: { id, service, answers } }: PartProps) {
  const opening = useApi('GET /api/services/:id/opening', { params: { id: service.id } })
  const form = useApi('GET /api/cases/:id/form', { params: { id } })
  const said = Object.entries(answers)
  if (said.length === 0) return null
  const asked = new Map<string, { readonly label: string; readonly choices: ReadonlyMap<string, string> }>()
  if (opening.state === 'ready')
    for (const { id: fact, question, choices } of opening.value.questions)
      asked.set(fact, { label: question['zh-CN'] ?? fact, choices: namesOf(choices) })
  if (form.state === 'ready')
    for (const { id: field, label, choices } of form.value.sections.flatMap(({ questions }) => questions))
      asked.set(field, { label: label['zh-CN'] ?? field, choices: namesOf(choices) })
  return (
    <section className="staff-panel">
      <h2>{texts.answers}</h2>
      <dl className="answer-list">
        {said.map(([name, value]) => (
          <div key={name}>
            <dt>{asked.get(name)?.label ?? name}</dt>
            <dd>
              {typeof value === 'boolean'
                ? texts.answerWords[value ? 'yes' : 'no']
                : (asked.get(name)?.choices.get(String(value)) ?? String(value))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

type Choices = readonly { readonly value: string; readonly name: Readonly<Record<string, string>> }[]

function namesOf(choices: Choices): ReadonlyMap<string, string> {
  return new Map(choices.map(({ value, name }) => [value, name['zh-CN'] ?? value]))
}

/** The committed clock day by day: which days count, which do not and why. */
export function ClockDays({ subject: { clocks } }: PartProps) {
  const { committed } = clocks
  if (committed === null || committed.days.length === 0) return null
  return (
    <details className="staff-panel">
      <summary>{texts.clock}</summary>
      <ol className="clock-days">
        {committed.days.map(({ date, used, reason }) => (
          <li key={date}>
            <time dateTime={date}>{dayText(date)}</time>
            <span>{used === null ? texts.notCounted : texts.counted}</span>
            <span>{reason}</span>
          </li>
        ))}
      </ol>
    </details>
  )
}
