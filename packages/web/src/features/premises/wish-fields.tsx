/**
 * The boxes of the wishes: what firms ask first stands open, the rest unfolds.
 */

import { fireClasses, type WishField } from '@guanjia/core/premises'
import type { CallOutput } from '../../api/call.ts'
import { usePage } from '../../page.tsx'
import { useSpaceTexts } from './use-space-texts.ts'
import { boxFields, firstBoxes, tickFields, type WishForm } from './wish-query.ts'

type Choices = CallOutput<'GET /api/space/choices'>

interface WishFieldsProps {
  readonly choices: Choices
  readonly form: WishForm
  readonly onChange: (form: WishForm) => void
}

const cleanClasses = ['8', '7', '6', '5']

export function WishFields({ choices, form, onChange }: WishFieldsProps) {
  const texts = useSpaceTexts()
  const { language } = usePage()
  const set = (field: WishField) => (value: string) =>
    onChange({ ...form, values: { ...form.values, [field]: value } })
  const setSoft = (field: WishField) => (isSoft: boolean) =>
    onChange({
      ...form,
      soft: isSoft ? [...form.soft, field] : form.soft.filter((each) => each !== field),
    })
  const box = (field: (typeof boxFields)[number]) => (
    <WishBox
      key={field}
      field={field}
      value={form.values[field] ?? ''}
      isSoft={form.soft.includes(field)}
      onChange={set(field)}
      onSoft={setSoft(field)}
    />
  )
  const list = (field: WishField, options: readonly (readonly [string, string])[]) => (
    <WishList field={field} value={form.values[field] ?? ''} options={options} onChange={set(field)} />
  )
  return (
    <div className="wish-fields">
      {boxFields.filter((field) => firstBoxes.includes(field)).map(box)}
      {list(
        'industry',
        choices.industries.map(({ id, name }) => [id, `${id} ${name[language]}`] as const),
      )}
      <details open={hasMore(form)}>
        <summary>{texts.more}</summary>
        <div className="wish-fields">
          {list(
            'carrier',
            choices.carriers.map(({ id, name }) => [id, name[language]] as const),
          )}
          {boxFields.filter((field) => !firstBoxes.includes(field)).map(box)}
          {list(
            'fire',
            fireClasses.map((name) => [name, name] as const),
          )}
          {list(
            'clean',
            cleanClasses.map((name) => [name, `ISO ${name}`] as const),
          )}
          <Ticks form={form} set={set} />
        </div>
      </details>
    </div>
  )
}

/** Whether something is wished for that is folded away. */
function hasMore({ values }: WishForm): boolean {
  return Object.entries(values).some(
    ([field, value]) => value !== '' && field !== 'industry' && !firstBoxes.some((each) => each === field),
  )
}

interface WishBoxProps {
  readonly field: WishField
  readonly value: string
  readonly isSoft: boolean
  readonly onChange: (value: string) => void
  readonly onSoft: (isSoft: boolean) => void
}

function WishBox({ field, value, isSoft, onChange, onSoft }: WishBoxProps) {
  const texts = useSpaceTexts()
  const [label, unit] = texts.fields[field]
  const id = `wish-${field}`
  const input =
    field === 'available' ? ({ type: 'date' } as const) : ({ type: 'text', inputMode: 'decimal' } as const)
  return (
    <div className="wish-box">
      <label htmlFor={id}>{label}</label>
      <div className="suffix">
        <input
          {...input}
          id={id}
          name={field}
          className="input"
          autoComplete="off"
          value={value}
          onChange={({ target }) => onChange(target.value)}
        />
        {unit !== '' && <span>{unit}</span>}
      </div>
      {value !== '' && (
        <fieldset className="must">
          <legend className="visually-hidden">
            {label} {texts.mustOrTry}
          </legend>
          {[false, true].map((each) => (
            <label key={String(each)}>
              <input
                type="radio"
                name={`must-${field}`}
                checked={isSoft === each}
                onChange={() => onSoft(each)}
              />
              <span>{each ? texts.attempt : texts.must}</span>
            </label>
          ))}
        </fieldset>
      )}
    </div>
  )
}

interface WishListProps {
  readonly field: WishField
  readonly value: string
  readonly options: readonly (readonly [string, string])[]
  readonly onChange: (value: string) => void
}

function WishList({ field, value, options, onChange }: WishListProps) {
  const texts = useSpaceTexts()
  const id = `wish-${field}`
  return (
    <div className="wish-box">
      <label htmlFor={id}>{texts.fields[field][0]}</label>
      <select
        id={id}
        name={field}
        className="input"
        value={value}
        onChange={({ target }) => onChange(target.value)}
      >
        <option value="">{texts.any}</option>
        {options.map(([option, label]) => (
          <option key={option} value={option}>
            {label}
          </option>
        ))}
      </select>
    </div>
  )
}

interface TicksProps {
  readonly form: WishForm
  readonly set: (field: WishField) => (value: string) => void
}

function Ticks({ form, set }: TicksProps) {
  const texts = useSpaceTexts()
  return (
    <fieldset className="wish-ticks">
      <legend>{texts.facilities}</legend>
      {tickFields.map((field) => (
        <label key={field} className="choice">
          <input
            type="checkbox"
            name={field}
            value="yes"
            checked={form.values[field] === 'yes'}
            onChange={({ target }) => set(field)(target.checked ? 'yes' : '')}
          />
          <span>{texts.fields[field][0]}</span>
        </label>
      ))}
    </fieldset>
  )
}
