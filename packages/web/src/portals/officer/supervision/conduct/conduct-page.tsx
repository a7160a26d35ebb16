/**
 * Tolerance, clearing and false accusations: one page, a tab for each of the three procedures.
 */

import { Segmented } from 'antd'
import { useState } from 'react'
import { useSearchParams } from 'wouter'
import { type CallOutput, call } from '../../../../api/call.ts'
import { useApi } from '../../../../api/use-api.ts'
import { useNews } from '../../../../api/use-news.ts'
import { conductTexts as texts } from '../../../../texts/conduct-zh-cn.ts'
import { supervisionTexts } from '../../../../texts/supervision-zh-cn.ts'
import { Awaited } from '../../../../ui/reading.tsx'
import { useCaseAct } from '../../case-parts/use-case-act.ts'
import { LineField, Submit, WordsField } from '../../department/acts/act-fields.tsx'
import { StaffListPage } from '../../staff-page.tsx'
import { Folded, Pick } from '../fields.tsx'
import { SupervisionTabs } from '../supervision-tabs.tsx'
import { ConductSheet } from './conduct-sheet.tsx'

const kinds = ['tolerance', 'clearing', 'false-accusation'] as const
type Units = CallOutput<'GET /api/supervision/conduct'>['units']

export function ConductPage() {
  const [query, setQuery] = useSearchParams()
  const kind = kinds.find((one) => one === query.get('kind')) ?? 'tolerance'
  const reading = useApi('GET /api/supervision/conduct')
  const { again } = reading
  useNews(['supervision.changed'], again)
  return (
    <StaffListPage title={texts.title} lead={texts.lead} tools={<SupervisionTabs />}>
      <Awaited reading={reading}>
        {({ matters, units }) => (
          <>
            <div className="staff-tools in-list">
              <Segmented
                aria-label={texts.title}
                name="kind"
                options={kinds.map((value) => ({
                  value,
                  label: `${texts.tabs[value]} ${matters.filter((one) => one.kind === value).length}`,
                }))}
                value={kind}
                onChange={(next) => setQuery({ kind: next }, { replace: true })}
              />
              {kind !== 'tolerance' && (
                <Folded label={texts.open} hide={supervisionTexts.tasks.hide}>
                  {(fold) => (
                    <OpenForm
                      key={kind}
                      kind={kind}
                      units={units}
                      onDone={() => {
                        fold()
                        again()
                      }}
                    />
                  )}
                </Folded>
              )}
            </div>
            <div className="supervision-sheets">
              {!matters.some((one) => one.kind === kind) && (
                <p className="light-empty">{texts.empty[kind]}</p>
              )}
              {matters
                .filter((one) => one.kind === kind)
                .map((one) => (
                  <ConductSheet key={one.id} one={one} again={again} />
                ))}
            </div>
          </>
        )}
      </Awaited>
    </StaffListPage>
  )
}

interface OpenProps {
  readonly kind: 'clearing' | 'false-accusation'
  readonly units: Units
  readonly onDone: () => void
}

function OpenForm({ kind, units, onDone }: OpenProps) {
  const [draft, setDraft] = useState({ about: '', unit: '', facts: '' })
  const act = useCaseAct()
  const change = (part: Partial<typeof draft>) => setDraft({ ...draft, ...part })
  async function create() {
    const done = await act.run(() => call('POST /api/supervision/conduct', { body: { kind, ...draft } }))
    if (done !== undefined) onDone()
  }
  return (
    <>
      <div className="supervision-columns">
        <LineField
          id="conduct-about"
          label={texts.about}
          value={draft.about}
          onChange={(about) => change({ about })}
        />
        <Pick
          label={texts.unit}
          none={supervisionTexts.tasks.choose}
          value={draft.unit}
          options={units}
          onChange={(unit) => change({ unit })}
        />
      </div>
      <WordsField
        id="conduct-facts"
        label={texts.facts[kind]}
        value={draft.facts}
        onChange={(facts) => change({ facts })}
      />
      <Submit
        act={act}
        label={texts.create}
        disabled={draft.unit === '' || draft.about.trim().length < 2 || draft.facts.trim().length < 2}
        onSubmit={() => void create()}
      />
    </>
  )
}
