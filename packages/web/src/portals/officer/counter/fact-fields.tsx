/**
 * What has to be known of a matter before it is received, because it decides which papers are asked for.
 */

import { Radio, Select } from 'antd'
import { useApi } from '../../../api/use-api.ts'
import { counterTexts as texts } from '../../../texts/counter-zh-cn.ts'
import { LineField } from '../department/acts/act-fields.tsx'

/** Facts by name. */
export type Facts = Readonly<Record<string, string | number | boolean>>

interface FactFieldsProps {
  readonly service: string
  readonly facts: Facts
  readonly onChange: (facts: Facts) => void
}

export function FactFields({ service, facts, onChange }: FactFieldsProps) {
  const reading = useApi('GET /api/services/:id/opening', { params: { id: service } })
  if (reading.state !== 'ready' || reading.value.questions.length === 0) return null
  const set = (id: string, value: string | number | boolean) => onChange({ ...facts, [id]: value })
  return (
    <fieldset className="fact-fields">
      <legend>{texts.facts}</legend>
      {reading.value.questions.map(({ id, question, type, choices }) => {
        const label = question['zh-CN'] ?? id
        if (type === 'boolean')
          return (
            <div key={id} className="fact">
              <span>{label}</span>
              <Radio.Group
                aria-label={label}
                value={facts[id]}
                onChange={({ target }) => set(id, target.value as boolean)}
                options={[
                  { value: true, label: texts.yes },
                  { value: false, label: texts.no },
                ]}
              />
            </div>
          )
        if (type === 'number')
          return (
            <LineField
              key={id}
              id={`fact-${id}`}
              type="number"
              label={label}
              value={String(facts[id] ?? '')}
              onChange={(text) => set(id, Number(text))}
            />
          )
        return (
          <div key={id} className="act-field">
            <label htmlFor={`fact-${id}`}>{label}</label>
            <Select
              id={`fact-${id}`}
              className="long-select"
              options={choices.map(({ value, name }) => ({ value, label: name['zh-CN'] ?? value }))}
              value={facts[id] === undefined ? null : String(facts[id])}
              onChange={(value) => set(id, value ?? '')}
            />
          </div>
        )
      })}
    </fieldset>
  )
}
