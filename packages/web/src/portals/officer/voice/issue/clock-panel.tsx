/**
 * Who owes what until when; every day of a period explained on demand.
 */

import type { CallOutput } from '../../../../api/call.ts'
import { voiceDeskTexts } from '../../../../texts/voice-desk-zh-cn.ts'
import { dayText } from '../../../../ui/moment.ts'
import { IssueLight } from '../issue-light.tsx'

const texts = voiceDeskTexts.issue

type Clock = CallOutput<'GET /api/voice/issues/:id'>['clocks'][number]

export function ClockPanel({ clocks }: { readonly clocks: readonly Clock[] }) {
  return (
    <section className="staff-panel">
      <h2>{texts.owes}</h2>
      {clocks.length === 0 ? (
        <p>{texts.nothingOwed}</p>
      ) : (
        <ul className="owed-list">
          {clocks.map((clock) => (
            <li key={clock.kind}>
              <div className="owed-line">
                <b>{voiceDeskTexts.debtors[clock.who]}</b>
                <span>
                  {voiceDeskTexts.clocks[clock.kind]} {texts.dueOn(dayText(clock.due))}
                </span>
                <IssueLight light={clock.light} left={clock.left} />
              </div>
              <details>
                <summary>{texts.days}</summary>
                <ol className="clock-days">
                  {clock.days.map(({ date, counted, reason }, place) => (
                    <li key={date}>
                      <time dateTime={date}>{dayText(date)}</time>
                      <span>
                        {place === 0
                          ? texts.zero
                          : `${reason}${counted === null ? '' : ` · ${texts.counted(counted)}`}`}
                      </span>
                    </li>
                  ))}
                </ol>
              </details>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
