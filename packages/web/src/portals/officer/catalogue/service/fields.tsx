/**
 * Fields of the form: each writes one value of the service and shows what is wrong with it.
 */

import { Checkbox, Input, Select } from 'antd'
import { createContext, type ReactNode, useContext, useId } from 'react'
import { catalogueTexts } from '../../../../texts/catalogue-zh-cn.ts'
import { type Plain, type PlainPath, textAt, textOrNothing, valueAt, withValue } from './plain-edit.ts'
import type { ReadService, SavedService } from './use-service-draft.ts'

/** The form that the fields stand in. */
export interface ServiceForm {
  readonly id: string
  readonly service: Plain
  readonly findings: SavedService['findings']
  readonly choices: ReadService['choices']
  /** whether nothing may be changed now */
  readonly isLocked: boolean
  readonly set: (path: PlainPath, value: unknown) => void
}

const Form = createContext<ServiceForm | undefined>(undefined)

/** Gives the form to the fields in it. */
export const FormProvider = Form.Provider

/** The form a field stands in. */
export function useForm(): ServiceForm {
  const form = useContext(Form)
  if (form === undefined) throw new Error('a field of a service stands in a form')
  return form
}

/** A form over the service as it was typed. */
export function formOver(
  parts: Omit<ServiceForm, 'set'>,
  write: (typed: { readonly service: Plain }) => void,
): ServiceForm {
  return { ...parts, set: (path, value) => write({ service: withValue(parts.service, path, value) }) }
}

/** What was found, in words. */
export function findingText(code: string): string {
  return catalogueTexts.findings[code] ?? catalogueTexts.otherFinding
}

/** What is wrong exactly here; `below` as well with everything beneath. */
export function Faults({ path, below = false }: { readonly path: PlainPath; readonly below?: boolean }) {
  const { id, findings } = useForm()
  const here = findings.filter(
    (finding) =>
      finding.service === id &&
      (below || finding.path.length === path.length) &&
      path.every((part, place) => finding.path[place] === part),
  )
  if (here.length === 0) return null
  const said = [...new Set(here.map(({ code }) => findingText(code)))]
  return (
    <span className="field-fault" role="status">
      ◆ {said.join('；')}
    </span>
  )
}

interface LabelledProps {
  readonly label: string
  readonly path: PlainPath
  /** what is wrong is said by the row that the field stands in */
  readonly isQuiet?: boolean
  readonly below?: boolean
  readonly className?: string
  readonly children: (id: string) => ReactNode
}

function Labelled({ label, path, isQuiet, below = false, className = '', children }: LabelledProps) {
  const id = useId()
  return (
    <div className={`plain-field ${className}`}>
      <label htmlFor={id}>{label}</label>
      {children(id)}
      {isQuiet !== true && <Faults path={path} below={below} />}
    </div>
  )
}

interface FieldProps {
  readonly label: string
  readonly path: PlainPath
  readonly isQuiet?: boolean
  readonly className?: string
}

export function TextField({ rows, ...props }: FieldProps & { readonly rows?: number }) {
  const { service, isLocked, set } = useForm()
  const given = {
    value: textAt(service, props.path),
    disabled: isLocked,
    onChange: ({ target }: { readonly target: { readonly value: string } }) =>
      set(props.path, textOrNothing(target.value)),
  }
  return (
    <Labelled {...props}>
      {(id) =>
        rows === undefined ? <Input id={id} {...given} /> : <Input.TextArea id={id} rows={rows} {...given} />
      }
    </Labelled>
  )
}

export function NumberField(props: FieldProps) {
  const { service, isLocked, set } = useForm()
  return (
    <Labelled {...props}>
      {(id) => (
        <Input
          id={id}
          type="number"
          min={0}
          value={textAt(service, props.path)}
          disabled={isLocked}
          onChange={({ target }) => set(props.path, target.value === '' ? undefined : Number(target.value))}
        />
      )}
    </Labelled>
  )
}

/** One of a few words. */
export function WordField({
  options,
  ...props
}: FieldProps & { readonly options: Readonly<Record<string, string>> }) {
  const { service, isLocked, set } = useForm()
  const value = textAt(service, props.path)
  return (
    <Labelled {...props}>
      {(id) => (
        <Select
          id={id}
          {...(value !== '' && { value })}
          disabled={isLocked}
          options={Object.entries(options).map(([word, label]) => ({ value: word, label }))}
          onChange={(word: string) => set(props.path, word)}
        />
      )}
    </Labelled>
  )
}

interface Named {
  readonly id: string
  readonly name: string
}

/** One of many ids, found by name. */
export function IdField({ among, ...props }: FieldProps & { readonly among: readonly Named[] }) {
  const { service, isLocked, set } = useForm()
  const value = textAt(service, props.path)
  return (
    <Labelled {...props}>
      {(id) => (
        <Select
          id={id}
          showSearch={{ optionFilterProp: 'label' }}
          {...(value !== '' && { value })}
          disabled={isLocked}
          options={optionsOf(among)}
          onChange={(chosen: string) => set(props.path, chosen)}
        />
      )}
    </Labelled>
  )
}

interface IdsFieldProps extends FieldProps {
  readonly among: readonly Named[]
  readonly value: readonly string[]
  readonly onChange: (ids: readonly string[]) => void
}

/** Several of many ids. */
export function IdsField({ among, value, onChange, ...props }: IdsFieldProps) {
  const { isLocked } = useForm()
  return (
    <Labelled {...props} below>
      {(id) => (
        <Select
          id={id}
          mode="multiple"
          showSearch={{ optionFilterProp: 'label' }}
          value={[...value]}
          disabled={isLocked}
          options={optionsOf(among)}
          onChange={(ids: string[]) => onChange(ids)}
        />
      )}
    </Labelled>
  )
}

function optionsOf(among: readonly Named[]) {
  return among.map(({ id, name }) => ({ value: id, label: name === id ? id : `${name} ${id}` }))
}

/** True or left out. */
export function TruthField({ label, path }: FieldProps) {
  const { service, isLocked, set } = useForm()
  return (
    <div className="plain-field truth">
      <Checkbox
        checked={valueAt(service, path) === true}
        disabled={isLocked}
        onChange={({ target }) => set(path, target.checked || undefined)}
      >
        {label}
      </Checkbox>
      <Faults path={path} />
    </div>
  )
}
