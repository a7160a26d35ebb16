/**
 * The register of a company: what it says of a day, what it said of that day at an earlier time, and everything it ever
 * held, the latest known first.
 */

import { type FormEvent, useState } from 'react'
import type { CallOutput } from '../../../api/call.ts'
import { useApi } from '../../../api/use-api.ts'
import { staffTexts } from '../../../texts/staff-zh-cn.ts'
import { TextField } from '../../../ui/field.tsx'
import { Light } from '../../../ui/light.tsx'
import { momentText } from '../../../ui/moment.ts'
import { Awaited } from '../../../ui/reading.tsx'

type Memory = CallOutput<'GET /api/registration/register/:code'>
type Entry = Memory['entries'][number]

const texts = staffTexts.register
const colours = { registered: 'green', cancelled: 'paused', revoked: 'red' } as const
const factNames = ['type', 'representative', 'capital', 'premises', 'scope', 'licence'] as const

interface Asked {
  readonly on?: string
  readonly knownOn?: string
}

/** @param code - unified social credit code */
export function RegisterMemory({ code }: { readonly code: string }) {
  const [asked, ask] = useState<Asked>({})
  const reading = useApi('GET /api/registration/register/:code', { params: { code }, query: asked })
  return (
    <section className="sheet">
      <h2>{texts.title}</h2>
      <p className="hint">{texts.hint}</p>
      <Question ask={ask} />
      <Awaited reading={reading}>
        {(memory) => (
          <>
            <h3>{texts.answer(memory.on, memory.knownOn)}</h3>
            {memory.entry === null ? (
              <p className="notice near">{texts.nothing}</p>
            ) : (
              <EntryFacts entry={memory.entry} />
            )}
            <Entries entries={memory.entries} />
          </>
        )}
      </Awaited>
    </section>
  )
}

function Question({ ask }: { readonly ask: (asked: Asked) => void }) {
  const [on, setOn] = useState('')
  const [knownOn, setKnownOn] = useState('')
  function submit(event: FormEvent) {
    event.preventDefault()
    ask({ ...(on === '' ? {} : { on }), ...(knownOn === '' ? {} : { knownOn }) })
  }
  return (
    <form className="search-line" onSubmit={submit}>
      <TextField id="register-on" label={texts.on} value={on} onChange={setOn} input={{ type: 'date' }} />
      <TextField
        id="register-known"
        label={texts.knownOn}
        value={knownOn}
        onChange={setKnownOn}
        input={{ type: 'date' }}
      />
      <button className="button quiet" type="submit">
        {texts.ask}
      </button>
    </form>
  )
}

function EntryFacts({ entry }: { readonly entry: Entry }) {
  const { facts, name, status } = entry
  return (
    <dl className="answers">
      <div>
        <dt>{texts.status}</dt>
        <dd>
          <Light colour={colours[status]}>{texts.statuses[status]}</Light>
        </dd>
      </div>
      <div>
        <dt>{texts.facts.name}</dt>
        <dd>{name ?? '—'}</dd>
      </div>
      {facts !== null &&
        factNames.map((fact) => (
          <div key={fact}>
            <dt>{texts.facts[fact]}</dt>
            <dd>{facts[fact] ?? '—'}</dd>
          </div>
        ))}
    </dl>
  )
}

function Entries({ entries }: Pick<Memory, 'entries'>) {
  return (
    <details>
      <summary>{texts.all(entries.length)}</summary>
      <ol className="rows">
        {entries.map((entry) => (
          <li key={`${entry.recordedFrom} ${entry.validFrom}`}>
            <span>
              <b>{entry.name ?? '—'}</b>
              <small className="hint">{texts.valid(entry.validFrom, entry.validTo)}</small>
              <small className="hint">
                {texts.recorded(
                  momentText(entry.recordedFrom),
                  entry.recordedTo === null ? null : momentText(entry.recordedTo),
                )}
              </small>
            </span>
            <Light colour={entry.recordedTo === null ? colours[entry.status] : 'plain'}>
              {texts.statuses[entry.status]}
            </Light>
          </li>
        ))}
      </ol>
    </details>
  )
}
