/**
 * One matter: how far it is, what was found out, what was determined; below it whatever the reader may do.
 */

import { Button } from 'antd'
import { useState } from 'react'
import { call } from '../../../../api/call.ts'
import { conductTexts as texts } from '../../../../texts/conduct-zh-cn.ts'
import { useCaseAct } from '../../case-parts/use-case-act.ts'
import { Submit, WordsField } from '../../department/acts/act-fields.tsx'
import type { ConductShown } from './conduct-shown.ts'
import { ExamineForm } from './examine-form.tsx'

const reached = { opened: 0, examined: 1, granted: 2, 'not-granted': 2, concluded: 3 } as const

interface SheetProps {
  readonly one: ConductShown
  readonly again: () => void
}

export function ConductSheet({ one, again }: SheetProps) {
  const { number, unit, about, facts, state, kind } = one
  return (
    <article className="light-order">
      <header>
        <strong>{number}</strong>
        <span>{about}</span>
        <span>{unit.name}</span>
        <span>{texts.states[state]}</span>
      </header>
      <ol className="supervision-steps">
        {texts.steps[kind].map((step, place) => (
          <li
            key={step}
            className={place <= reached[state] ? 'done' : undefined}
            aria-current={place === reached[state] ? 'step' : undefined}
          >
            {step}
          </li>
        ))}
      </ol>
      <p>{facts}</p>
      <Course one={one} />
      <Acts one={one} again={again} />
    </article>
  )
}

function Course({ one }: { readonly one: ConductShown }) {
  const { examination, examinedWords, examinedBy, determination, determinedBy, conclusion } = one
  return (
    <dl className="supervision-facts">
      {examination !== null && examinedBy !== null && (
        <div>
          <dt>{texts.examinedBy(examinedBy)}</dt>
          <dd>
            {found(examination).join('；')}。{examinedWords}
          </dd>
        </div>
      )}
      {determination !== null && determinedBy !== null && (
        <div>
          <dt>{texts.determinedBy(determinedBy)}</dt>
          <dd>{determination}</dd>
        </div>
      )}
      {conclusion !== null && (
        <div>
          <dt>{texts.conclusion}</dt>
          <dd>{conclusion}</dd>
        </div>
      )}
    </dl>
  )
}

function found(examination: NonNullable<ConductShown['examination']>): readonly string[] {
  const said = (question: string, is: boolean) => `${question}：${is ? texts.yes : texts.no}`
  switch (examination.kind) {
    case 'tolerance':
      return [
        said(texts.tolerance.forGain, examination.forGain),
        said(texts.tolerance.orderly, examination.orderly),
        `${texts.tolerance.harm}：${texts.tolerance.harms[examination.harm]}`,
        said(texts.tolerance.remedied, examination.remedied),
      ]
    case 'clearing':
      return [
        `${texts.clearing.form}：${texts.clearing.forms[examination.form]}`,
        said(texts.clearing.consents, examination.consents),
      ]
    case 'false-accusation':
      return [
        said(texts.accusation.fabricated, examination.fabricated),
        said(texts.accusation.intended, examination.intended),
        `${texts.accusation.members}：${examination.members}`,
      ]
  }
}

function Acts({ one, again }: SheetProps) {
  if (one.may.examine) return <ExamineForm one={one} again={again} />
  if (one.state === 'examined')
    return one.may.determine ? (
      <Determine one={one} again={again} />
    ) : (
      <p className="supervision-hint">{texts.other}</p>
    )
  return one.may.conclude ? <Conclude one={one} again={again} /> : null
}

function Determine({ one: { id }, again }: SheetProps) {
  const [words, setWords] = useState('')
  const act = useCaseAct()
  const isShort = words.trim().length < 2
  async function determine(granted: boolean) {
    const done = await act.run(() =>
      call('POST /api/supervision/conduct/:id/determination', { params: { id }, body: { granted, words } }),
    )
    if (done !== undefined) again()
  }
  return (
    <>
      <WordsField id={`determine-${id}`} label={texts.reason} rows={2} value={words} onChange={setWords} />
      <Submit act={act} label={texts.grant} disabled={isShort} onSubmit={() => void determine(true)}>
        <Button disabled={act.busy || isShort} onClick={() => void determine(false)}>
          {texts.refuse}
        </Button>
      </Submit>
    </>
  )
}

function Conclude({ one: { id, kind, examination }, again }: SheetProps) {
  const [words, setWords] = useState('')
  const act = useCaseAct()
  async function conclude() {
    const form = examination?.kind === 'clearing' ? { form: examination.form } : {}
    const done = await act.run(() =>
      call('POST /api/supervision/conduct/:id/conclusion', { params: { id }, body: { words, ...form } }),
    )
    if (done !== undefined) again()
  }
  return (
    <>
      <WordsField
        id={`conclude-${id}`}
        label={texts.concludeWords[kind]}
        rows={2}
        value={words}
        onChange={setWords}
      />
      <Submit
        act={act}
        label={texts.conclude}
        disabled={words.trim().length < 2}
        onSubmit={() => void conclude()}
      />
    </>
  )
}
