/**
 * Notes: everybody's to those who supervise, their own to somebody of a partner.
 */

import { useState } from 'react'
import { call } from '../../../../api/call.ts'
import { inspectionsTexts } from '../../../../texts/inspections-zh-cn.ts'
import { momentText } from '../../../../ui/moment.ts'
import { useCaseAct } from '../../case-parts/use-case-act.ts'
import { Submit, WordsField } from '../../department/acts/act-fields.tsx'
import type { InspectionShown } from './inspection-shown.ts'

const texts = inspectionsTexts.page

interface NotesProps {
  readonly shown: InspectionShown
  readonly again: () => void
}

export function InspectionNotes({ shown, again }: NotesProps) {
  const { notes, desk, mayJoin, row } = shown
  return (
    <section className="light-section">
      <h2>{texts.notes}</h2>
      {desk === null && <p className="supervision-hint">{texts.notesOwn}</p>}
      {notes.length === 0 && <p className="supervision-hint">{texts.noNotes}</p>}
      <ul className="light-lines">
        {notes.map(({ id, words, by, organisation, at }) => (
          <li key={id}>
            <p>{words}</p>
            <small>
              {by}
              {organisation !== null && `（${organisation}）`}　{momentText(at)}
            </small>
          </li>
        ))}
      </ul>
      {mayJoin && <WriteNote id={row.id} again={again} />}
    </section>
  )
}

function WriteNote({ id, again }: { readonly id: string; readonly again: () => void }) {
  const [words, setWords] = useState('')
  const act = useCaseAct()
  async function write() {
    const done = await act.run(() =>
      call('POST /api/supervision/inspections/:id/notes', { params: { id }, body: { words } }),
    )
    if (done === undefined) return
    setWords('')
    again()
  }
  return (
    <>
      <WordsField id="inspection-note" label={texts.write} rows={2} value={words} onChange={setWords} />
      <Submit act={act} label={texts.save} disabled={words.trim().length < 2} onSubmit={() => void write()} />
    </>
  )
}
