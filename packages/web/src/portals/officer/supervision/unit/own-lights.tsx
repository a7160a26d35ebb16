/**
 * The pressing lights of a unit's projects, and its right to reply before the month is reported.
 */

import { useState } from 'react'
import { type CallOutput, call } from '../../../../api/call.ts'
import { useApi } from '../../../../api/use-api.ts'
import { supervisionTexts } from '../../../../texts/supervision-zh-cn.ts'
import { Light } from '../../../../ui/light.tsx'
import { Awaited } from '../../../../ui/reading.tsx'
import { useCaseAct } from '../../case-parts/use-case-act.ts'
import { Submit, WordsField } from '../../department/acts/act-fields.tsx'
import { colourOf } from '../../lights/supervised.ts'

const texts = supervisionTexts.unit
type Row = CallOutput<'GET /api/supervision/own-lights'>['rows'][number]

export function OwnLights({ isHead }: { readonly isHead: boolean }) {
  const reading = useApi('GET /api/supervision/own-lights')
  const { again } = reading
  return (
    <section className="light-section">
      <h2>{texts.lights}</h2>
      <p className="supervision-hint">{texts.lightsLead}</p>
      <Awaited reading={reading}>
        {({ rows }) =>
          rows.length === 0 ? (
            <p className="light-empty">{texts.noLights}</p>
          ) : (
            rows.map((row) => (
              <article key={row.id} className={`light-order ${row.light}`}>
                <header>
                  <strong>{row.name}</strong>
                  <Light colour={colourOf(row.light)}>{row.lightName}</Light>
                </header>
                <p>{row.sentence}</p>
                {row.statement !== null && (
                  <p>
                    {texts.said}：{row.statement.words}
                  </p>
                )}
                {isHead && <StateForm row={row} again={again} />}
              </article>
            ))
          )
        }
      </Awaited>
    </section>
  )
}

function StateForm({ row: { id, light, nodes }, again }: { readonly row: Row; readonly again: () => void }) {
  const [words, setWords] = useState('')
  const act = useCaseAct()
  const node = nodes.find((one) => one.light === light && one.doneOn === null)?.node
  if (node === undefined) return null
  async function state(at: string) {
    const done = await act.run(() =>
      call('POST /api/supervision/projects/:id/nodes/:node/statements', {
        params: { id, node: at },
        body: { words },
      }),
    )
    if (done === undefined) return
    setWords('')
    again()
  }
  return (
    <>
      <WordsField id={`state-${id}`} label={texts.stateField} rows={2} value={words} onChange={setWords} />
      <Submit
        act={act}
        label={texts.state}
        disabled={words.trim().length < 2}
        onSubmit={() => void state(node)}
      />
    </>
  )
}
