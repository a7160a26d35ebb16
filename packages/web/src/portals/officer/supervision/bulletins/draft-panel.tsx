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
          <Revision one={one} again={again} />
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

interface Typed {
  /** number of the text that was at hand when somebody began to type; null: the one that stands, seen by now */
  readonly base: number | null
  readonly title: string
  readonly text: string
  readonly reasons: Readonly<Record<string, string>>
}

function wordsOf({ title, text, draft }: BulletinDraft): Typed {
  const reasons = Object.fromEntries(draft.kept.map((one) => [one.words, one.reason]))
  return { base: draft.revision, title, text, reasons }
}

/** What is typed stays, whoever saves another text meanwhile; it takes the place of that one only once it was shown. */
function Revision({ one, again }: DraftProps) {
  const { id, draft } = one
  const [typed, setTyped] = useState<Typed>()
  const act = useCaseAct()
  const words = typed ?? wordsOf(one)
  const change = (part: Partial<Typed>) => setTyped({ ...words, ...part })
  const found = [...new Map(draft.found.map((each) => [each.words, each])).values()]
  async function save() {
    const { title, text, reasons } = words
    const kept = Object.entries(reasons)
      .filter(([, reason]) => reason.trim().length > 1)
      .map(([known, reason]) => ({ words: known, reason }))
    const body = { base: words.base ?? draft.revision, title, text, kept }
    const done = await act.run(async () => {
      const answer = await call('POST /api/supervision/bulletins/:id/revision', { params: { id }, body })
      if (!answer.ok && answer.problem.code === 'bulletin-rewritten-meanwhile') change({ base: null })
      return answer
    })
    if (done !== undefined) setTyped(undefined)
    again()
  }
  return (
    <>
      <LineField
        id={`title-${id}`}
        label={texts.titleField}
        value={words.title}
        onChange={(title) => change({ title })}
      />
      <WordsField
        id={`text-${id}`}
        label={texts.text}
        rows={4}
        value={words.text}
        onChange={(text) => change({ text })}
      />
      <div className="supervision-columns">
        {found.map((each) => (
          <LineField
            key={each.words}
            id={`keep-${id}-${each.words}`}
            label={`${texts.kinds[each.kind]}：${texts.keepReason(each.words)}`}
            value={words.reasons[each.words] ?? ''}
            onChange={(reason) => change({ reasons: { ...words.reasons, [each.words]: reason } })}
          />
        ))}
      </div>
      <Submit
        act={act}
        label={texts.save}
        disabled={words.text.trim().length < 2}
        onSubmit={() => void save()}
      />
    </>
  )
}
