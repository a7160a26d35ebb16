/**
 * The one notice of all gaps: put together from what is missing, each in words that can be changed, sent once.
 */

import { Button, Input, Select } from 'antd'
import { useEffect } from 'react'
import { call } from '../../../api/call.ts'
import { counterTexts as texts } from '../../../texts/counter-zh-cn.ts'
import { usePhrases } from '../case-parts/phrase-picker.tsx'
import { useCaseAct } from '../case-parts/use-case-act.ts'
import { Submit } from '../department/acts/act-fields.tsx'
import type { CaseAtCounter, IntakeDraft } from './intake-page.tsx'
import type { CounterDraft } from './use-counter-draft.ts'

interface NoticeComposerProps {
  readonly subject: CaseAtCounter
  readonly draft: CounterDraft<IntakeDraft>
  readonly onClose: () => void
  readonly onSent: () => void
}

export function NoticeComposer({ subject, draft, onClose, onSent }: NoticeComposerProps) {
  const phrases = usePhrases('correction')
  const act = useCaseAct()
  const { value } = draft
  const [usual] = phrases
  const papers = subject.service.requirements.filter(({ source }) => source !== 'register')
  const nameOf = (id: string) => papers.find((paper) => paper.id === id)?.name['zh-CN'] ?? id
  const wordsFor = (id: string, text = usual?.text ?? '') => text.replace('{paper}', nameOf(id))
  const isUntouched = value !== undefined && Object.keys(value.gaps).length === 0
  useEffect(() => {
    if (!isUntouched || usual === undefined) return
    const missing = papers.filter(
      ({ id, source, state }) => source === 'applicant' && state === 'missing' && !value.follow.includes(id),
    )
    draft.change({ gaps: Object.fromEntries(missing.map(({ id }) => [id, wordsFor(id)])) })
    // once, when both what is missing and the usual words are there
  }, [isUntouched, usual?.id])
  const gaps = value?.gaps ?? {}
  const told = Object.entries(gaps)
  const write = (id: string, what: string) => draft.change({ gaps: { ...gaps, [id]: what } })
  const remove = (id: string) =>
    draft.change({ gaps: Object.fromEntries(told.filter(([requirement]) => requirement !== id)) })
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
          <li key={id}>
            <b>{nameOf(id)}</b>
            <div className="phrases">
              {phrases.map(({ id: phrase, label, text, basis }) => (
                <Button
                  key={phrase}
                  size="small"
                  title={basis}
                  aria-label={`${nameOf(id)}：${label}`}
                  onClick={() => write(id, wordsFor(id, text))}
                >
                  {label}
                </Button>
              ))}
              <Button size="small" aria-label={texts.removeGap(nameOf(id))} onClick={() => remove(id)}>
                ×
              </Button>
            </div>
            <Input.TextArea
              aria-label={texts.gap(nameOf(id))}
              rows={2}
              value={what}
              onChange={({ target }) => write(id, target.value)}
            />
          </li>
        ))}
      </ol>
      <Select
        aria-label={texts.addGap}
        placeholder={texts.addGap}
        className="long-select"
        value={null}
        options={papers
          .filter(({ id }) => gaps[id] === undefined)
          .map(({ id }) => ({ value: id, label: nameOf(id) }))}
        onChange={(id: string | null) => id !== null && write(id, wordsFor(id))}
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
