/**
 * Correcting the registered address to premises of the company's own: the address, the right to it, and the paper that
 * proves the right. Another person reads the paper before confirming.
 */

import type { Application } from '@guanjia/contract/registration'
import { useState } from 'react'
import { call } from '../../../api/call.ts'
import { PaperUpload } from '../../../features/registration/index.ts'
import { registrationZhCN } from '../../../texts/registration-zh-cn.ts'
import { staffTexts } from '../../../texts/staff-zh-cn.ts'
import { ChoiceField, TextField } from '../../../ui/field.tsx'
import { ProblemNotice } from '../../../ui/problem-notice.tsx'

type Right = 'owned' | 'rented' | 'lent'
type Problem = Parameters<typeof ProblemNotice>[0]['problem']

const texts = staffTexts.ownPremises
const rights: readonly Right[] = ['owned', 'rented', 'lent']

interface OwnPremisesProps {
  readonly application: Application
  /** reads the case afresh */
  readonly again: () => void
}

export function OwnPremisesForm({ application, again }: OwnPremisesProps) {
  const { id, answers, fileLimits } = application
  const [address, setAddress] = useState(answers.premises?.address ?? '')
  const [right, setRight] = useState<Right>(answers.premises?.right ?? 'rented')
  const [document, setDocument] = useState<string>()
  const [reason, setReason] = useState('')
  const [problem, setProblem] = useState<Problem>()
  async function propose() {
    if (document === undefined) return
    const wish = { field: 'own-premises', address: address.trim(), right, document } as const
    const answer = await call('POST /api/registration/applications/:id/correction', {
      params: { id },
      body: { wish, reason },
    })
    setProblem(answer.ok ? undefined : answer.problem)
    if (answer.ok) again()
  }
  return (
    <section className="sheet">
      <h2>{texts.title}</h2>
      <p className="hint">{texts.hint}</p>
      <ProblemNotice problem={problem} />
      <Address address={address} right={right} change={setAddress} choose={setRight} />
      <Proof
        right={right}
        largestBytes={fileLimits.largestBytes}
        isGiven={document !== undefined}
        onKept={setDocument}
      />
      <TextField id="own-reason" label={staffTexts.decision.reason} value={reason} onChange={setReason} />
      <button
        className="button quiet"
        type="button"
        disabled={document === undefined}
        onClick={() => void propose()}
      >
        {texts.submit}
      </button>
    </section>
  )
}

interface AddressProps {
  readonly address: string
  readonly right: Right
  readonly change: (address: string) => void
  readonly choose: (right: Right) => void
}

function Address({ address, right, change, choose }: AddressProps) {
  return (
    <>
      <TextField
        id="own-address"
        label={texts.address}
        hint={registrationZhCN.seat.ownHint}
        value={address}
        onChange={change}
        input={{ maxLength: 200 }}
      />
      <ChoiceField
        id="own-right"
        label={registrationZhCN.seat.right}
        options={rights.map((value) => ({ value, label: registrationZhCN.seat.rights[value] }))}
        value={right}
        onChange={(value) => choose(rights.find((one) => one === value) ?? 'rented')}
      />
    </>
  )
}

interface ProofProps {
  readonly right: Right
  readonly largestBytes: number
  readonly isGiven: boolean
  readonly onKept: (document: string) => void
}

function Proof({ right, largestBytes, isGiven, onKept }: ProofProps) {
  return (
    <div className="field">
      <span className="label">{texts.proof}</span>
      <PaperUpload
        id="own-proof"
        label={texts.proof}
        isFirst={!isGiven}
        largestBytes={largestBytes}
        keepAs={`registration-address-${right}`}
        onKept={onKept}
      />
      <p role="status">{isGiven ? texts.given : texts.none}</p>
    </div>
  )
}
