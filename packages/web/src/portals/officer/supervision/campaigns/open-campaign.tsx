/**
 * Beginning a campaign: which one, how far it goes, from when until when.
 */

import { useState } from 'react'
import { call } from '../../../../api/call.ts'
import { campaignsTexts as texts } from '../../../../texts/campaigns-zh-cn.ts'
import { useCaseAct } from '../../case-parts/use-case-act.ts'
import { LineField, Submit, WordsField } from '../../department/acts/act-fields.tsx'
import { Folded, Pick } from '../fields.tsx'
import type { CampaignTree } from './campaign-shown.ts'

interface OpenProps {
  readonly tree: CampaignTree
  readonly again: () => void
}

const blank = { subject: '', scope: '', from: '', until: '' }

export function OpenCampaign({ tree, again }: OpenProps) {
  return (
    <Folded label={texts.open} hide={texts.hide}>
      {(fold) => (
        <OpenForm
          tree={tree}
          again={() => {
            fold()
            again()
          }}
        />
      )}
    </Folded>
  )
}

function OpenForm({ tree, again }: OpenProps) {
  const [draft, setDraft] = useState(blank)
  const act = useCaseAct()
  const set = (name: keyof typeof blank) => (value: string) => setDraft({ ...draft, [name]: value })
  async function open() {
    const done = await act.run(() => call('POST /api/supervision/campaigns', { body: draft }))
    if (done !== undefined) again()
  }
  return (
    <>
      <div className="supervision-columns">
        <Pick
          label={texts.subject}
          none={texts.choose}
          value={draft.subject}
          options={tree.areas.flatMap(({ campaigns }) => campaigns)}
          onChange={set('subject')}
        />
        <LineField
          id="campaign-from"
          type="date"
          label={texts.from}
          value={draft.from}
          onChange={set('from')}
        />
        <LineField
          id="campaign-until"
          type="date"
          label={texts.until}
          value={draft.until}
          onChange={set('until')}
        />
      </div>
      <WordsField
        id="campaign-scope"
        label={texts.scope}
        value={draft.scope}
        rows={2}
        onChange={set('scope')}
      />
      <Submit
        act={act}
        label={texts.begin}
        disabled={Object.values(draft).some((value) => value.trim() === '')}
        onSubmit={() => void open()}
      />
    </>
  )
}
