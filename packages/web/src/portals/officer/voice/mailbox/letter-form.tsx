/**
 * A mail to try the mailbox of a demonstration with: one of the samples, or one's own.
 */

import { Alert, Button } from 'antd'
import { type FormEvent, useState } from 'react'
import { Link } from 'wouter'
import { call } from '../../../../api/call.ts'
import { mailboxZhCN } from '../../../../texts/mailbox-zh-cn.ts'
import { ProblemNotice } from '../../../../ui/problem-notice.tsx'
import { useCaseAct } from '../../case-parts/use-case-act.ts'
import { LineField, WordsField } from '../../department/acts/act-fields.tsx'

const texts = mailboxZhCN.demonstration
const mostBytes = 120 * 1024

interface Letter {
  readonly from: string
  readonly subject: string
  readonly words: string
}

export function LetterForm({ soon }: { readonly soon: () => void }) {
  const [letter, setLetter] = useState<Letter>({ from: '', subject: '', words: '' })
  const [file, setFile] = useState<File>()
  const [isSent, setSent] = useState(false)
  const act = useCaseAct()
  const change = (part: Partial<Letter>) => setLetter((before) => ({ ...before, ...part }))
  async function send(event: FormEvent) {
    event.preventDefault()
    const attached = file === undefined ? {} : { file: { name: file.name, bytes: await base64Of(file) } }
    const done = await act.run(() =>
      call('POST /api/voice/mailbox/mails', { body: { ...letter, ...attached } }),
    )
    setSent(done !== undefined)
    if (done !== undefined) soon()
  }
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
        <LineField
          id="mail-from"
          label={texts.from}
          value={letter.from}
          onChange={(from) => change({ from })}
        />
        <LineField
          id="mail-subject"
          label={texts.subject}
          value={letter.subject}
          onChange={(subject) => change({ subject })}
        />
        <WordsField
          id="mail-words"
          label={texts.words}
          rows={5}
          value={letter.words}
          onChange={(words) => change({ words })}
        />
        <FileField onChange={setFile} />
        <ProblemNotice problem={act.refusal} />
        {isSent && (
          <Alert
            role="status"
            type="success"
            showIcon
            title={texts.sent}
            action={<Link href="/work/voice">{texts.open}</Link>}
          />
        )}
        <div className="act-buttons">
          <Button
            type="primary"
            htmlType="submit"
            loading={act.busy}
            disabled={!letter.from.includes('@') || (file?.size ?? 0) > mostBytes}
          >
            {texts.send}
          </Button>
        </div>
      </form>
    </section>
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
