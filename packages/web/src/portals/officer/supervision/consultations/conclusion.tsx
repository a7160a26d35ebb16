/**
 * The conclusion: where it is stuck, why, which unit mends it; drafted by who convened, signed by every member.
 */

import { useState } from 'react'
import { addressOf, call } from '../../../../api/call.ts'
import { consultationsTexts } from '../../../../texts/consultations-zh-cn.ts'
import { useCaseAct } from '../../case-parts/use-case-act.ts'
import { Submit, WordsField } from '../../department/acts/act-fields.tsx'
import { Pick } from '../fields.tsx'
import type { ConsultationShown } from './consultation-shown.ts'

const texts = consultationsTexts.page

interface ConclusionProps {
  readonly shown: ConsultationShown
  readonly again: () => void
}

export function Conclusion({ shown, again }: ConclusionProps) {
  const { row, conclusion, may } = shown
  return (
    <section className="light-section">
      <h2>{texts.conclusion}</h2>
      {conclusion === null ? (
        <p className="supervision-hint">{texts.noConclusion}</p>
      ) : (
        <>
          <p className="supervision-hint">{texts.revision(conclusion.revision)}</p>
          <dl className="supervision-facts">
            {(['focus', 'cause', 'unit'] as const).map((part) => (
              <div key={part}>
                <dt>{texts[part]}</dt>
                <dd>{conclusion[part]}</dd>
              </div>
            ))}
          </dl>
          {may.sign && (
            <Sign key={conclusion.revision} id={row.id} revision={conclusion.revision} again={again} />
          )}
        </>
      )}
      {may.print && (
        <p>
          <a href={addressOf('GET /api/supervision/consultations/:id/paper', { params: { id: row.id } })}>
            {texts.paper}
          </a>
        </p>
      )}
      {may.draft && <Draft key={conclusion?.revision ?? 0} shown={shown} again={again} />}
    </section>
  )
}

interface SignProps {
  readonly id: string
  readonly revision: number
  readonly again: () => void
}

function Sign({ id, revision, again }: SignProps) {
  const act = useCaseAct()
  async function sign() {
    const done = await act.run(() =>
      call('POST /api/supervision/consultations/:id/signatures', { params: { id }, body: { revision } }),
    )
    if (done !== undefined) again()
  }
  return (
    <>
      <p className="supervision-hint">{texts.signHint}</p>
      <Submit act={act} label={texts.sign(revision)} onSubmit={() => void sign()} />
    </>
  )
}

function Draft({ shown: { row, conclusion, units }, again }: ConclusionProps) {
  const [draft, setDraft] = useState({ focus: '', cause: '', unit: '' })
  const act = useCaseAct()
  const set = (name: keyof typeof draft) => (value: string) => setDraft({ ...draft, [name]: value })
  const label = conclusion === null ? texts.draft : texts.draftAnew
  async function save() {
    const done = await act.run(() =>
      call('POST /api/supervision/consultations/:id/conclusion', { params: { id: row.id }, body: draft }),
    )
    if (done !== undefined) again()
  }
  return (
    <details className="consultation-act">
      <summary>{label}</summary>
      <WordsField
        id="conclusion-focus"
        label={texts.focus}
        rows={2}
        value={draft.focus}
        onChange={set('focus')}
      />
      <WordsField
        id="conclusion-cause"
        label={texts.cause}
        rows={3}
        value={draft.cause}
        onChange={set('cause')}
      />
      <Pick
        label={texts.unit}
        none={consultationsTexts.choose}
        value={draft.unit}
        options={units}
        onChange={set('unit')}
      />
      <Submit
        act={act}
        label={label}
        disabled={Object.values(draft).some((value) => value.trim().length < 2)}
        onSubmit={() => void save()}
      />
    </details>
  )
}
