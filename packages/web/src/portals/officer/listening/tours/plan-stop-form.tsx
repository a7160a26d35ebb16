/**
 * Planning a stop: what is called on, who receives, which half day, who goes. The form stays open for the next one.
 */

import { Radio, Select } from 'antd'
import { useState } from 'react'
import { type CallOutput, call } from '../../../../api/call.ts'
import { toursTexts as texts } from '../../../../texts/tours-zh-cn.ts'
import { today } from '../../../../ui/moment.ts'
import { useCaseAct } from '../../case-parts/use-case-act.ts'
import { LineField, Submit } from '../../department/acts/act-fields.tsx'

type Tour = CallOutput<'GET /api/tours/:id'>
type Kind = Tour['stops'][number]['kind']
type Half = Tour['stops'][number]['half']

interface Draft {
  readonly kind: Kind
  readonly code: string
  readonly place: string
  readonly host: string
  readonly on: string
  readonly half: Half
  readonly goers: readonly string[]
}

interface PlanStopFormProps {
  readonly tour: Tour
  readonly onPlanned: () => void
}

/** What is sent: a park has no code, a project brings its own name. */
function bodyOf({ kind, code, place, goers, ...rest }: Draft) {
  const named = { kind, ...rest, goers: [...goers] }
  if (kind === 'park') return { ...named, place }
  return kind === 'project' ? { ...named, code } : { ...named, code, place }
}

function isWhole({ kind, code, place, host, on, goers }: Draft): boolean {
  const isNamed = kind === 'project' || place.trim().length >= 2
  const isKnown = kind === 'park' || code.trim() !== ''
  return isNamed && isKnown && host.trim().length >= 2 && on !== '' && goers.length > 0
}

/** The first day of the tour that has not passed; where it is over, its last. */
function firstDay({ from, until }: Tour): string {
  const now = today()
  if (now <= from) return from
  return now < until ? now : until
}

export function PlanStopForm({ tour, onPlanned }: PlanStopFormProps) {
  const [draft, setDraft] = useState<Draft>(() => ({
    kind: 'company',
    code: '',
    place: '',
    host: '',
    on: firstDay(tour),
    half: 'morning',
    goers: [],
  }))
  const [said, setSaid] = useState('')
  const act = useCaseAct()
  const change = (part: Partial<Draft>) => {
    setSaid('')
    setDraft((before) => ({ ...before, ...part }))
  }
  async function plan() {
    const done = await act.run(() =>
      call('POST /api/tours/:id/stops', { params: { id: tour.id }, body: bodyOf(draft) }),
    )
    if (done === undefined) return
    setDraft((before) => ({ ...before, code: '', place: '', host: '' }))
    setSaid(texts.planned)
    onPlanned()
  }
  return (
    <section className="listening-form" aria-label={texts.plan}>
      <PlaceFields draft={draft} change={change} />
      <SlotFields tour={tour} draft={draft} change={change} />
      {said !== '' && <p role="status">{said}</p>}
      <Submit act={act} label={texts.save} disabled={!isWhole(draft)} onSubmit={() => void plan()} />
    </section>
  )
}

interface FieldsProps {
  readonly draft: Draft
  readonly change: (part: Partial<Draft>) => void
}

function PlaceFields({ draft: { kind, code, place, host }, change }: FieldsProps) {
  return (
    <>
      <div className="act-field">
        <span className="field-name">{texts.kind}</span>
        <Radio.Group
          aria-label={texts.kind}
          optionType="button"
          value={kind}
          onChange={({ target }) => change({ kind: target.value as Kind })}
          options={(Object.keys(texts.kinds) as Kind[]).map((value) => ({
            value,
            label: texts.kinds[value],
          }))}
        />
      </div>
      <div className="call-line">
        {kind !== 'project' && (
          <LineField
            id="stop-place"
            label={kind === 'park' ? texts.parkName : texts.companyName}
            value={place}
            onChange={(value) => change({ place: value })}
          />
        )}
        {kind !== 'park' && (
          <LineField
            id="stop-code"
            label={kind === 'company' ? texts.companyCode : `${texts.projectNumber}（${texts.projectHint}）`}
            value={code}
            onChange={(value) => change({ code: value })}
          />
        )}
        <LineField
          id="stop-host"
          label={`${texts.host}（${texts.hostHint}）`}
          value={host}
          onChange={(value) => change({ host: value })}
        />
      </div>
    </>
  )
}

function SlotFields({ tour, draft, change }: FieldsProps & Pick<PlanStopFormProps, 'tour'>) {
  return (
    <div className="call-line">
      <LineField
        id="stop-day"
        type="date"
        label={texts.day}
        value={draft.on}
        onChange={(on) => change({ on })}
      />
      <div className="act-field">
        <span className="field-name">{texts.half}</span>
        <Radio.Group
          aria-label={texts.half}
          optionType="button"
          value={draft.half}
          onChange={({ target }) => change({ half: target.value as Half })}
          options={(Object.keys(texts.halves) as Half[]).map((value) => ({
            value,
            label: texts.halves[value],
          }))}
        />
      </div>
      <div className="act-field">
        <label htmlFor="stop-goers">{texts.goers}</label>
        <Select
          id="stop-goers"
          mode="multiple"
          className="wide-field"
          placeholder={texts.chooseGoers}
          optionFilterProp="label"
          value={[...draft.goers]}
          onChange={(goers) => change({ goers })}
          options={peopleOf(tour)}
        />
      </div>
    </div>
  )
}

/** Everybody once, with all departments of the tour that they work for. */
function peopleOf({ people }: Tour) {
  return [...new Set(people.map(({ id }) => id))].map((value) => {
    const held = people.filter(({ id }) => id === value)
    const departments = held.map(({ department }) => department.name['zh-CN']).join('、')
    return { value, label: `${held[0]?.name ?? ''}（${departments}）` }
  })
}
