/**
 * What signing would do: tick and see. Each commitment has exactly one sentence, and the whole has one live region.
 */

import { useId } from 'react'
import { Link } from 'wouter'
import { Unconfirmed } from '../../../ui/unconfirmed.tsx'
import { adviceSentence, isPermitted, makeUpSentence, type PlanWords, shortDay } from '../plan/plan-words.ts'
import type { Trial } from '../plan/trial.ts'
import type { WireCommitment } from '../plan/wire-plan.ts'

interface WhatIfProps {
  readonly trial: Trial
  readonly words: PlanWords
  readonly onSign: (ids: readonly string[] | undefined) => void
  /** where what is ticked is signed; absent where the reader may not sign */
  readonly signAt: string | undefined
}

export function WhatIf({ trial, words, onSign, signAt }: WhatIfProps) {
  const { texts, wire, plan } = words
  const { whatIf } = texts
  const heading = useId()
  const usable = wire.commitments.filter(({ id }) => trial.advice.has(id))
  const unusable = wire.commitments.filter(({ id }) => !trial.advice.has(id))
  const toggle = (id: string) =>
    onSign(
      plan.signed.includes(id) ? plan.signed.filter((one) => one !== id) : [...plan.signed, id].toSorted(),
    )
  const isTried = plan.signed.join() !== wire.signed.join()
  return (
    <section className="what-if" aria-labelledby={heading}>
      <h2 id={heading}>{whatIf.title}</h2>
      <p className="trial">{whatIf.trial}</p>
      {usable.length === 0 && <p>{whatIf.none}</p>}
      <ul className="commitments">
        {usable.map((commitment) => (
          <Commitment
            key={commitment.id}
            commitment={commitment}
            trial={trial}
            words={words}
            onToggle={() => toggle(commitment.id)}
          />
        ))}
      </ul>
      {unusable.length > 0 && <NotApplicable list={unusable} trial={trial} words={words} />}
      {usable.length > 0 && !isPermitted(plan) && (
        <div className="what-if-actions">
          <BestButton words={words} onSign={onSign} />
          {isTried && (
            <button className="text-button" type="button" onClick={() => onSign(undefined)}>
              {whatIf.reset}
            </button>
          )}
          {signAt !== undefined && plan.signed.length > 0 && isTried && (
            <Link className="button" href={`${signAt}?sign=${plan.signed.join(',')}`}>
              {whatIf.sign(String(plan.signed.length))}
            </Link>
          )}
        </div>
      )}
      <p className="visually-hidden" role="status">
        {isTried ? heard(words) : ''}
      </p>
    </section>
  )
}

interface NotApplicableProps extends Pick<WhatIfProps, 'trial' | 'words'> {
  readonly list: readonly WireCommitment[]
}

function NotApplicable({ list, trial, words }: NotApplicableProps) {
  return (
    <details className="not-applicable">
      <summary>{words.texts.whatIf.others(String(list.length))}</summary>
      <ul>
        {list.map((commitment) => (
          <li key={commitment.id}>
            <b>{commitment.name}</b>
            <span>{adviceSentence(commitment, trial, words)}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}

function BestButton({
  words,
  onSign,
}: {
  readonly words: PlanWords
  readonly onSign: WhatIfProps['onSign']
}) {
  const { texts, plan } = words
  const isBest = plan.signed.join() === plan.best.signed.join()
  if (plan.best.signed.length === 0) return null
  if (isBest) return <p className="best">{texts.whatIf.bestIs}</p>
  return (
    <button className="button quiet" type="button" onClick={() => onSign(plan.best.signed)}>
      {texts.whatIf.best}
    </button>
  )
}

interface CommitmentProps {
  readonly commitment: WireCommitment
  readonly trial: Trial
  readonly words: PlanWords
  readonly onToggle: () => void
}

function Commitment({ commitment, trial, words, onToggle }: CommitmentProps) {
  const { texts, plan } = words
  const { id, name, mark, open, signed } = commitment
  const details = useId()
  const isTicked = plan.signed.includes(id)
  const isOver = isPermitted(plan)
  const over = signed ? texts.whatIf.over : texts.whatIf.tooLate
  const code = trial.advice.get(id)?.code ?? 'saves-nothing'
  return (
    <li className={isTicked ? 'ticked' : undefined}>
      <label>
        <input
          type="checkbox"
          checked={isTicked}
          disabled={isOver}
          onChange={onToggle}
          aria-describedby={details}
        />
        <span className="commitment-name">
          {name} {signed && <span className="tag">{texts.whatIf.signed}</span>} <Unconfirmed mark={mark} />
        </span>
      </label>
      <div id={details}>
        {isOver ? (
          <p className="advice over">{over}</p>
        ) : (
          <p className={`advice ${code}`}>{adviceSentence(commitment, trial, words)}</p>
        )}
        <p>{makeUpSentence(commitment, texts)}</p>
        {isTicked && open.length > 0 && <p>{texts.whatIf.open(open.join(texts.whatIf.between))}</p>}
      </div>
    </li>
  )
}

/** What is read aloud after a tick. */
function heard({ texts, plan, wire }: PlanWords): string {
  const day = shortDay(plan.dates?.permit ?? plan.dates?.end ?? '', { wire })
  const { workingDays } = plan.saved
  return workingDays > 0 ? texts.whatIf.heard(day, String(workingDays)) : texts.whatIf.heardNone(day)
}
