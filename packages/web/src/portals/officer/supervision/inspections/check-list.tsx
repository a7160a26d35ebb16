/**
 * The list of items: what each came to, who looked, and looking.
 */

import { Radio } from 'antd'
import { useState } from 'react'
import { call } from '../../../../api/call.ts'
import { inspectionsTexts } from '../../../../texts/inspections-zh-cn.ts'
import { Light } from '../../../../ui/light.tsx'
import { momentText } from '../../../../ui/moment.ts'
import { useCaseAct } from '../../case-parts/use-case-act.ts'
import { LineField, Submit } from '../../department/acts/act-fields.tsx'
import type { InspectionShown } from './inspection-shown.ts'

const texts = inspectionsTexts.page
type Item = InspectionShown['items'][number]

interface ListProps {
  readonly shown: InspectionShown
  readonly again: () => void
}

export function CheckList({ shown, again }: ListProps) {
  return (
    <section className="light-section">
      <h2>{texts.items}</h2>
      <ol className="inspection-items">
        {shown.items.map((item) => (
          <li key={item.place}>
            <Result item={item} />
            <div>
              <b>{item.text}</b>
              {item.note !== null && item.at !== null && (
                <p>
                  {item.note}
                  <small>
                    {item.by}　{momentText(item.at)}
                  </small>
                </p>
              )}
              {shown.mayJoin && <CheckItem id={shown.row.id} item={item} again={again} />}
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
}

function Result({ item: { result } }: { readonly item: Item }) {
  if (result === null) return <Light colour="plain">{texts.unchecked}</Light>
  return <Light colour={result === 'sound' ? 'green' : 'red'}>{texts.results[result]}</Light>
}

interface CheckProps {
  readonly id: string
  readonly item: Item
  readonly again: () => void
}

function CheckItem({ id, item, again }: CheckProps) {
  const [result, setResult] = useState<'sound' | 'found'>('sound')
  const [note, setNote] = useState('')
  const act = useCaseAct()
  async function check() {
    const params = { id, place: String(item.place) }
    const done = await act.run(() =>
      call('POST /api/supervision/inspections/:id/items/:place', { params, body: { result, note } }),
    )
    if (done === undefined) return
    setNote('')
    again()
  }
  return (
    <details>
      <summary>{item.result === null ? texts.check : texts.checkAgain}</summary>
      <Radio.Group
        value={result}
        aria-label={item.text}
        options={[
          { value: 'sound', label: texts.results.sound },
          { value: 'found', label: texts.results.found },
        ]}
        onChange={({ target }) => setResult(target.value === 'found' ? 'found' : 'sound')}
      />
      <LineField id={`item-${item.place}`} label={texts.note} value={note} onChange={setNote} />
      <Submit act={act} label={texts.check} disabled={note.trim().length < 2} onSubmit={() => void check()} />
    </details>
  )
}
