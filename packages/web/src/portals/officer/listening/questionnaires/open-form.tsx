/**
 * Opening a round: which questionnaire, until when, how many answers of each group.
 */

import { Checkbox, InputNumber, Radio } from 'antd'
import { useState } from 'react'
import { type CallOutput, call } from '../../../../api/call.ts'
import { questionnaireDeskTexts as texts } from '../../../../texts/questionnaire-desk-zh-cn.ts'
import { today } from '../../../../ui/moment.ts'
import { useCaseAct } from '../../case-parts/use-case-act.ts'
import { LineField, Submit } from '../../department/acts/act-fields.tsx'

interface OpenFormProps {
  readonly desk: CallOutput<'GET /api/questionnaires'>
  readonly onDone: (id: string) => void
}

/** by group, as far as somebody has changed it; null where the field is empty */
type Places = Readonly<Record<string, number | null>>

const usualPlaces = 30
const mostPlaces = 2000

function placesOf(places: Places, group: string): number | null {
  const count = places[group]
  return count === undefined ? usualPlaces : count
}

export function OpenForm({ desk, onDone }: OpenFormProps) {
  const { questionnaires, groupings, invitedForEachPlace, isOpenLinkAllowed } = desk
  const [questionnaire, setQuestionnaire] = useState(questionnaires[0]?.id ?? '')
  const [grouping, setGrouping] = useState(groupings[0]?.id ?? '')
  const [places, setPlaces] = useState<Places>({})
  const [until, setUntil] = useState('')
  const [hasOpenLink, setOpenLink] = useState(isOpenLinkAllowed)
  const act = useCaseAct()
  const groups = groupings.find(({ id }) => id === grouping)?.groups ?? []
  const quotas = groups.flatMap(({ id }) => {
    const count = placesOf(places, id) ?? 0
    return count < 1 ? [] : [{ group: id, places: count }]
  })
  async function open() {
    const body = { questionnaire, grouping, quotas, until, hasOpenLink }
    const done = await act.run(() => call('POST /api/questionnaires', { body }))
    if (done !== undefined) onDone(done.id)
  }
  return (
    <section className="listening-form" aria-label={texts.open}>
      <div className="call-line">
        <Among
          label={texts.which}
          value={questionnaire}
          among={questionnaires.map(({ id, name, questions }) => ({
            value: id,
            label: `${name['zh-CN']}（${texts.questions(questions)}）`,
          }))}
          onChange={setQuestionnaire}
        />
        <Among
          label={texts.grouping}
          value={grouping}
          among={groupings.map(({ id, name }) => ({ value: id, label: name['zh-CN'] }))}
          onChange={setGrouping}
        />
        <LineField id="round-until" type="date" label={texts.until} value={until} onChange={setUntil} />
      </div>
      <PlaceFields groups={groups} places={places} onChange={setPlaces} />
      {isOpenLinkAllowed && (
        <Checkbox checked={hasOpenLink} onChange={({ target }) => setOpenLink(target.checked)}>
          {texts.openLink}
        </Checkbox>
      )}
      <p className="staff-lead">{texts.factor(invitedForEachPlace)}</p>
      <Submit
        act={act}
        label={texts.openNow}
        disabled={until < today() || quotas.length === 0}
        onSubmit={() => void open()}
      />
    </section>
  )
}

interface PlaceFieldsProps {
  readonly groups: OpenFormProps['desk']['groupings'][number]['groups']
  readonly places: Places
  readonly onChange: (places: Places) => void
}

function PlaceFields({ groups, places, onChange }: PlaceFieldsProps) {
  return (
    <div className="call-line">
      {groups.map(({ id, name }) => (
        <div className="act-field" key={id}>
          <label htmlFor={`places-${id}`}>{texts.places(name['zh-CN'])}</label>
          <InputNumber
            id={`places-${id}`}
            min={0}
            max={mostPlaces}
            precision={0}
            value={placesOf(places, id)}
            onChange={(count) => onChange({ ...places, [id]: count })}
          />
        </div>
      ))}
    </div>
  )
}

interface AmongProps {
  readonly label: string
  readonly value: string
  readonly among: readonly { readonly value: string; readonly label: string }[]
  readonly onChange: (value: string) => void
}

function Among({ label, value, among, onChange }: AmongProps) {
  return (
    <div className="act-field">
      <span className="field-name">{label}</span>
      <Radio.Group
        aria-label={label}
        optionType="button"
        value={value}
        onChange={({ target }) => onChange(target.value as string)}
        options={[...among]}
      />
    </div>
  )
}
