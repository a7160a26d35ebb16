/**
 * The business scope: plain words in, standard wording out; the first entry names the trade.
 */

import { type FormEvent, useState } from 'react'
import { type CallOutput, call } from '../../../api/call.ts'
import { useRegistrationTexts } from '../../../texts/use-registration-texts.ts'
import { Unconfirmed } from '../../../ui/unconfirmed.tsx'
import { Words } from '../../../ui/words.tsx'
import { faultOf, type StepProps } from './step-props.ts'

type Entry = CallOutput<'GET /api/registration/scope'>['entries'][number]

export function ScopeStep({ open, faults }: StepProps) {
  const { scope: texts } = useRegistrationTexts()
  const [words, setWords] = useState('')
  const [found, setFound] = useState<readonly Entry[]>()
  const [known, setKnown] = useState<ReadonlyMap<string, Wording>>(
    new Map(open.application.scopeEntries.map((entry) => [entry.id, entry])),
  )
  const { entryIds: chosen = [], own = [] } = open.answers.scope ?? {}
  const write = (part: { entryIds?: string[]; own?: string[] }) =>
    open.change({ scope: { entryIds: chosen, own, ...part } })
  const fault = faultOf(faults, 'scope') ?? faults.find(({ field }) => field.startsWith('scope.'))?.text

  async function search(event: FormEvent) {
    event.preventDefault()
    const answer = await call('GET /api/registration/scope', { query: { words } })
    if (answer.ok) setFound(answer.value.entries)
  }
  function add(entry: Entry) {
    setKnown(new Map([...known, [entry.id, entry]]))
    if (!chosen.includes(entry.id)) write({ entryIds: [...chosen, entry.id] })
  }
  return (
    <>
      <form
        className={fault === undefined ? 'field' : 'field wrong'}
        role="search"
        onSubmit={(event) => void search(event)}
      >
        <label htmlFor="scope">{texts.label}</label>
        <span className="hint">{texts.hint}</span>
        {fault !== undefined && (
          <span className="fault">
            <Words>{fault}</Words>
          </span>
        )}
        <div className="search">
          <input
            className="input"
            id="scope"
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
          <button className="button quiet" type="submit">
            {texts.search}
          </button>
        </div>
      </form>
      <div aria-live="polite">
        {found !== undefined && <Found entries={found} chosen={chosen} add={add} />}
        {found !== undefined && <OwnWording words={words.trim()} own={own} write={write} />}
      </div>
      <Chosen chosen={chosen} own={own} known={known} write={write} />
    </>
  )
}

interface Wording {
  readonly text: string
  readonly gloss: string | null
  /** none for words of one's own */
  readonly mark?: Entry['mark']
}

type Write = (part: { entryIds?: string[]; own?: string[] }) => void

interface OwnWordingProps {
  readonly words: string
  readonly own: readonly string[]
  readonly write: Write
}

/** Takes the words as they are, for a registrar to look at. */
function OwnWording({ words, own, write }: OwnWordingProps) {
  const { scope: texts } = useRegistrationTexts()
  if (words === '' || own.includes(words)) return null
  return (
    <p>
      <button className="text-button" type="button" onClick={() => write({ own: [...own, words] })}>
        {texts.ownAdd} <Words>{words}</Words>
      </button>{' '}
      <small className="hint">{texts.ownHint}</small>
    </p>
  )
}

interface ChosenProps {
  readonly chosen: readonly string[]
  readonly own: readonly string[]
  readonly known: ReadonlyMap<string, Wording>
  readonly write: Write
}

function Chosen({ chosen, own, known, write }: ChosenProps) {
  const { scope: texts } = useRegistrationTexts()
  if (chosen.length + own.length === 0) return null
  return (
    <>
      <h2>{texts.added}</h2>
      <p className="hint">{texts.main}</p>
      <ol className="rows">
        {chosen.map((id) => (
          <ChosenLine
            key={id}
            wording={known.get(id) ?? { text: id, gloss: null }}
            remove={() => write({ entryIds: chosen.filter((other) => other !== id) })}
          />
        ))}
        {own.map((line) => (
          <ChosenLine
            key={`own ${line}`}
            wording={{ text: line, gloss: null }}
            hint={texts.ownHint}
            remove={() => write({ own: own.filter((other) => other !== line) })}
          />
        ))}
      </ol>
    </>
  )
}

interface ChosenLineProps {
  readonly wording: Wording
  readonly hint?: string
  readonly remove: () => void
}

function ChosenLine({ wording: { text, gloss, mark }, hint, remove }: ChosenLineProps) {
  const { scope: texts } = useRegistrationTexts()
  const words = <Words gloss={gloss}>{text}</Words>
  return (
    <li>
      <span>
        {words} <Unconfirmed mark={mark} />
        {hint !== undefined && <small className="hint">{hint}</small>}
      </span>
      <button className="text-button" type="button" onClick={remove}>
        {texts.remove} <span className="visually-hidden">{words}</span>
      </button>
    </li>
  )
}

interface FoundProps {
  readonly entries: readonly Entry[]
  readonly chosen: readonly string[]
  readonly add: (entry: Entry) => void
}

function Found({ entries, chosen, add }: FoundProps) {
  const { scope: texts } = useRegistrationTexts()
  if (entries.length === 0) return <p className="notice near">{texts.none}</p>
  const permits = { none: '', prior: texts.prior, later: texts.later }
  return (
    <ul className="rows">
      {entries.map((entry) => (
        <li key={entry.id}>
          <span>
            <Words gloss={entry.gloss}>{entry.text}</Words> <Unconfirmed mark={entry.mark} />
            {(entry.permit !== 'none' || entry.sensitive) && (
              <small className="hint">
                {[permits[entry.permit], entry.sensitive ? texts.sensitive : ''].filter(Boolean).join(' · ')}
              </small>
            )}
          </span>
          <button
            className="button quiet"
            type="button"
            disabled={chosen.includes(entry.id)}
            onClick={() => add(entry)}
          >
            {texts.add}{' '}
            <span className="visually-hidden">
              <Words gloss={entry.gloss}>{entry.text}</Words>
            </span>
          </button>
        </li>
      ))}
    </ul>
  )
}
