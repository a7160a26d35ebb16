/**
 * The one rating of a case: five levels and what it was about; after a bad one, what happens until when.
 */

import type { ProblemDocument } from '@guanjia/contract/problem'
import { useState } from 'react'
import { type CallInput, type CallOutput, call } from '../../../../api/call.ts'
import { useApi } from '../../../../api/use-api.ts'
import { casesZhCN } from '../../../../texts/cases-zh-cn.ts'
import { ErrorSummary } from '../../../../ui/error-summary.tsx'
import { ChoiceField } from '../../../../ui/field.tsx'
import { LinesField } from '../../../../ui/lines-field.tsx'
import { ProblemNotice } from '../../../../ui/problem-notice.tsx'
import { useMoments } from '../../../../ui/use-moments.ts'

type Given = NonNullable<CallOutput<'GET /api/cases/:id/rating'>['rating']>
type Aspect = CallInput<'POST /api/cases/:id/rating'>['body']['aspects'][number]

const levels = [5, 4, 3, 2, 1] as const
/** what is asked about a matter done online, as the national list of ratings has it */
const aspects = ['efficiency', 'guide-accuracy', 'convenience', 'usability'] as const
const contented = 3

export function RatingPanel({ id }: { readonly id: string }) {
  const { rating: texts } = casesZhCN
  const reading = useApi('GET /api/cases/:id/rating', { params: { id } })
  if (reading.state !== 'ready') return null
  return (
    <section aria-labelledby="rating-title">
      <h2 id="rating-title">{texts.title}</h2>
      {reading.value.rating === null ? (
        <RatingForm id={id} onRated={reading.again} />
      ) : (
        <RatingGiven rating={reading.value.rating} />
      )}
    </section>
  )
}

function RatingForm({ id, onRated }: { readonly id: string; readonly onRated: () => void }) {
  const { rating: texts } = casesZhCN
  const [level, setLevel] = useState('')
  const [chosen, setChosen] = useState<readonly Aspect[]>([])
  const [comment, setComment] = useState('')
  const [attempt, setAttempt] = useState(0)
  const [problem, setProblem] = useState<ProblemDocument>()
  const fault = attempt > 0 && level === '' ? texts.levelFault : undefined
  async function send() {
    setAttempt(attempt + 1)
    if (level === '') return
    const body = { level: Number(level), aspects: [...chosen], comment }
    const answer = await call('POST /api/cases/:id/rating', { params: { id }, body })
    if (answer.ok) onRated()
    else setProblem(answer.problem)
  }
  return (
    <>
      <p>{texts.lead}</p>
      <ErrorSummary
        faults={fault === undefined ? [] : [{ field: 'rating-level', text: fault }]}
        attempt={attempt}
      />
      <ProblemNotice problem={problem} />
      <ChoiceField
        id="rating-level"
        label={texts.level}
        fault={fault}
        options={levels.map((value) => ({ value: String(value), label: texts.levels[value] }))}
        value={level}
        onChange={setLevel}
      />
      {level !== '' && (
        <fieldset className="field">
          <legend>{Number(level) >= contented ? texts.aspectsGood : texts.aspectsBad}</legend>
          <div className="choices">
            {aspects.map((aspect) => (
              <label className="choice" key={aspect}>
                <input
                  type="checkbox"
                  checked={chosen.includes(aspect)}
                  onChange={({ target }) =>
                    setChosen(target.checked ? [...chosen, aspect] : chosen.filter((each) => each !== aspect))
                  }
                />
                <span>{texts.aspects[aspect]}</span>
              </label>
            ))}
          </div>
        </fieldset>
      )}
      <LinesField id="rating-comment" label={texts.comment} value={comment} onChange={setComment} />
      <button className="button quiet" type="button" onClick={() => void send()}>
        {texts.send}
      </button>
    </>
  )
}

function RatingGiven({ rating }: { readonly rating: Given }) {
  const { rating: texts } = casesZhCN
  const { day, moment } = useMoments()
  const level = texts.levels[rating.level as keyof typeof texts.levels]
  const { callBackBy, calledBackAt, mendBy, mendedAt, mendingNote } = rating
  return (
    <>
      <p role="status">
        {texts.thanks} {texts.given(level, moment(rating.ratedAt))}
      </p>
      {callBackBy !== null && mendBy !== null && (
        <>
          <h3>{texts.next}</h3>
          <ol>
            <li>
              {calledBackAt === null
                ? texts.callBack(day(callBackBy))
                : texts.calledBack(moment(calledBackAt))}
            </li>
            <li>
              {mendedAt === null ? texts.mend(day(mendBy)) : texts.mended(moment(mendedAt))}
              {mendingNote !== null && <span className="hint">{mendingNote}</span>}
            </li>
          </ol>
        </>
      )}
    </>
  )
}
