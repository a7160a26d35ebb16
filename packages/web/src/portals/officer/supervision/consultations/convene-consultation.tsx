/**
 * Convening: what it is about, the question, until when, who of which departments, evidence in words.
 */

import { Button, Select } from 'antd'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { call } from '../../../../api/call.ts'
import { consultationsTexts as texts } from '../../../../texts/consultations-zh-cn.ts'
import { useCaseAct } from '../../case-parts/use-case-act.ts'
import { LineField, Submit, WordsField } from '../../department/acts/act-fields.tsx'
import { Choice } from '../../lights/node-acts.tsx'
import { Folded, Pick } from '../fields.tsx'
import type { ConsultationListing, ConsultationRow } from './consultation-shown.ts'

type Choices = NonNullable<ConsultationListing['choices']>
type Subject = ConsultationRow['subject']

interface Draft {
  readonly subject: Subject
  readonly of: string
  readonly title: string
  readonly question: string
  readonly until: string
  readonly members: readonly string[]
  readonly pieces: readonly { readonly title: string; readonly words: string }[]
}

const noPiece = { title: '', words: '' }
const blank: Draft = {
  subject: 'project',
  of: '',
  title: '',
  question: '',
  until: '',
  members: [],
  pieces: [noPiece],
}

export function ConveneConsultation({ choices }: { readonly choices: Choices }) {
  return (
    <Folded label={texts.convene} hide={texts.hide}>
      {() => <ConveneForm choices={choices} />}
    </Folded>
  )
}

function bodyOf({ subject, of, pieces, members, ...draft }: Draft) {
  return {
    ...draft,
    subject,
    ...(subject === 'pattern' ? {} : { of: of.trim() }),
    members: [...members],
    // an empty line is no evidence
    pieces: pieces.filter(({ title, words }) => title.trim() !== '' || words.trim() !== ''),
  }
}

function ConveneForm({ choices }: { readonly choices: Choices }) {
  const [draft, setDraft] = useState(blank)
  const [, navigate] = useLocation()
  const act = useCaseAct()
  const change = (part: Partial<Draft>) => setDraft({ ...draft, ...part })
  const isShort =
    [draft.title, draft.question].some((value) => value.trim().length < 2) ||
    draft.until === '' ||
    draft.members.length < 2 ||
    (draft.subject !== 'pattern' && draft.of.trim() === '')
  async function convene() {
    const done = await act.run(() => call('POST /api/supervision/consultations', { body: bodyOf(draft) }))
    if (done !== undefined) navigate(`/work/supervision/consultations/${done.id}`)
  }
  return (
    <>
      <About draft={draft} change={change} projects={choices.projects} />
      <WordsField
        id="consultation-question"
        label={texts.question}
        rows={2}
        value={draft.question}
        onChange={(question) => change({ question })}
      />
      <div className="supervision-columns">
        <div className="act-field consultation-members">
          <label htmlFor="consultation-members">{texts.members}</label>
          <Select
            id="consultation-members"
            mode="multiple"
            optionFilterProp="label"
            value={[...draft.members]}
            options={choices.members.map(({ id, name, unit }) => ({
              value: id,
              label: `${name}（${unit}）`,
            }))}
            onChange={(members) => change({ members })}
          />
        </div>
        <LineField
          id="consultation-until"
          type="date"
          label={texts.untilDay}
          value={draft.until}
          onChange={(until) => change({ until })}
        />
      </div>
      <Pieces draft={draft} change={change} />
      <Submit act={act} label={texts.begin} disabled={isShort} onSubmit={() => void convene()} />
    </>
  )
}

interface PartProps {
  readonly draft: Draft
  readonly change: (part: Partial<Draft>) => void
}

function About({ draft, change, projects }: PartProps & { readonly projects: Choices['projects'] }) {
  const { subject, of, title } = draft
  return (
    <>
      <Choice
        label={texts.subject}
        value={subject}
        options={texts.subjects}
        onChange={(next) => change({ subject: next, of: '' })}
      />
      <div className="supervision-columns">
        {subject === 'project' && (
          <Pick
            label={texts.project}
            none={texts.choose}
            value={of}
            options={projects}
            onChange={(id) => change({ of: id })}
          />
        )}
        {subject === 'case' && (
          <LineField
            id="consultation-case"
            label={texts.caseNumber}
            value={of}
            onChange={(number) => change({ of: number })}
          />
        )}
        <LineField
          id="consultation-title"
          label={texts.name}
          value={title}
          onChange={(next) => change({ title: next })}
        />
      </div>
      {subject !== 'pattern' && (
        <p className="supervision-hint">{subject === 'case' ? texts.caseHint : texts.projectHint}</p>
      )}
    </>
  )
}

function Pieces({ draft: { pieces }, change }: PartProps) {
  const set = (at: number, part: Partial<typeof noPiece>) =>
    change({ pieces: pieces.map((piece, place) => (place === at ? { ...piece, ...part } : piece)) })
  return (
    <>
      {pieces.map(({ title, words }, at) => (
        <fieldset className="task-side" key={at}>
          <legend>{texts.piece(at + 1)}</legend>
          <LineField
            id={`piece-title-${at}`}
            label={texts.pieceTitle}
            value={title}
            onChange={(next) => set(at, { title: next })}
          />
          <WordsField
            id={`piece-words-${at}`}
            label={texts.pieceWords}
            rows={3}
            value={words}
            onChange={(next) => set(at, { words: next })}
          />
        </fieldset>
      ))}
      <p className="consultation-more">
        <Button onClick={() => change({ pieces: [...pieces, noPiece] })}>{texts.addPiece}</Button>
      </p>
    </>
  )
}
