/**
 * What is done to a running campaign: something found, all of it concluded.
 */

import { useState } from 'react'
import { call } from '../../../../api/call.ts'
import { campaignsTexts as texts } from '../../../../texts/campaigns-zh-cn.ts'
import { useCaseAct } from '../../case-parts/use-case-act.ts'
import { LineField, Submit, WordsField } from '../../department/acts/act-fields.tsx'
import { Pick } from '../fields.tsx'
import type { CampaignTree } from './campaign-shown.ts'

interface ActProps {
  readonly id: string
  readonly again: () => void
}

interface RecordProps extends ActProps {
  readonly units: CampaignTree['units']
}

const blank = { unit: '', words: '', rectifyBy: '' }

export function RecordFinding({ id, units, again }: RecordProps) {
  const [draft, setDraft] = useState(blank)
  const act = useCaseAct()
  const set = (name: keyof typeof blank) => (value: string) => setDraft({ ...draft, [name]: value })
  async function record() {
    const done = await act.run(() =>
      call('POST /api/supervision/campaigns/:id/findings', { params: { id }, body: draft }),
    )
    if (done === undefined) return
    setDraft(blank)
    again()
  }
  return (
    <details>
      <summary>{texts.find}</summary>
      <div className="supervision-columns">
        <Pick
          label={texts.unit}
          none={texts.choose}
          value={draft.unit}
          options={units}
          onChange={set('unit')}
        />
        <LineField
          id={`due-${id}`}
          type="date"
          label={texts.dueDay}
          value={draft.rectifyBy}
          onChange={set('rectifyBy')}
        />
      </div>
      <WordsField
        id={`found-${id}`}
        label={texts.words}
        value={draft.words}
        rows={2}
        onChange={set('words')}
      />
      <Submit
        act={act}
        label={texts.record}
        disabled={Object.values(draft).some((value) => value.trim() === '')}
        onSubmit={() => void record()}
      />
    </details>
  )
}

export function ConcludeCampaign({ id, again }: ActProps) {
  const [words, setWords] = useState('')
  const act = useCaseAct()
  async function conclude() {
    const done = await act.run(() =>
      call('POST /api/supervision/campaigns/:id/conclusion', { params: { id }, body: { words } }),
    )
    if (done !== undefined) again()
  }
  return (
    <details>
      <summary>{texts.conclude}</summary>
      <WordsField id={`end-${id}`} label={texts.concludeWords} value={words} rows={2} onChange={setWords} />
      <Submit
        act={act}
        label={texts.conclude}
        disabled={words.trim().length < 2}
        onSubmit={() => void conclude()}
      />
    </details>
  )
}
