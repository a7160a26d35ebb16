/**
 * Recording something of a node: done, planned anew, not to be counted, late through what.
 */

import { useState } from 'react'
import { call } from '../../../api/call.ts'
import { lightsTexts } from '../../../texts/lights-zh-cn.ts'
import { useCaseAct } from '../case-parts/use-case-act.ts'
import { LineField, Submit } from '../department/acts/act-fields.tsx'
import type { LightRow } from './light-nodes.tsx'

const texts = lightsTexts.page
type Kind = keyof typeof texts.kinds
type Cause = keyof typeof lightsTexts.causes

interface NodeActsProps {
  readonly id: string
  readonly nodes: LightRow['nodes']
  readonly again: () => void
}

interface Draft {
  readonly kind: Kind
  readonly node: string
  readonly day: string
  readonly until: string
  readonly words: string
  readonly cause: Cause
}

function send(id: string, { kind, node, day, until, words, cause }: Draft) {
  const params = { id, node }
  if (kind === 'cause')
    return call('POST /api/supervision/projects/:id/nodes/:node/cause', {
      params,
      body: { cause, note: words },
    })
  if (kind === 'pauses')
    return call('POST /api/supervision/projects/:id/nodes/:node/pauses', {
      params,
      body: { from: day, document: words, ...(until === '' ? {} : { until }) },
    })
  const body = { on: day, document: words }
  return kind === 'done'
    ? call('POST /api/supervision/projects/:id/nodes/:node/done', { params, body })
    : call('POST /api/supervision/projects/:id/nodes/:node/plans', { params, body })
}

export function NodeActs({ id, nodes, again }: NodeActsProps) {
  const open = nodes.filter(({ doneOn }) => doneOn === null)
  const blank: Draft = {
    kind: 'done',
    node: open[0]?.node ?? '',
    day: '',
    until: '',
    words: '',
    cause: 'unclear',
  }
  const [draft, setDraft] = useState(blank)
  const act = useCaseAct()
  // the node that was chosen may be done by now
  const node = open.some((one) => one.node === draft.node) ? draft.node : (open[0]?.node ?? '')
  const shown = { ...draft, node }
  const change = (changed: Partial<Draft>) => setDraft({ ...shown, ...changed })
  if (open.length === 0) return null
  async function record() {
    const done = await act.run<unknown>(() => send(id, shown))
    if (done === undefined) return
    setDraft(blank)
    again()
  }
  return (
    <section className="light-section">
      <h2>{texts.acts}</h2>
      <Fields draft={shown} open={open} change={change} />
      <Submit
        act={act}
        label={texts.record}
        disabled={draft.words.trim().length < 2 || (draft.kind !== 'cause' && draft.day === '')}
        onSubmit={() => void record()}
      />
    </section>
  )
}

interface FieldsProps {
  readonly draft: Draft
  /** nodes that are not done */
  readonly open: LightRow['nodes']
  readonly change: (changed: Partial<Draft>) => void
}

function Fields({ draft, open, change }: FieldsProps) {
  const { kind, node, words } = draft
  const nodes = Object.fromEntries(open.map((one) => [one.node, one.name]))
  return (
    <>
      <Choice
        label={texts.act}
        value={kind}
        options={texts.kinds}
        onChange={(next) => change({ kind: next })}
      />
      <Choice label={texts.node} value={node} options={nodes} onChange={(next) => change({ node: next })} />
      {kind === 'cause' ? (
        <Choice
          label={lightsTexts.cause}
          value={draft.cause}
          options={lightsTexts.causes}
          onChange={(cause) => change({ cause })}
        />
      ) : (
        <DayFields draft={draft} change={change} />
      )}
      <LineField
        id="node-words"
        label={kind === 'cause' ? texts.note : texts.document}
        value={words}
        onChange={(next) => change({ words: next })}
      />
    </>
  )
}

function DayFields({ draft: { kind, day, until }, change }: Omit<FieldsProps, 'open'>) {
  return (
    <>
      <LineField
        id="node-day"
        type="date"
        label={texts.day}
        value={day}
        onChange={(next) => change({ day: next })}
      />
      {kind === 'pauses' && (
        <LineField
          id="node-until"
          type="date"
          label={texts.until}
          value={until}
          onChange={(next) => change({ until: next })}
        />
      )}
    </>
  )
}

interface ChoiceProps<Value extends string> {
  readonly label: string
  readonly value: Value
  readonly options: Readonly<Record<Value, string>>
  readonly onChange: (value: Value) => void
}

/** A native choice: works with a keyboard, a phone and a screen reader as it is. */
export function Choice<Value extends string>({ label, value, options, onChange }: ChoiceProps<Value>) {
  return (
    <label className="act-field light-choice">
      {label}
      <select value={value} onChange={({ target }) => onChange(target.value as Value)}>
        {(Object.keys(options) as Value[]).map((id) => (
          <option key={id} value={id}>
            {options[id]}
          </option>
        ))}
      </select>
    </label>
  )
}
