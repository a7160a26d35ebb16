/**
 * A new key, made and locked in this browser; its recovery code is shown once, to be printed.
 */

import { makeLockedKey } from '@guanjia/core/leads'
import { Button } from 'antd'
import { useState } from 'react'
import { call } from '../../../../api/call.ts'
import { leadsTexts } from '../../../../texts/leads-zh-cn.ts'
import { useCaseAct } from '../../case-parts/use-case-act.ts'
import { Submit } from '../../department/acts/act-fields.tsx'
import { refusedHere } from '../own-problem.ts'
import { PhraseField } from '../phrase-field.tsx'
import { SelectField } from '../select-field.tsx'
import { type Keys, shortKey } from './lead-keys.ts'

const texts = leadsTexts.keys

type Office = Keys['offices'][number]

interface NewKeyProps {
  readonly offices: readonly Office[]
  readonly again: () => void
}

interface Sheet {
  readonly keyId: string
  readonly code: string
}

export function NewKeyPanel({ offices, again }: NewKeyProps) {
  const [sheet, setSheet] = useState<Sheet>()
  if (sheet !== undefined)
    return (
      <RecoverySheet
        sheet={sheet}
        onDone={() => {
          setSheet(undefined)
          again()
        }}
      />
    )
  return <NewKeyForm offices={offices} onMade={setSheet} />
}

function NewKeyForm({ offices, onMade }: Pick<NewKeyProps, 'offices'> & { onMade: (sheet: Sheet) => void }) {
  const [office, setOffice] = useState<Office>(offices[0] ?? 'handler')
  const [phrases, setPhrases] = useState({ first: '', second: '' })
  const act = useCaseAct()
  async function make() {
    const sheet = await act.run(() => makeKey(office, phrases))
    if (sheet !== undefined) onMade(sheet)
  }
  return (
    <section className="staff-panel">
      <h2>{texts.make}</h2>
      <p className="lead-hint">{texts.makeLead}</p>
      {offices.length > 1 && (
        <SelectField
          id="office"
          label={texts.office}
          value={office}
          options={offices.map((id) => ({ id, name: texts.offices[id] }))}
          onChange={(id) => setOffice(id as Office)}
        />
      )}
      <PhraseField
        id="new-phrase"
        label={texts.phrase}
        hint={texts.phraseHint}
        value={phrases.first}
        onChange={(first) => setPhrases({ ...phrases, first })}
        isNew
      />
      <PhraseField
        id="again-phrase"
        label={texts.again}
        value={phrases.second}
        onChange={(second) => setPhrases({ ...phrases, second })}
        isNew
      />
      <p role="status" className="lead-hint">
        {act.busy ? texts.working : ''}
      </p>
      <Submit act={act} label={texts.submit} disabled={phrases.first === ''} onSubmit={() => void make()} />
    </section>
  )
}

async function makeKey(
  office: Office,
  { first, second }: { readonly first: string; readonly second: string },
) {
  if (first !== second) return refusedHere(texts.differ)
  const made = await makeLockedKey(crypto, first)
  if (!made.ok) return refusedHere(texts.short)
  const { locked, recoveryCode: code } = made.value
  const kept = await call('POST /api/leads/keys', { body: { office, ...locked } })
  return kept.ok ? { ok: true as const, value: { keyId: locked.keyId, code } } : kept
}

/** On paper alone: the code is kept nowhere, and gone when the page is left. */
function RecoverySheet({ sheet, onDone }: { readonly sheet: Sheet; readonly onDone: () => void }) {
  const groups = sheet.code.match(/.{1,4}/g) ?? []
  return (
    <section className="staff-panel lead-sheet">
      <h2>{texts.printTitle}</h2>
      <dl className="lead-facts">
        <div>
          <dt>{texts.key}</dt>
          <dd className="lead-key">{shortKey(sheet.keyId)}</dd>
        </div>
        <div>
          <dt>{texts.code}</dt>
          <dd className="lead-code">{groups.join(' ')}</dd>
        </div>
      </dl>
      <p>{texts.printLead}</p>
      <div className="act-buttons">
        <Button type="primary" onClick={() => window.print()}>
          {texts.print}
        </Button>
        <Button onClick={onDone}>{texts.done}</Button>
      </div>
    </section>
  )
}
