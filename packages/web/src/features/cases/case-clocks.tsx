/**
 * The clocks of a case: how far each is, and, to whoever asks, every day with the reason why it counts or does not.
 */

import { casesZhCN } from '../../texts/cases-zh-cn.ts'
import { Light } from '../../ui/light.tsx'
import { Unconfirmed } from '../../ui/unconfirmed.tsx'
import { useMoments } from '../../ui/use-moments.ts'
import { type Case, colourOf } from './case-standing.ts'

type Clock = NonNullable<Case['clocks']['committed']>
type Limit = Case['service']['committed']

export function CaseClocks({ file }: { readonly file: Case }) {
  const { clocks: texts } = casesZhCN
  const { committed, statutory, wholeProcess } = file.clocks
  return (
    <>
      <ul className="rows clocks">
        <ClockLine name={texts.committed} clock={committed} limit={file.service.committed} file={file} />
        <ClockLine name={texts.statutory} clock={statutory} limit={file.service.statutory} file={file} />
        {wholeProcess !== null && (
          <li>
            <strong>{texts.whole}</strong>
            <span>
              {texts.wholeValue(String(wholeProcess.workingDays), String(wholeProcess.naturalDays))}
              <span className="hint">{texts.wholeNote}</span>
            </span>
          </li>
        )}
      </ul>
      {committed !== null && <DayByDay name={texts.committed} clock={committed} />}
      {statutory !== null && <DayByDay name={texts.statutory} clock={statutory} />}
    </>
  )
}

interface ClockLineProps {
  readonly name: string
  readonly clock: Clock | null
  readonly limit: Limit
  readonly file: Case
}

function ClockLine({ name, clock, limit, file }: ClockLineProps) {
  const { clocks: texts, lights } = casesZhCN
  const { day } = useMoments()
  return (
    <li>
      <strong>
        {name} {limit.value} {texts.units[limit.unit]} <Unconfirmed mark={limit.mark} />
        <span className="hint">{texts.source(limit.source)}</span>
      </strong>
      {clock === null ? (
        <span>{texts.notStarted}</span>
      ) : (
        <span>
          {texts.of(String(clock.used), String(clock.granted))}{' '}
          {clock.light !== 'off' && (
            <Light colour={colourOf(file.situation, clock.light)}>{lights[clock.light]}</Light>
          )}
          <span className="hint">{clock.due === null ? texts.open : texts.dueOn(day(clock.due))}</span>
        </span>
      )}
    </li>
  )
}

function DayByDay({ name, clock }: { readonly name: string; readonly clock: Clock }) {
  const { clocks: texts } = casesZhCN
  const { day } = useMoments()
  return (
    <details className="rule-text">
      <summary>{texts.explain(name)}</summary>
      <div className="table-scroll" tabIndex={0} role="region" aria-label={texts.explain(name)}>
        <table className="stacks">
          <thead>
            <tr>
              <th scope="col">{texts.day}</th>
              <th scope="col">{texts.counted}</th>
              <th scope="col">{texts.why}</th>
            </tr>
          </thead>
          <tbody>
            {clock.days.map(({ date, used, reason }) => (
              <tr key={date}>
                <th scope="row">{day(date)}</th>
                <td data-label={texts.counted}>{used ?? texts.notCounted}</td>
                <td data-label={texts.why}>{reason}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  )
}
