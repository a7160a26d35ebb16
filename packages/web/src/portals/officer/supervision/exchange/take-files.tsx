/**
 * Files of partners: a package, or the receipt for one of ours. They go to the server as they are; it judges them.
 */

import { Alert, Button } from 'antd'
import { useRef, useState } from 'react'
import { call } from '../../../../api/call.ts'
import { exchangeTexts as texts } from '../../../../texts/exchange-zh-cn.ts'
import { momentText } from '../../../../ui/moment.ts'
import { ProblemNotice } from '../../../../ui/problem-notice.tsx'
import { useCaseAct } from '../../case-parts/use-case-act.ts'

export function TakeFiles({ again }: { readonly again: () => void }) {
  const [said, setSaid] = useState<string>()
  const act = useCaseAct()
  const told = (words: string | undefined) => {
    setSaid(words)
    if (words !== undefined) again()
  }
  async function takePackage(file: string) {
    const done = await act.run(() => call('POST /api/supervision/exchange/imports', { body: { file } }))
    told(done === undefined ? undefined : texts.taken[done.state](done.records))
  }
  async function takeReceipt(file: string) {
    const done = await act.run(() => call('POST /api/supervision/exchange/receipts', { body: { file } }))
    told(done === undefined ? undefined : texts.receiptTaken(momentText(done.receivedAt)))
  }
  return (
    <>
      <FileButton label={texts.takePackage} busy={act.busy} onFile={takePackage} />
      <FileButton label={texts.takeReceipt} busy={act.busy} onFile={takeReceipt} />
      {said !== undefined && <Alert role="status" type="success" title={said} />}
      {act.refusal !== undefined && (
        <div className="exchange-refusal">
          <ProblemNotice problem={act.refusal} />
        </div>
      )}
    </>
  )
}

interface FileButtonProps {
  readonly label: string
  readonly busy: boolean
  readonly onFile: (text: string) => Promise<void>
}

function FileButton({ label, busy, onFile }: FileButtonProps) {
  const picker = useRef<HTMLInputElement>(null)
  async function take(file: File | undefined) {
    if (file !== undefined) await onFile(await file.text())
  }
  return (
    <>
      <input
        ref={picker}
        className="visually-hidden"
        type="file"
        accept="application/json,.json"
        aria-label={label}
        tabIndex={-1}
        onChange={({ target }) => {
          void take(target.files?.[0])
          target.value = ''
        }}
      />
      <Button disabled={busy} onClick={() => picker.current?.click()}>
        {label}
      </Button>
    </>
  )
}
