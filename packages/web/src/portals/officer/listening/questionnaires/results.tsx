/**
 * Places of each group and what every question comes to, as bars with their figures beside them.
 */

import type { CallOutput } from '../../../../api/call.ts'
import { questionnaireDeskTexts as texts } from '../../../../texts/questionnaire-desk-zh-cn.ts'
import { dayText } from '../../../../ui/moment.ts'
import { percentOf } from './percent.ts'

type Round = CallOutput<'GET /api/questionnaires/:id'>
type Question = Round['questions'][number]
type Result = Round['results'][number]

interface RoundProps {
  readonly round: Round
}

export function Quotas({ round: { grouping, groups } }: RoundProps) {
  return (
    <section className="staff-panel">
      <h2>{texts.quotas(grouping['zh-CN'])}</h2>
      <ul className="bar-list">
        {groups.map(({ id, name, answered, places, invited, listed }) => (
          <li key={id}>
            <span className="bar-name">
              {name['zh-CN']}
              <small className="due-day">{texts.quotaNote(invited, listed)}</small>
            </span>
            <meter
              min={0}
              max={places}
              value={answered}
              aria-label={texts.quotaLabel(name['zh-CN'], answered, places)}
            />
            <b>{answered === places ? texts.full : texts.ofPlaces(answered, places)}</b>
          </li>
        ))}
      </ul>
    </section>
  )
}

export function Results({ round: { questions, results, state, until } }: RoundProps) {
  if (state === 'running')
    return (
      <section className="staff-panel">
        <h2>{texts.results}</h2>
        <p>{texts.shownAfter(dayText(until))}</p>
      </section>
    )
  return (
    <section className="staff-panel">
      <h2>{texts.results}</h2>
      <p className="staff-lead">{texts.resultsHint}</p>
      {results.map((result) => {
        const question = questions.find(({ id }) => id === result.question)
        return question && <OneResult key={question.id} question={question} result={result} />
      })}
    </section>
  )
}

interface ResultProps {
  readonly question: Question
  readonly result: Result
}

function OneResult({ question, result: { answered, median, counts } }: ResultProps) {
  const told = [texts.answers(answered), ...(median === null ? [] : [texts.median(String(median))])]
  return (
    <div className="question-result">
      <h3>{question.name['zh-CN']}</h3>
      {counts.length === 0 ? (
        <p className="staff-lead">{texts.tooFew}</p>
      ) : (
        <>
          <p className="staff-lead">{told.join(' · ')}</p>
          <ul className="bar-list">
            {counts.map(({ answer, count }) => (
              <li key={answer}>
                <span className="bar-name">{nameOf(question, answer)}</span>
                <meter min={0} max={answered} value={count ?? 0} aria-label={nameOf(question, answer)} />
                <b>{count === null ? texts.hidden : percentOf(count, answered)}</b>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}

/** What an answer is called; the ends of a scale say what they mean. */
function nameOf({ options, ends }: Question, answer: string): string {
  const end = answer === '1' ? ends?.low : answer === '5' ? ends?.high : undefined
  if (ends !== null) return end === undefined ? answer : `${answer} ${end['zh-CN']}`
  return options.find(({ id }) => id === answer)?.name['zh-CN'] ?? answer
}
