/**
 * What a unit applied for: that errors made in good faith be tolerated.
 */

import { useState } from 'react'
import { call } from '../../../../api/call.ts'
import { useApi } from '../../../../api/use-api.ts'
import { conductTexts as texts } from '../../../../texts/conduct-zh-cn.ts'
import { supervisionTexts } from '../../../../texts/supervision-zh-cn.ts'
import { Awaited } from '../../../../ui/reading.tsx'
import { useCaseAct } from '../../case-parts/use-case-act.ts'
import { LineField, Submit, WordsField } from '../../department/acts/act-fields.tsx'
import { ConductSheet } from '../conduct/conduct-sheet.tsx'
import { Folded } from '../fields.tsx'

export function OwnTolerance() {
  const reading = useApi('GET /api/supervision/conduct')
  const { again } = reading
  return (
    <section className="light-section">
      <h2>{texts.tabs.tolerance}</h2>
      <p className="supervision-hint">{texts.applyLead}</p>
      <Folded label={texts.apply} hide={supervisionTexts.tasks.hide}>
        {(fold) => (
          <Apply
            onDone={() => {
              fold()
              again()
            }}
          />
        )}
      </Folded>
      <Awaited reading={reading}>
        {({ matters }) => (
          <div className="own-tolerance">
            {matters.map((one) => (
              <ConductSheet key={one.id} one={one} again={again} />
            ))}
          </div>
        )}
      </Awaited>
    </section>
  )
}

function Apply({ onDone }: { readonly onDone: () => void }) {
  const [about, setAbout] = useState('')
  const [facts, setFacts] = useState('')
  const act = useCaseAct()
  async function apply() {
    const done = await act.run(() => call('POST /api/supervision/tolerance', { body: { about, facts } }))
    if (done !== undefined) onDone()
  }
  return (
    <>
      <LineField id="tolerance-about" label={texts.about} value={about} onChange={setAbout} />
      <WordsField id="tolerance-facts" label={texts.facts.tolerance} value={facts} onChange={setFacts} />
      <Submit
        act={act}
        label={texts.create}
        disabled={about.trim().length < 2 || facts.trim().length < 2}
        onSubmit={() => void apply()}
      />
    </>
  )
}
