/**
 * A draft: each finding to be rewritten or kept with a reason, then two approvals, then out.
 */

import { Button } from 'antd'
import { useState } from 'react'
import { type CallOutput, call } from '../../../../api/call.ts'
import { bulletinTexts as texts } from '../../../../texts/conduct-zh-cn.ts'
import { Light } from '../../../../ui/light.tsx'
import { momentText } from '../../../../ui/moment.ts'
import { ProblemNotice } from '../../../../ui/problem-notice.tsx'
import { useCaseAct } from '../../case-parts/use-case-act.ts'
import { LineField, Submit, WordsField } from '../../department/acts/act-fields.tsx'

type Bulletin = CallOutput<'GET /api/supervision/bulletins'>['bulletins'][number]

/** A bulletin with what supervision sees of it. */
export type BulletinDraft = Bulletin & { readonly draft: NonNullable<Bulletin['draft']> }

interface DraftProps {
  readonly one: BulletinDraft
  readonly again: () => void
}

export function DraftPanel({ one, again }: DraftProps) {
  const { author, left, approvals } = one.draft
  const missing = Math.max(0, 2 - approvals.length)
  return (
    <>
      <p className="supervision-hint">
        {[
          texts.author(author),
          ...approvals.map(({ by, at }) => texts.approvedBy(by, momentText(at))),
          ...(one.state === 'drafted' && missing > 0 ? [texts.needed(missing)] : []),
        ].join('　')}
      </p>
      {one.state === 'drafted' && (
        <>
          {left === 0 && <Light colour="green">{texts.clean}</Light>}
          <Agreement one={one} again={again} />
          <Revision key={one.draft.revision} one={one} again={again} />
        </>
      )}
    </>
  )
}

function Agreement({ one: { id, draft }, again }: DraftProps) {
  const act = useCaseAct()
  const params = { id }
  async function take(step: 'approval' | 'publication') {
    await act.run<unknown>(() =>
      step === 'approval'
        ? call('POST /api/supervision/bulletins/:id/approval', { params, body: { revision: draft.revision } })
        : call('POST /api/supervision/bulletins/:id/publication', { params }),
    )
    // what was refused is refused because of what others did: the page shows it
    again()
  }
  if (!draft.mayApprove && !draft.mayPublish) return <ProblemNotice problem={act.refusal} />
  return draft.mayPublish ? (
    <Submit act={act} label={texts.publish} onSubmit={() => void take('publication')}>
      {draft.mayApprove && (
        <Button disabled={act.busy} onClick={() => void take('approval')}>
          {texts.approve}
        </Button>
      )}
    </Submit>
  ) : (
    <Submit act={act} label={texts.approve} onSubmit={() => void take('approval')} />
  )
}

function Revision({ one: { id, title, text, draft }, again }: DraftProps) {
  const [heading, setHeading] = useState(title)
  const [words, setWords] = useState(text)
  const [reasons, setReasons] = useState<Readonly<Record<string, string>>>(
    Object.fromEntries(draft.kept.map((one) => [one.words, one.reason])),
  )
  const act = useCaseAct()
  const found = [...new Map(draft.found.map((one) => [one.words, one])).values()]
  async function save() {
    const kept = Object.entries(reasons)
      .filter(([, reason]) => reason.trim().length > 1)
      .map(([known, reason]) => ({ words: known, reason }))
    const body = { title: heading, text: words, kept }
    const done = await act.run(() =>
      call('POST /api/supervision/bulletins/:id/revision', { params: { id }, body }),
    )
    if (done !== undefined) again()
  }
  return (
    <>
      <LineField id={`title-${id}`} label={texts.titleField} value={heading} onChange={setHeading} />
      <WordsField id={`text-${id}`} label={texts.text} rows={4} value={words} onChange={setWords} />
      <div className="supervision-columns">
        {found.map((one) => (
          <LineField
            key={one.words}
            id={`keep-${id}-${one.words}`}
            label={`${texts.kinds[one.kind]}：${texts.keepReason(one.words)}`}
            value={reasons[one.words] ?? ''}
            onChange={(reason) => setReasons({ ...reasons, [one.words]: reason })}
          />
        ))}
      </div>
      <Submit act={act} label={texts.save} disabled={words.trim().length < 2} onSubmit={() => void save()} />
    </>
  )
}
