/**
 * Before a lead: what for, under which reference, and the passphrase where the keys are locked.
 */

import { useState } from 'react'
import { call } from '../../../../api/call.ts'
import { leadsTexts } from '../../../../texts/leads-zh-cn.ts'
import { useCaseAct } from '../../case-parts/use-case-act.ts'
import { LineField, Submit } from '../../department/acts/act-fields.tsx'
import { type OwnKey, openKeys, unlockRing, useKeyRing } from '../key-ring.ts'
import { refusedHere } from '../own-problem.ts'
import { PhraseField } from '../phrase-field.tsx'
import { SelectField } from '../select-field.tsx'
import type { OpenedLead } from './opened-lead.ts'

const texts = leadsTexts.opening

/** What a lead is opened for. */
export interface Purpose {
  readonly purpose: string
  readonly reference: string
}

interface OpeningFormProps {
  readonly id: string
  readonly purposes: readonly { readonly id: string; readonly name: string }[]
  readonly keys: readonly OwnKey[]
  readonly onOpened: (lead: OpenedLead, purpose: Purpose) => void
}

export function OpeningForm({ id, purposes, keys, onOpened }: OpeningFormProps) {
  const [purpose, setPurpose] = useState(purposes[0]?.id ?? '')
  const [reference, setReference] = useState('')
  const [phrase, setPhrase] = useState('')
  const ring = useKeyRing()
  const act = useCaseAct()
  async function open() {
    const body = { purpose, reference }
    const opened = await act.run(async () => {
      if (openKeys().length === 0 && (await unlockRing(keys, phrase)) === 0) return refusedHere(texts.wrong)
      return await call('POST /api/leads/:id/opening', { params: { id }, body })
    })
    if (opened !== undefined) onOpened(opened, body)
  }
  return (
    <section className="staff-panel lead-opening">
      <h2>{texts.title}</h2>
      <p>{texts.lead}</p>
      <SelectField
        id="purpose"
        label={texts.purpose}
        value={purpose}
        options={purposes}
        onChange={setPurpose}
      />
      <LineField id="reference" label={texts.reference} value={reference} onChange={setReference} />
      {ring.length === 0 && (
        <PhraseField
          id="phrase"
          label={texts.phrase}
          hint={texts.phraseHint}
          value={phrase}
          onChange={setPhrase}
        />
      )}
      <Submit
        act={act}
        label={texts.submit}
        disabled={reference.trim().length < 2}
        onSubmit={() => void open()}
      />
    </section>
  )
}
