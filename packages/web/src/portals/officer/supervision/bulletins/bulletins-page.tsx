/**
 * Bulletins on typical cases: what they still give away, who approved them, the published ones.
 */

import { useState } from 'react'
import { type CallOutput, call } from '../../../../api/call.ts'
import { useApi } from '../../../../api/use-api.ts'
import { useNews } from '../../../../api/use-news.ts'
import { bulletinTexts as texts } from '../../../../texts/conduct-zh-cn.ts'
import { supervisionTexts } from '../../../../texts/supervision-zh-cn.ts'
import { Light } from '../../../../ui/light.tsx'
import { momentText } from '../../../../ui/moment.ts'
import { Awaited } from '../../../../ui/reading.tsx'
import { useCaseAct } from '../../case-parts/use-case-act.ts'
import { LineField, Submit, WordsField } from '../../department/acts/act-fields.tsx'
import { StaffListPage } from '../../staff-page.tsx'
import { Folded } from '../fields.tsx'
import { SupervisionTabs, useRoles } from '../supervision-tabs.tsx'
import { type BulletinDraft, DraftPanel } from './draft-panel.tsx'

type Bulletin = CallOutput<'GET /api/supervision/bulletins'>['bulletins'][number]

export function BulletinsPage() {
  const reading = useApi('GET /api/supervision/bulletins')
  const { again } = reading
  useNews(['supervision.changed'], again)
  const isSupervisor = useRoles().some((role) => role.startsWith('supervisor'))
  return (
    <StaffListPage title={texts.title} lead={texts.lead} tools={<SupervisionTabs />}>
      {isSupervisor && (
        <div className="staff-tools in-list">
          <Folded label={texts.draft} hide={supervisionTexts.tasks.hide}>
            {(fold) => (
              <NewBulletin
                onDone={() => {
                  fold()
                  again()
                }}
              />
            )}
          </Folded>
        </div>
      )}
      <Awaited reading={reading}>
        {({ bulletins }) => (
          <div className="supervision-sheets">
            {bulletins.length === 0 && <p className="light-empty">{texts.empty}</p>}
            {bulletins.map((one) => (
              <Sheet key={one.id} one={one} again={again} />
            ))}
          </div>
        )}
      </Awaited>
    </StaffListPage>
  )
}

function Sheet({ one, again }: { readonly one: Bulletin; readonly again: () => void }) {
  const { number, title, text, state, publishedAt, draft } = one
  return (
    <article className="light-order">
      <header>
        <strong>{title}</strong>
        <span>{number}</span>
        <span>{publishedAt === null ? texts.states[state] : texts.published(momentText(publishedAt))}</span>
        {draft !== null && draft.left > 0 && <Light colour="amber">{texts.left(draft.left)}</Light>}
      </header>
      <p className="bulletin-text">{text}</p>
      {draft !== null && <DraftPanel one={{ ...one, draft } satisfies BulletinDraft} again={again} />}
    </article>
  )
}

function NewBulletin({ onDone }: { readonly onDone: () => void }) {
  const [title, setTitle] = useState('')
  const [text, setText] = useState('')
  const act = useCaseAct()
  async function save() {
    const done = await act.run(() => call('POST /api/supervision/bulletins', { body: { title, text } }))
    if (done !== undefined) onDone()
  }
  return (
    <>
      <LineField id="bulletin-title" label={texts.titleField} value={title} onChange={setTitle} />
      <WordsField id="bulletin-text" label={texts.text} rows={6} value={text} onChange={setText} />
      <Submit
        act={act}
        label={texts.save}
        disabled={title.trim().length < 2 || text.trim().length < 2}
        onSubmit={() => void save()}
      />
    </>
  )
}
