/**
 * Checks the ledger before the reader's eyes: fetches all of it, computes it again in this browser, and says what was
 * looked at and under which key. The latest checkpoint found sound is kept here, to be found again next time.
 */

import { type FormEvent, useState } from 'react'
import type { LedgerCheck } from '../../features/ledger/index.ts'
import { useTexts } from '../../page.tsx'
import { TextField } from '../../ui/field.tsx'

const exportAddress = '/api/ledger/export'
const heldName = 'guanjia-ledger-checkpoint'

interface LedgerCheckProps {
  readonly note: string | null
  readonly keys: readonly string[]
}

interface Done {
  readonly check: LedgerCheck | { readonly outcome: 'unreachable' }
  readonly ownKey: boolean
  /** size of the checkpoint kept since the last visit */
  readonly heldSize: number | undefined
}

export function LedgerCheckForm({ note, keys }: LedgerCheckProps) {
  const { ledger: texts } = useTexts()
  const [key, setKey] = useState('')
  const [running, setRunning] = useState(false)
  const [done, setDone] = useState<Done>()
  async function check(event: FormEvent) {
    event.preventDefault()
    setRunning(true)
    const held = localStorage.getItem(heldName) ?? undefined
    const ownKey = key.trim() !== ''
    const trusted = ownKey ? key.trim() : (keys.at(-1) ?? '')
    const { check: found, heldSize } = await fetchAndCheck(trusted, held)
    if (found.outcome === 'sound' && note !== null) localStorage.setItem(heldName, note)
    setDone({ check: found, ownKey, heldSize })
    setRunning(false)
  }
  return (
    <form onSubmit={(event) => void check(event)}>
      <TextField
        id="key"
        label={texts.trustedKey}
        hint={texts.trustedKeyHint}
        value={key}
        onChange={setKey}
        input={{ autoComplete: 'off', spellCheck: false, className: 'input code' }}
      />
      <p className="actions">
        <button className="button" type="submit" disabled={running}>
          {running ? texts.checking : texts.check}
        </button>{' '}
        <a className="button quiet" href={exportAddress} download="ledger.json">
          {texts.download}
        </a>
      </p>
      <div aria-live="polite">{done !== undefined && <Outcome done={done} />}</div>
    </form>
  )
}

/** The code that checks is loaded when somebody wants it: the page reads without it. */
async function fetchAndCheck(
  key: string,
  held: string | undefined,
): Promise<Pick<Done, 'check' | 'heldSize'>> {
  const nothing = { check: { outcome: 'unreachable' }, heldSize: undefined } as const
  try {
    const { checkLedger, checkpointSize } = await import('../../features/ledger/index.ts')
    const response = await fetch(exportAddress)
    if (!response.ok) return nothing
    const check = await checkLedger({ text: await response.text(), key, held })
    return { check, heldSize: checkpointSize(held) }
  } catch {
    return nothing
  }
}

function Outcome({ done }: { readonly done: Done }) {
  const { ledger: texts } = useTexts()
  const { check, ownKey, heldSize } = done
  if (check.outcome === 'sound') {
    return (
      <div className="notice good">
        <p>
          <strong>{texts.sound}</strong>
        </p>
        <ul>
          <li>{texts.checkedLeaves(check.leaves)}</li>
          <li>{texts.checkedCheckpoints(check.checkpoints)}</li>
          {heldSize !== undefined && <li>{texts.checkedHeld(heldSize)}</li>}
          <li>{ownKey ? texts.underYourKey : texts.underOurKey}</li>
        </ul>
        <p className="code wrapped">{check.root}</p>
      </div>
    )
  }
  const sentence = check.outcome === 'broken' ? texts.faults[check.because] : texts.notChecked[check.outcome]
  return (
    <div className={check.outcome === 'broken' ? 'notice bad' : 'notice near'}>
      <p>
        <strong>{check.outcome === 'broken' ? texts.broken : texts.undecided}</strong>
      </p>
      <p>{sentence}</p>
      {check.outcome === 'broken' && check.firstBadLeaf !== null && (
        <p>{texts.firstBadLeaf(check.firstBadLeaf)}</p>
      )}
    </div>
  )
}
