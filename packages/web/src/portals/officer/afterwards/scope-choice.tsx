/**
 * Another scope for a company on the register: standard entries found by plain words, in the order they are to stand.
 */

import { useState } from 'react'
import { type CallOutput, call } from '../../../api/call.ts'
import { registrationZhCN } from '../../../texts/registration-zh-cn.ts'
import { TextField } from '../../../ui/field.tsx'
import { Unconfirmed } from '../../../ui/unconfirmed.tsx'

type Entry = Pick<CallOutput<'GET /api/registration/scope'>['entries'][number], 'id' | 'text' | 'mark'>

const texts = registrationZhCN.scope

interface ScopeChoiceProps {
  /** entries whose wording is known already */
  readonly known: readonly Entry[]
  readonly chosen: readonly string[]
  readonly choose: (entryIds: readonly string[]) => void
}

export function ScopeChoice({ known, chosen, choose }: ScopeChoiceProps) {
  const [words, setWords] = useState('')
  const [found, setFound] = useState<readonly Entry[]>([])
  const [seen, setSeen] = useState<ReadonlyMap<string, Entry>>(
    new Map(known.map((entry) => [entry.id, entry])),
  )
  async function search() {
    const answer = await call('GET /api/registration/scope', { query: { words: words.trim() } })
    if (!answer.ok) return
    setFound(answer.value.entries)
    setSeen(new Map([...seen, ...answer.value.entries.map((entry) => [entry.id, entry] as const)]))
  }
  // the present scope stands at hand before anything is looked for
  const offered = (found.length === 0 ? known : found).filter(({ id }) => !chosen.includes(id))
  return (
    <div className="field">
      <TextField id="value" label={texts.label} hint={texts.hint} value={words} onChange={setWords} />
      <button className="button quiet" type="button" onClick={() => void search()}>
        {texts.search}
      </button>
      <Entries entries={offered} verb={texts.add} act={(id) => choose([...chosen, id])} />
      {chosen.length > 0 && (
        <>
          <h3>{texts.added}</h3>
          <Entries
            entries={chosen.flatMap((id) => seen.get(id) ?? [])}
            verb={texts.remove}
            act={(id) => choose(chosen.filter((other) => other !== id))}
          />
        </>
      )}
    </div>
  )
}

interface EntriesProps {
  readonly entries: readonly Entry[]
  readonly verb: string
  readonly act: (id: string) => void
}

function Entries({ entries, verb, act }: EntriesProps) {
  if (entries.length === 0) return null
  return (
    <ul className="rows">
      {entries.map(({ id, text, mark }) => (
        <li key={id}>
          <span>
            {text} <Unconfirmed mark={mark} />
          </span>
          <button className="text-button" type="button" onClick={() => act(id)}>
            {verb} <span className="visually-hidden">{text}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}
