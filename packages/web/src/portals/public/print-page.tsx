/**
 * At a machine of the hall: whoever has a print code types it in, and the licence is printed once. No log-in.
 */

import { type FormEvent, useEffect, useState } from 'react'
import { useSearch } from 'wouter'
import { sendForPaper } from '../../api/paper.ts'
import { useTexts } from '../../page.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { TextField } from '../../ui/field.tsx'
import { Shell } from '../../ui/shell.tsx'
import { Title } from '../../ui/title.tsx'
import { useProblemText } from '../../ui/use-problem-text.ts'

const codeLength = 12

export function PrintPage() {
  const { print: texts } = useTexts()
  const machine = useMachine()
  const problemText = useProblemText()
  const [code, setCode] = useState('')
  const [serial, setSerial] = useState('')
  const [faults, setFaults] = useState<readonly { field: string; text: string }[]>([])
  const [attempt, setAttempt] = useState(0)
  const [paper, setPaper] = useState<string>()
  useEffect(() => () => (paper === undefined ? undefined : URL.revokeObjectURL(paper)), [paper])
  const faultOf = (field: string) => faults.find((fault) => fault.field === field)?.text

  async function print(event: FormEvent) {
    event.preventDefault()
    setAttempt(attempt + 1)
    const missing = [
      ...(code.replace(/[\s-]/g, '').length === codeLength ? [] : [{ field: 'code', text: texts.codeWrong }]),
      ...(serial.trim() === '' ? [{ field: 'serial', text: texts.serialMissing }] : []),
    ]
    setFaults(missing)
    if (missing.length > 0) return
    const made = await sendForPaper('/api/licences/print', { code, ...machine, paperSerial: serial.trim() })
    if (made.ok) setPaper(made.value)
    else setFaults([{ field: 'code', text: problemText(made.problem) }])
  }
  function again() {
    setPaper(undefined)
    setCode('')
    setSerial('')
    setAttempt(0)
  }
  return (
    <Shell>
      <ErrorSummary faults={faults} attempt={attempt} />
      <Title faulty={faults.length > 0}>{texts.title}</Title>
      {paper === undefined ? (
        <form onSubmit={(event) => void print(event)} noValidate>
          <p className="lead">{texts.lead}</p>
          <PrintFields
            code={code}
            setCode={setCode}
            serial={serial}
            setSerial={setSerial}
            faultOf={faultOf}
          />
          <button className="button" type="submit">
            {texts.button}
          </button>
        </form>
      ) : (
        <Ready paper={paper} again={again} />
      )}
    </Shell>
  )
}

interface PrintFieldsProps {
  readonly code: string
  readonly setCode: (code: string) => void
  readonly serial: string
  readonly setSerial: (serial: string) => void
  readonly faultOf: (field: string) => string | undefined
}

function PrintFields({ code, setCode, serial, setSerial, faultOf }: PrintFieldsProps) {
  const { print: texts } = useTexts()
  return (
    <>
      <TextField
        id="code"
        label={texts.code}
        hint={texts.codeHint}
        short
        fault={faultOf('code')}
        value={code}
        onChange={(value) => setCode(value.toUpperCase())}
        input={{ autoComplete: 'off', maxLength: 20, spellCheck: false }}
      />
      <TextField
        id="serial"
        label={texts.serial}
        hint={texts.serialHint}
        short
        fault={faultOf('serial')}
        value={serial}
        onChange={setSerial}
        input={{ autoComplete: 'off', maxLength: 60 }}
      />
    </>
  )
}

function Ready({ paper, again }: { readonly paper: string; readonly again: () => void }) {
  const { print: texts } = useTexts()
  return (
    <>
      <p className="notice good" role="status">
        {texts.ready}
      </p>
      <div className="actions">
        <a className="button" href={paper} target="_blank" rel="noreferrer">
          {texts.open}
        </a>
        <button className="button quiet" type="button" onClick={again}>
          {texts.next}
        </button>
      </div>
    </>
  )
}

/** Which machine this is and what paper lies in it: the hall opens the page with both in its address. */
function useMachine(): { readonly device: string; readonly paperStock: string } {
  const query = new URLSearchParams(useSearch())
  return { device: query.get('device') ?? 'hall', paperStock: query.get('stock') ?? 'A4' }
}
