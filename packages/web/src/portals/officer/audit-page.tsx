/**
 * The trail for the auditor: who did what to which, the newest first.
 */

import { type FormEvent, useState } from 'react'
import { type CallOutput, call } from '../../api/call.ts'
import { useApi } from '../../api/use-api.ts'
import { staffTexts } from '../../texts/staff-zh-cn.ts'
import { TextField } from '../../ui/field.tsx'
import { momentText } from '../../ui/moment.ts'
import { Awaited } from '../../ui/reading.tsx'
import { Title } from '../../ui/title.tsx'
import { StaffShell } from './staff-shell.tsx'

type Entry = CallOutput<'GET /api/audit'>['entries'][number]

const texts = staffTexts.audit
const pageSize = 50

export function AuditPage() {
  const [subject, setSubject] = useState('')
  const [asked, setAsked] = useState('')
  const query = asked === '' ? {} : { subject: asked }
  const reading = useApi('GET /api/audit', { query })
  function search(event: FormEvent) {
    event.preventDefault()
    setAsked(subject.trim())
  }
  return (
    <StaffShell>
      <Title>{texts.title}</Title>
      <p className="lead">{texts.explain}</p>
      <form className="search-line" onSubmit={search}>
        <TextField
          id="subject"
          label={texts.subject}
          hint={texts.subjectHint}
          value={subject}
          onChange={setSubject}
          input={{ type: 'search', maxLength: 200 }}
        />
        <button className="button quiet" type="submit">
          {texts.search}
        </button>
      </form>
      <Awaited reading={reading}>
        {({ entries }) => <Trail key={asked} newest={entries} subject={asked} />}
      </Awaited>
    </StaffShell>
  )
}

interface TrailProps {
  readonly newest: readonly Entry[]
  readonly subject: string
}

function Trail({ newest, subject }: TrailProps) {
  const [older, setOlder] = useState<readonly Entry[]>([])
  const [isAll, setAll] = useState(newest.length < pageSize)
  const entries = [...newest, ...older]
  if (entries.length === 0) return <p className="sheet">{texts.empty}</p>
  async function readMore() {
    const before = String(entries.at(-1)?.number ?? '')
    const query = subject === '' ? { before } : { before, subject }
    const answer = await call('GET /api/audit', { query })
    if (!answer.ok) return
    setOlder([...older, ...answer.value.entries])
    setAll(answer.value.entries.length < pageSize)
  }
  return (
    <div className="table-scroll sheet">
      <table>
        <thead>
          <tr>
            <th scope="col">{texts.number}</th>
            <th scope="col">{texts.at}</th>
            <th scope="col">{texts.what}</th>
            <th scope="col">{texts.which}</th>
            <th scope="col">{texts.who}</th>
          </tr>
        </thead>
        <tbody>
          {entries.map(({ number, at, principal, command, subject: which }) => (
            <tr key={number}>
              <td>{number}</td>
              <td>{momentText(at)}</td>
              <td>{command}</td>
              <td>
                <code>{which}</code>
              </td>
              <td>
                <code>{principal}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {!isAll && (
        <button className="button quiet" type="button" onClick={() => void readMore()}>
          {texts.more}
        </button>
      )}
    </div>
  )
}
