/**
 * The parts of a case that are read: opinions of the others, questions, steps outside the office, counted days.
 */

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
