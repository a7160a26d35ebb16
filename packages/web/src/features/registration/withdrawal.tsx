/**
 * Taking an application back: what is lost is said first, then it is asked once more.
 */

import type { ProblemDocument } from '@guanjia/contract/problem'
import type { Application } from '@guanjia/contract/registration'
import { useId, useState } from 'react'
import { call } from '../../api/call.ts'
import { useRegistrationTexts } from '../../texts/use-registration-texts.ts'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { Words } from '../../ui/words.tsx'

interface WithdrawalProps {
  readonly application: Application
  readonly onDone: () => void
}

/** Stages in which the house takes an application back. */
const withdrawable = ['draft', 'signing', 'with-officer']

export function Withdrawal({ application, onDone }: WithdrawalProps) {
  const { withdrawal: texts } = useRegistrationTexts()
  const [isAsked, setAsked] = useState(false)
  if (!withdrawable.includes(application.stage)) return null
  if (isAsked) return <Confirmation application={application} onDone={onDone} no={() => setAsked(false)} />
  return (
    <p className="apart">
      <button className="text-button" type="button" onClick={() => setAsked(true)}>
        {texts.open}
      </button>
    </p>
  )
}

function Confirmation({ application, onDone, no }: WithdrawalProps & { readonly no: () => void }) {
  const { withdrawal: texts } = useRegistrationTexts()
  const heading = useId()
  const [problem, setProblem] = useState<ProblemDocument>()
  const [busy, setBusy] = useState(false)
  async function withdraw() {
    setBusy(true)
    const params = { id: application.id }
    const answer = await call('POST /api/registration/applications/:id/withdrawal', { params })
    setBusy(false)
    if (answer.ok) onDone()
    else setProblem(answer.problem)
  }
  return (
    <section className="sheet apart" aria-labelledby={heading}>
      <h2 id={heading}>{texts.title}</h2>
      <p>{texts.lost}</p>
      <ul>
        {useLosses(application).map((loss) => (
          <li key={loss}>
            <Words>{loss}</Words>
          </li>
        ))}
      </ul>
      <p className="hint">{texts.kept}</p>
      <ProblemNotice problem={problem} />
      <p className="row-actions apart">
        <button className="button grave" type="button" disabled={busy} onClick={() => void withdraw()}>
          {texts.yes}
        </button>
        <button className="button quiet" type="button" onClick={no}>
          {texts.no}
        </button>
      </p>
    </section>
  )
}

/** What ends with the application, thing by thing. */
function useLosses({ answers, nameReservedUntil, seat, signers, stage }: Application): readonly string[] {
  const { withdrawal: texts } = useRegistrationTexts()
  const { name } = answers
  const signed = signers.filter(({ signedAt }) => signedAt !== null).length
  return [
    ...(nameReservedUntil !== null && name?.use === 'name' ? [texts.name(name.text)] : []),
    ...(seat === null ? [] : [texts.seat(seat.address)]),
    ...(signed === 0 ? [] : [texts.signatures(signed)]),
    stage === 'with-officer' ? texts.review : texts.filling,
  ]
}
