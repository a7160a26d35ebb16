/**
 * One stop: where, when, with whom; what was heard; and writing down more.
 */

import { type FormEvent, useState } from 'react'
import { type CallOutput, call } from '../../../api/call.ts'
import { toursTexts } from '../../../texts/tours-zh-cn.ts'
import { Light } from '../../../ui/light.tsx'
import { dayText } from '../../../ui/moment.ts'
import { ProblemNotice } from '../../../ui/problem-notice.tsx'
import { useCaseAct } from '../case-parts/use-case-act.ts'
import { HeardForm } from './heard-form.tsx'

const texts = toursTexts.own

type Own = CallOutput<'GET /api/my/stops'>
type Stop = Own['stops'][number]

interface StopSheetProps {
  readonly stop: Stop
  readonly topics: Own['topics']
  readonly isToday: boolean
  readonly again: () => void
}

export function StopSheet({ stop, topics, isToday, again }: StopSheetProps) {
  return (
    <>
      <StopHead stop={stop} isToday={isToday} />
      {stop.heard.length > 0 && <HeardSoFar heard={stop.heard} />}
      {stop.isOpen ? (
        <>
          <HeardForm stopId={stop.id} topics={topics} onRecorded={again} />
          <SeenForm stop={stop} onNoted={again} />
        </>
      ) : (
        <p className="sheet">{texts.toCome(dayText(stop.on))}</p>
      )}
    </>
  )
}

function StopHead({ stop, isToday }: Pick<StopSheetProps, 'stop' | 'isToday'>) {
  const { place, kind, code, on, half, host, goers, state, tour } = stop
  return (
    <section className="sheet stop-head" aria-label={place}>
      <p className="stop-when">
        <b>{`${isToday ? texts.today : dayText(on)} ${toursTexts.halves[half]}`}</b>
        <Light colour={state === 'visited' ? 'green' : 'plain'}>{toursTexts.states[state]}</Light>
      </p>
      <h2>{place}</h2>
      <p className="hint">{[toursTexts.kinds[kind], ...(code === null ? [] : [code])].join(' · ')}</p>
      <dl>
        <dt>{texts.host}</dt>
        <dd>{host}</dd>
        <dt>{texts.goers}</dt>
        <dd>{goers.map(({ name, department }) => `${name}（${department.name['zh-CN']}）`).join('、')}</dd>
        <dt>{texts.tour}</dt>
        <dd>{`${tour.title}（${tour.number}）`}</dd>
      </dl>
    </section>
  )
}

function HeardSoFar({ heard }: Pick<Stop, 'heard'>) {
  return (
    <section className="sheet" aria-labelledby="heard-so-far">
      <h2 id="heard-so-far">{texts.heardTitle}</h2>
      <ul className="rows">
        {heard.map(({ id, topic, words, answer, issue }) => (
          <li key={id}>
            <span>
              {words}
              <small className="hint">
                {issue === null
                  ? `${topic['zh-CN']} · ${texts.ways.answer}：${answer ?? ''}`
                  : `${topic['zh-CN']} · ${texts.issue(issue.number)}`}
              </small>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

interface Typed {
  /** what was noted when somebody began to type; undefined: what stands, seen by now */
  readonly before: string | null | undefined
  readonly seen: string
}

/** What is typed stays, whoever of those who went notes something meanwhile; it takes the place of that once it was shown. */
function SeenForm({ stop, onNoted }: { readonly stop: Stop; readonly onNoted: () => void }) {
  const [typed, setTyped] = useState<Typed>()
  const [said, setSaid] = useState('')
  const act = useCaseAct()
  const { before = stop.seen, seen } = typed ?? { before: stop.seen, seen: stop.seen ?? '' }
  async function note(event: FormEvent) {
    event.preventDefault()
    const params = { id: stop.id }
    const done = await act.run(async () => {
      const answer = await call('POST /api/tours/stops/:id/visit', { params, body: { seen, before } })
      if (!answer.ok && answer.problem.code === 'stop-noted-meanwhile') setTyped({ before: undefined, seen })
      return answer
    })
    onNoted()
    if (done === undefined) return
    setTyped(undefined)
    setSaid(texts.noted)
  }
  return (
    <form className="sheet stop-form" onSubmit={(event) => void note(event)}>
      <h2>{texts.seenTitle}</h2>
      {typed !== undefined && stop.seen !== null && stop.seen !== typed.before && (
        <p className="hint">{texts.notedByOthers(stop.seen)}</p>
      )}
      <label className="above" htmlFor="stop-seen">
        {texts.seenWords}
      </label>
      <textarea
        id="stop-seen"
        rows={3}
        maxLength={1000}
        value={seen}
        onChange={({ target }) => {
          setSaid('')
          setTyped({ before: stop.seen, ...typed, seen: target.value })
        }}
      />
      <ProblemNotice problem={act.refusal} />
      <button className="button quiet" type="submit" disabled={act.busy || seen.trim().length < 2}>
        {texts.note}
      </button>
      <p role="status">{said}</p>
    </form>
  )
}
