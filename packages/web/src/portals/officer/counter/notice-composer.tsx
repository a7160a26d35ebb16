/**
 * The one notice of all gaps: put together from what is missing, each in words that can be changed, sent once.
 */

import { Button, Select } from 'antd'
import { useEffect } from 'react'
import { call } from '../../../api/call.ts'
import { counterTexts as texts } from '../../../texts/counter-zh-cn.ts'
import { GapRow, gapWords } from '../case-parts/gap-row.tsx'
import { type Phrase, usePhrases } from '../case-parts/phrase-picker.tsx'
import { useCaseAct } from '../case-parts/use-case-act.ts'
import { Submit } from '../department/acts/act-fields.tsx'
import type { CaseAtCounter, IntakeDraft } from './case-at-counter.ts'
import type { CounterDraft } from './use-counter-draft.ts'

interface NoticeComposerProps {
  readonly subject: CaseAtCounter
  readonly draft: CounterDraft<IntakeDraft>
  readonly onClose: () => void
  readonly onSent: () => void
}

type GapDraft = Pick<NoticeComposerProps, 'subject' | 'draft'>

/** The gaps of a notice: at first what is missing from the applicant, in the usual words. */
function useGaps({ subject, draft }: GapDraft, phrases: readonly Phrase[]) {
  const { value } = draft
  const [usual] = phrases
  const papers = subject.service.requirements.filter(({ source }) => source !== 'register')
  const nameOf = (id: string) => papers.find((paper) => paper.id === id)?.name['zh-CN'] ?? id
  const usualWords = (id: string) => gapWords(nameOf(id), usual?.text ?? '')
  const gaps = value?.gaps ?? {}
  const isUntouched = value !== undefined && Object.keys(gaps).length === 0
  useEffect(() => {
    if (!isUntouched || usual === undefined) return
    const missing = papers.filter(
      ({ id, source, state }) => source === 'applicant' && state === 'missing' && !value.follow.includes(id),
    )
    draft.change({ gaps: Object.fromEntries(missing.map(({ id }) => [id, usualWords(id)])) })
    // once, when both what is missing and the usual words are there
  }, [isUntouched, usual?.id])
  const told = Object.entries(gaps)
  return {
    nameOf,
    told,
    others: papers.filter(({ id }) => gaps[id] === undefined),
    add: (id: string) => draft.change({ gaps: { ...gaps, [id]: usualWords(id) } }),
    write: (id: string, what: string) => draft.change({ gaps: { ...gaps, [id]: what } }),
    remove: (id: string) =>
      draft.change({ gaps: Object.fromEntries(told.filter(([requirement]) => requirement !== id)) }),
  }
}

export function NoticeComposer({ subject, draft, onClose, onSent }: NoticeComposerProps) {
  const phrases = usePhrases('correction')
  const act = useCaseAct()
  const { nameOf, told, others, add, write, remove } = useGaps({ subject, draft }, phrases)
  async function send() {
    const body = {
      version: subject.version,
      gaps: told.map(([requirement, what]) => ({ requirement, what })),
    }
    const done = await act.run(() =>
      call('POST /api/cases/:id/correction', { params: { id: subject.id }, body }),
    )
    if (done === undefined) return
    await draft.forget()
    onClose()
    onSent()
  }
  return (
    <section className="staff-panel">
      <h2>{texts.noticeTitle}</h2>
      <p>{texts.noticeLead}</p>
      {told.length === 0 && <p>{texts.noGaps}</p>}
      <ol className="gap-list">
        {told.map(([id, what]) => (
          <GapRow
            key={id}
            paper={nameOf(id)}
            phrases={phrases}
            what={what}
            onWrite={(words) => write(id, words)}
            onRemove={() => remove(id)}
          />
        ))}
      </ol>
      <Select
        aria-label={texts.addGap}
        placeholder={texts.addGap}
        className="long-select"
        value={null}
        options={others.map(({ id }) => ({ value: id, label: nameOf(id) }))}
        onChange={(id: string | null) => id !== null && add(id)}
      />
      <Submit
        act={act}
        label={texts.send(told.length)}
        disabled={told.length === 0 || told.some(([, what]) => what.trim().length < 2)}
        onSubmit={() => void send()}
        event="correction-requested"
        applicant={subject.applicant}
      >
        <Button onClick={onClose}>{texts.back}</Button>
      </Submit>
    </section>
  )
}
