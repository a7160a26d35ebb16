/**
 * The commitments that may be signed, each with what it asks later and what it is worth; and those that are signed.
 */

import { useState } from 'react'
import type { CallOutput } from '../../../api/call.ts'
import { useTexts } from '../../../page.tsx'
import type { CommitmentsTexts } from '../../../texts/commitments-zh-cn.ts'
import { Light } from '../../../ui/light.tsx'
import { Unconfirmed } from '../../../ui/unconfirmed.tsx'
import { useMoments } from '../../../ui/use-moments.ts'
import { useCommitmentTexts } from '../use-commitment-texts.ts'
import '../running.css'

export type Commitments = CallOutput<'GET /api/projects/:id/commitments'>
export type Commitment = Commitments['commitments'][number]

interface ChoiceProps {
  readonly projectId: string
  readonly commitment: Commitment
  /** what signing it would do, in one sentence */
  readonly advice: string
  readonly isChosen: boolean
  readonly onChoose: (chosen: boolean) => void
  readonly onWithdraw: () => Promise<void>
}

export function CommitmentChoice(props: ChoiceProps) {
  const { sign: texts } = useCommitmentTexts()
  const { commitment, advice, isChosen } = props
  const { service, signed } = commitment
  const canSign = !commitment.issued && commitment.conditions.every(({ state }) => state !== 'unmet')
  return (
    <li className={`commitment-choice${signed || isChosen ? ' chosen' : ''}`}>
      <Head {...props} canSign={canSign} />
      {!signed && canSign && <p className="commitment-advice">{advice}</p>}
      <Terms commitment={commitment} />
      <p className="hint">{texts.forService(service.name)}</p>
      {!signed && commitment.issued && <p className="hint">{texts.issued}</p>}
      {signed && <SignedState {...props} signed={signed} />}
    </li>
  )
}

interface HeadProps extends ChoiceProps {
  readonly canSign: boolean
}

function Head({ commitment: { id, name, kind, signed }, isChosen, onChoose, canSign }: HeadProps) {
  const { sign: texts } = useCommitmentTexts()
  return (
    <div className="commitment-head">
      {signed || !canSign ? (
        <strong className="commitment-name">
          <Pledged />
          {name}
        </strong>
      ) : (
        <label className="commitment-name" htmlFor={`choose-${id}`}>
          <input
            id={`choose-${id}`}
            type="checkbox"
            checked={isChosen}
            onChange={(event) => onChoose(event.target.checked)}
          />
          <Pledged />
          {name}
        </label>
      )}
      <span className="tag">{texts.kinds[kind]}</span>
    </div>
  )
}

/** The mark of everything that rests on a promise: never by colour alone. */
function Pledged() {
  const { sign: texts } = useCommitmentTexts()
  return (
    <span className="pledge-mark" aria-hidden="true">
      {texts.mark}
    </span>
  )
}

function termText(term: Commitment['makeUp']['term'], texts: CommitmentsTexts['sign']): string {
  return term.kind === 'milestone' ? term.until : texts.within[term.from](texts.units[term.unit](term.value))
}

function Terms({ commitment: { later, makeUp, basis, mark } }: { readonly commitment: Commitment }) {
  const { sign: texts } = useCommitmentTexts()
  const { day } = useMoments()
  const { join } = useTexts()
  const due = later.find((one) => one.due !== null)?.due ?? null
  return (
    <dl className="terms">
      <div>
        <dt>{texts.later}</dt>
        <dd>{join.list(later.map(({ name }) => name))}</dd>
      </div>
      <div>
        <dt>{texts.until}</dt>
        <dd>
          {termText(makeUp.term, texts)}
          <Unconfirmed mark={makeUp.mark} />
          {due !== null && <small>{texts.forecast(day(due))}</small>}
        </dd>
      </div>
      <div>
        <dt>{texts.basis}</dt>
        <dd>
          {basis}
          <Unconfirmed mark={mark} />
        </dd>
      </div>
    </dl>
  )
}

interface SignedStateProps extends ChoiceProps {
  readonly signed: NonNullable<Commitment['signed']>
}

function SignedState({ projectId, signed, onWithdraw }: SignedStateProps) {
  const { sign: texts } = useCommitmentTexts()
  const { moment } = useMoments()
  const [isAsking, ask] = useState(false)
  return (
    <div className="commitment-signed">
      <Light colour="green">{texts.signed(moment(signed.signedAt), signed.signer)}</Light>
      <a href={`/api/projects/${projectId}/letters/${signed.letter}`}>{texts.download}</a>
      {!signed.withdrawable && <span className="hint">{texts.bound}</span>}
      {signed.withdrawable && !isAsking && (
        <button className="text-button" type="button" onClick={() => ask(true)}>
          {texts.withdraw}
        </button>
      )}
      {isAsking && (
        <div className="notice near" role="alert">
          <p>{texts.withdrawSure}</p>
          <div className="row-actions">
            <button className="button grave" type="button" onClick={() => void onWithdraw()}>
              {texts.withdrawYes}
            </button>
            <button className="button quiet" type="button" onClick={() => ask(false)}>
              {texts.withdrawNo}
            </button>
          </div>
        </div>
      )}
    </div>
  )
}
