/**
 * A mail to try the mailbox of a demonstration with: one of the samples, or one's own.
 */

import { Alert, Button } from 'antd'
import { type FormEvent, useState } from 'react'
import { Link } from 'wouter'
import { call } from '../../../../api/call.ts'
import { mailboxZhCN } from '../../../../texts/mailbox-zh-cn.ts'
import { ProblemNotice } from '../../../../ui/problem-notice.tsx'
import { BusyButton } from '../../case-parts/busy-button.tsx'
import { useCaseAct } from '../../case-parts/use-case-act.ts'
import { LineField, WordsField } from '../../department/acts/act-fields.tsx'

const texts = mailboxZhCN.demonstration
const mostBytes = 120 * 1024

interface Letter {
  readonly from: string
  readonly subject: string
  readonly words: string
}

const nothing: Letter = { from: '', subject: '', words: '' }

export function LetterForm({ soon }: { readonly soon: () => void }) {
  const [letter, setLetter] = useState(nothing)
  const [file, setFile] = useState<File>()
  const [isSent, setSent] = useState(false)
  const act = useCaseAct()
  async function send(event: FormEvent) {
    event.preventDefault()
    const attached = file === undefined ? {} : { file: { name: file.name, bytes: await base64Of(file) } }
    const body = { ...letter, ...attached }
    const done = await act.run(() => call('POST /api/voice/mailbox/mails', { body }))
    setSent(done !== undefined)
    if (done !== undefined) soon()
  }
  const isWritten = letter.from.includes('@') && (file?.size ?? 0) <= mostBytes
  return (
    <section className="staff-panel">
      <h2>{texts.title}</h2>
      <p className="situation">{texts.hint}</p>
      <div className="mail-samples">
        {texts.letters.map(({ label, ...sample }) => (
          <Button key={label} size="small" onClick={() => setLetter(sample)}>
            {label}
          </Button>
        ))}
      </div>
      <form onSubmit={(event) => void send(event)}>
        <LetterFields letter={letter} onChange={setLetter} />
        <FileField onChange={setFile} />
        <ProblemNotice problem={act.refusal} />
        {isSent && <Sent />}
        <div className="act-buttons">
          <BusyButton type="primary" htmlType="submit" busy={act.busy} disabled={!isWritten}>
            {texts.send}
          </BusyButton>
        </div>
      </form>
    </section>
  )
}

interface LetterFieldsProps {
  readonly letter: Letter
  readonly onChange: (letter: Letter) => void
}

function LetterFields({ letter, onChange }: LetterFieldsProps) {
  const { from, subject, words } = letter
  const change = (part: Partial<Letter>) => onChange({ ...letter, ...part })
  return (
    <>
      <LineField
        id="mail-from"
        label={texts.from}
        value={from}
        onChange={(written) => change({ from: written })}
      />
      <LineField
        id="mail-subject"
        label={texts.subject}
        value={subject}
        onChange={(written) => change({ subject: written })}
      />
      <WordsField
        id="mail-words"
        label={texts.words}
        rows={5}
        value={words}
        onChange={(written) => change({ words: written })}
      />
    </>
  )
}

function Sent() {
  return (
    <Alert
      role="status"
      type="success"
      showIcon
      title={texts.sent}
      action={<Link href="/work/voice">{texts.open}</Link>}
    />
  )
}

function FileField({ onChange }: { readonly onChange: (file: File | undefined) => void }) {
  return (
    <div className="act-field">
      <label htmlFor="mail-file">{texts.file}</label>
      <input id="mail-file" type="file" onChange={({ target }) => onChange(target.files?.[0])} />
    </div>
  )
}

async function base64Of(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
}
