/**
 * What was found out, asked in the way of each procedure.
 */

import { useState } from 'react'
import { call } from '../../../../api/call.ts'
import { conductTexts as texts } from '../../../../texts/conduct-zh-cn.ts'
import { useCaseAct } from '../../case-parts/use-case-act.ts'
import { LineField, Submit, WordsField } from '../../department/acts/act-fields.tsx'
import { Choice } from '../../lights/node-acts.tsx'
import type { ConductKindShown, ConductShown, ExaminationShown } from './conduct-shown.ts'

const blanks: Readonly<Record<ConductKindShown, ExaminationShown>> = {
  tolerance: { kind: 'tolerance', forGain: false, orderly: true, harm: 'slight', remedied: true },
  clearing: { kind: 'clearing', form: 'conversation', consents: false },
  'false-accusation': { kind: 'false-accusation', fabricated: false, intended: false, members: 3 },
}

interface ExamineProps {
  readonly one: ConductShown
  readonly again: () => void
}

export function ExamineForm({ one: { id, kind }, again }: ExamineProps) {
  const [examination, setExamination] = useState(blanks[kind])
  const [words, setWords] = useState('')
  const act = useCaseAct()
  async function examine() {
    const done = await act.run(() =>
      call('POST /api/supervision/conduct/:id/examination', { params: { id }, body: { examination, words } }),
    )
    if (done !== undefined) again()
  }
  return (
    <>
      <div className="supervision-columns">
        <Questions examination={examination} change={setExamination} />
      </div>
      <WordsField id={`examine-${id}`} label={texts.words} rows={2} value={words} onChange={setWords} />
      <Submit
        act={act}
        label={texts.examine}
        disabled={words.trim().length < 2}
        onSubmit={() => void examine()}
      />
    </>
  )
}

interface QuestionsProps<E extends ExaminationShown = ExaminationShown> {
  readonly examination: E
  readonly change: (next: ExaminationShown) => void
}

function Questions({ examination, change }: QuestionsProps) {
  switch (examination.kind) {
    case 'tolerance':
      return <ToleranceQuestions examination={examination} change={change} />
    case 'clearing':
      return <ClearingQuestions examination={examination} change={change} />
    case 'false-accusation':
      return <AccusationQuestions examination={examination} change={change} />
  }
}

type Of<Kind extends ConductKindShown> = Extract<ExaminationShown, { kind: Kind }>

function ToleranceQuestions({ examination, change }: QuestionsProps<Of<'tolerance'>>) {
  const said = texts.tolerance
  return (
    <>
      <YesNo
        label={said.forGain}
        value={examination.forGain}
        onChange={(forGain) => change({ ...examination, forGain })}
      />
      <YesNo
        label={said.orderly}
        value={examination.orderly}
        onChange={(orderly) => change({ ...examination, orderly })}
      />
      <Choice
        label={said.harm}
        value={examination.harm}
        options={said.harms}
        onChange={(harm) => change({ ...examination, harm })}
      />
      <YesNo
        label={said.remedied}
        value={examination.remedied}
        onChange={(remedied) => change({ ...examination, remedied })}
      />
    </>
  )
}

function ClearingQuestions({ examination, change }: QuestionsProps<Of<'clearing'>>) {
  const said = texts.clearing
  return (
    <>
      <Choice
        label={said.form}
        value={examination.form}
        options={said.forms}
        onChange={(form) => change({ ...examination, form })}
      />
      <YesNo
        label={said.consents}
        value={examination.consents}
        onChange={(consents) => change({ ...examination, consents })}
      />
      <p className="supervision-hint">{said.hint}</p>
    </>
  )
}

function AccusationQuestions({ examination, change }: QuestionsProps<Of<'false-accusation'>>) {
  const said = texts.accusation
  return (
    <>
      <YesNo
        label={said.fabricated}
        value={examination.fabricated}
        onChange={(fabricated) => change({ ...examination, fabricated })}
      />
      <YesNo
        label={said.intended}
        value={examination.intended}
        onChange={(intended) => change({ ...examination, intended })}
      />
      <LineField
        id="members"
        type="number"
        label={said.members}
        value={String(examination.members)}
        onChange={(members) => change({ ...examination, members: Math.max(0, Math.trunc(Number(members))) })}
      />
      <p className="supervision-hint">{said.hint}</p>
    </>
  )
}

interface YesNoProps {
  readonly label: string
  readonly value: boolean
  readonly onChange: (value: boolean) => void
}

function YesNo({ label, value, onChange }: YesNoProps) {
  return (
    <Choice
      label={label}
      value={value ? 'yes' : 'no'}
      options={{ yes: texts.yes, no: texts.no }}
      onChange={(next) => onChange(next === 'yes')}
    />
  )
}
