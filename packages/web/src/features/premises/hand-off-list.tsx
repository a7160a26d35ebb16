/**
 * The hand-offs of a need, each with its time: from whom to whom, since when, until when, done when.
 */

import type { CallOutput } from '../../api/call.ts'
import { Light } from '../../ui/light.tsx'
import { useMoments } from '../../ui/use-moments.ts'
import { useSpaceTexts } from './use-space-texts.ts'

type HandOff = CallOutput<'GET /api/space/needs/by-link/:token'>['handOffs'][number]

export function HandOffList({ handOffs }: { readonly handOffs: readonly HandOff[] }) {
  const texts = useSpaceTexts()
  const { moment, day } = useMoments()
  return (
    <ol className="hand-offs">
      {handOffs.map(({ step, from, to, since, due, done, light, tookWorkingDays }) => (
        <li key={step} className={done === null ? 'open' : 'done'}>
          <h3>
            {texts.steps[step]}
            <small>
              {texts.parties[from]} → {texts.parties[to]}
            </small>
          </h3>
          <HandOffLight light={light} isDone={done !== null} />
          <dl>
            <div>
              <dt>{texts.follow.from}</dt>
              <dd>{moment(since)}</dd>
            </div>
            {due !== null && (
              <div>
                <dt>{texts.follow.due}</dt>
                <dd>{day(due)}</dd>
              </div>
            )}
            <div>
              <dt>{done === null ? texts.follow.open : texts.follow.done}</dt>
              <dd>
                {done !== null && `${moment(done)} · `}
                {texts.follow.took(String(tookWorkingDays))}
              </dd>
            </div>
          </dl>
        </li>
      ))}
    </ol>
  )
}

function HandOffLight({ light, isDone }: { readonly light: HandOff['light']; readonly isDone: boolean }) {
  const { follow: texts } = useSpaceTexts()
  if (light === null) return <Light colour="plain">{isDone ? texts.done : texts.open}</Light>
  const words = { green: isDone ? texts.onTime : texts.open, amber: texts.nearDue, red: texts.late }
  return <Light colour={light}>{words[light]}</Light>
}
