/**
 * A new passphrase for a key whose old one was forgotten: with the code of the sheet from the safe, in this browser.
 */

import { relockKey } from '@guanjia/core/leads'
import { useState } from 'react'
import { call } from '../../../../api/call.ts'
import { leadsTexts } from '../../../../texts/leads-zh-cn.ts'
import { useCaseAct } from '../../case-parts/use-case-act.ts'
import { LineField, Submit } from '../../department/acts/act-fields.tsx'
import { refusedHere } from '../own-problem.ts'
import { PhraseField } from '../phrase-field.tsx'
import { SelectField } from '../select-field.tsx'
import { type Keys, shortKey } from './lead-keys.ts'

const texts = leadsTexts.keys

type OwnKey = Keys['own'][number]

interface RecoveryProps {
  readonly keys: readonly OwnKey[]
  readonly again: () => void
}

export function RecoveryPanel({ keys, again }: RecoveryProps) {
  const [keyId, setKeyId] = useState(keys[0]?.keyId ?? '')
  const [code, setCode] = useState('')
  const [passphrase, setPassphrase] = useState('')
  const [isDone, setDone] = useState(false)
  const act = useCaseAct()
  async function relock() {
    const key = keys.find((one) => one.keyId === keyId)
    if (key === undefined || (await act.run(() => lockAnew(key, { code, passphrase }))) === undefined) return
    setDone(true)
    setCode('')
    setPassphrase('')
    again()
  }
  return (
    <section className="staff-panel">
      <h2>{texts.recover}</h2>
      <p className="lead-hint">{texts.recoverLead}</p>
      <SelectField
        id="recover-key"
        label={texts.key}
        value={keyId}
        options={keys.map((key) => ({ id: key.keyId, name: shortKey(key.keyId) }))}
        onChange={setKeyId}
      />
      <LineField id="recovery-code" label={texts.code} value={code} onChange={setCode} />
      <PhraseField
        id="recover-phrase"
        label={texts.phrase}
        hint={texts.phraseHint}
        value={passphrase}
        onChange={setPassphrase}
        isNew
      />
      <Submit
        act={act}
        label={texts.relock}
        disabled={code === '' || passphrase === ''}
        onSubmit={() => void relock()}
      />
      <p role="status">{isDone ? texts.recovered : ''}</p>
    </section>
  )
}

interface Given {
  readonly code: string
  readonly passphrase: string
}

async function lockAnew(key: OwnKey, given: Given) {
  const lock = await relockKey(crypto, key, given)
  if (!lock.ok) return refusedHere(lock.code === 'passphrase-short' ? texts.short : texts.codeWrong)
  return await call('POST /api/leads/keys/:key/lock', {
    params: { key: key.keyId },
    body: { lock: lock.value },
  })
}
