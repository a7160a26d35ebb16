/**
 * The members: how much of the evidence each has opened, what they state, whether they signed.
 */

import { useState } from 'react'
import { call } from '../../../../api/call.ts'
import { consultationsTexts } from '../../../../texts/consultations-zh-cn.ts'
import { Light } from '../../../../ui/light.tsx'
import { momentText } from '../../../../ui/moment.ts'
import { useCaseAct } from '../../case-parts/use-case-act.ts'
import { Submit, WordsField } from '../../department/acts/act-fields.tsx'
import type { ConsultationShown } from './consultation-shown.ts'

const texts = consultationsTexts.page

interface MembersProps {
  readonly shown: ConsultationShown
  readonly again: () => void
}

export function MemberList({ shown: { row, members, pieces, may }, again }: MembersProps) {
  return (
    <section className="light-section">
      <h2>{texts.members}</h2>
      <ul className="consultation-pieces">
        {members.map(({ name, unit, statement, seen, signedAt }) => (
          <li key={`${name} ${unit}`}>
            <header>
              <h3>
                {name}（{unit}）
              </h3>
              <Light colour={signedAt === null ? 'plain' : 'green'}>
                {signedAt === null ? texts.unsigned : texts.signed(momentText(signedAt))}
              </Light>
            </header>
            <p>{statement ?? texts.noStatement}</p>
            <small>{texts.seenOf(seen, pieces.length)}</small>
          </li>
        ))}
      </ul>
      {may.state && <Statement id={row.id} again={again} />}
    </section>
  )
}

function Statement({ id, again }: { readonly id: string; readonly again: () => void }) {
  const [words, setWords] = useState('')
  const act = useCaseAct()
  async function state() {
    const done = await act.run(() =>
      call('POST /api/supervision/consultations/:id/statement', { params: { id }, body: { words } }),
    )
    if (done === undefined) return
    setWords('')
    again()
  }
  return (
    <>
      <WordsField id="statement" label={texts.statement} rows={3} value={words} onChange={setWords} />
      <p className="supervision-hint">{texts.stateHint}</p>
      <Submit
        act={act}
        label={texts.state}
        disabled={words.trim().length < 2}
        onSubmit={() => void state()}
      />
    </>
  )
}
