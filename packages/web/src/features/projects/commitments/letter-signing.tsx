/**
 * Reading the letter for what was chosen, stating the conditions that are one's own to state, and signing it.
 */

import type { ProblemDocument } from '@guanjia/contract/problem'
import { useState } from 'react'
import { type CallOutput, call } from '../../../api/call.ts'
import { useApi } from '../../../api/use-api.ts'
import type { CommitmentsTexts } from '../../../texts/commitments-zh-cn.ts'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { type FieldFaultText, Tick } from '../../../ui/field.tsx'
import { ProblemNotice } from '../../../ui/problem-notice.tsx'
import { Awaited } from '../../../ui/reading.tsx'
import { useCommitmentTexts } from '../use-commitment-texts.ts'
import type { Commitment } from './commitment-choice.tsx'
import { type LetterDraft, LetterSheet } from './letter-sheet.tsx'

export type Signed = CallOutput<'POST /api/projects/:id/commitments'>

type SignTexts = CommitmentsTexts['sign']

interface LetterSigningProps {
  readonly projectId: string
  readonly chosen: readonly Commitment[]
  readonly onSigned: (signed: Signed) => void
}

export function LetterSigning(props: LetterSigningProps) {
  const { projectId, chosen } = props
  const commitments = chosen.map(({ id }) => id).join(',')
  const draft = useApi('GET /api/projects/:id/commitments/letter', {
    params: { id: projectId },
    query: { commitments },
  })
  return (
    <Awaited reading={draft}>
      {(value) => <ReadAndSign key={value.digest} draft={value} {...props} />}
    </Awaited>
  )
}

interface ReadAndSignProps extends LetterSigningProps {
  readonly draft: LetterDraft
}

function ReadAndSign({ projectId, chosen, draft, onSigned }: ReadAndSignProps) {
  const { sign: texts } = useCommitmentTexts()
  const stated = statedConditions(chosen)
  const [confirmed, confirm] = useState<readonly string[]>([])
  const [isRead, read] = useState(false)
  const [faults, find] = useState<readonly FieldFaultText[]>([])
  const [attempt, again] = useState(0)
  const [problem, refuse] = useState<ProblemDocument>()
  const [isBusy, work] = useState(false)
  const sign = async () => {
    const found = faultsOf(stated, { confirmed, isRead, texts })
    find(found)
    again(attempt + 1)
    if (found.length > 0) return
    work(true)
    const answer = await call('POST /api/projects/:id/commitments', {
      params: { id: projectId },
      body: {
        commitments: chosen.map(({ id }) => id),
        confirmed: [...confirmed],
        documentDigest: draft.digest,
      },
    })
    work(false)
    if (answer.ok) onSigned(answer.value)
    else refuse(answer.problem)
  }
  return (
    <>
      <p className="hint">{texts.letterHint}</p>
      <LetterSheet draft={draft} />
      <h2>{texts.confirm}</h2>
      <ErrorSummary faults={faults} attempt={attempt} />
      <ProblemNotice problem={problem} />
      <Conditions stated={stated} confirmed={confirmed} faults={faults} onConfirm={confirm} />
      <Tick
        id="letter-read"
        label={texts.read}
        checked={isRead}
        fault={faultAt(faults, 'letter-read')}
        onChange={read}
      />
      <p className="hint">{texts.consequence}</p>
      <div className="actions">
        <button className="button" type="button" disabled={isBusy} onClick={() => void sign()}>
          {isBusy ? texts.busy : texts.button(chosen.length)}
        </button>
      </div>
    </>
  )
}

interface ConditionsProps {
  readonly stated: readonly Stated[]
  readonly confirmed: readonly string[]
  readonly faults: readonly FieldFaultText[]
  readonly onConfirm: (confirmed: readonly string[]) => void
}

/** Each condition is stated by itself: nobody ticks what they have not read. */
function Conditions({ stated, confirmed, faults, onConfirm }: ConditionsProps) {
  const { sign: texts } = useCommitmentTexts()
  if (stated.length === 0) return null
  return (
    <>
      <p className="hint">{texts.statedHint}</p>
      {stated.map(({ attribute, sentence }) => (
        <Tick
          key={attribute}
          id={`confirm-${attribute}`}
          label={texts.state(sentence)}
          checked={confirmed.includes(attribute)}
          fault={faultAt(faults, `confirm-${attribute}`)}
          onChange={(isTrue) =>
            onConfirm(isTrue ? [...confirmed, attribute] : confirmed.filter((one) => one !== attribute))
          }
        />
      ))}
    </>
  )
}

interface Stated {
  readonly attribute: string
  readonly sentence: string
}

/** The open conditions that whoever signs has to state, each once. */
function statedConditions(chosen: readonly Commitment[]): readonly Stated[] {
  const open = chosen.flatMap(({ conditions }) =>
    conditions.flatMap(({ state, confirm, sentence }) =>
      state === 'open' && confirm !== null ? [{ attribute: confirm, sentence }] : [],
    ),
  )
  return [...new Map(open.map((one) => [one.attribute, one])).values()]
}

interface Said {
  readonly confirmed: readonly string[]
  readonly isRead: boolean
  readonly texts: SignTexts
}

function faultsOf(stated: readonly Stated[], { confirmed, isRead, texts }: Said): readonly FieldFaultText[] {
  return [
    ...stated
      .filter(({ attribute }) => !confirmed.includes(attribute))
      .map(({ attribute }) => ({ field: `confirm-${attribute}`, text: texts.mustConfirm })),
    ...(isRead ? [] : [{ field: 'letter-read', text: texts.mustRead }]),
  ]
}

function faultAt(faults: readonly FieldFaultText[], field: string): string | undefined {
  return faults.find((fault) => fault.field === field)?.text
}
