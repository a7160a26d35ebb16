/**
 * The lists of a service: what must be done before, evidence, special procedures. A row is added at the end and taken away
 * where it stands.
 */

import { Button, Input } from 'antd'
import { type ReactNode, useId } from 'react'
import { catalogueTexts } from '../../../../texts/catalogue-zh-cn.ts'
import { IdField, IdsField, TextField, TruthField, useForm, WordField } from './fields.tsx'
import { listAt, type PlainPath, textAt, textOrNothing, valueAt, withValue } from './plain-edit.ts'
import { prerequisiteIn, prerequisiteOf } from './prerequisite.ts'
import { SourceFields, TimeFields } from './time-fields.tsx'

const texts = catalogueTexts.service

interface RowsProps {
  /** the list */
  readonly path: PlainPath
  /** what one row is called */
  readonly what: string
  /** what a new row begins with */
  readonly fresh: (place: number) => unknown
  readonly children: (path: PlainPath) => ReactNode
}

function Rows({ path, what, fresh, children }: RowsProps) {
  const { service, isLocked, set } = useForm()
  const rows = listAt(service, path)
  return (
    <>
      {rows.map((_, place) => {
        const title = `${what} ${place + 1}`
        return (
          <fieldset key={place} className="plain-row">
            <legend>{title}</legend>
            {children([...path, place])}
            {!isLocked && (
              <Button size="small" className="row-remove" onClick={() => set([...path, place], undefined)}>
                {texts.remove(title)}
              </Button>
            )}
          </fieldset>
        )
      })}
      {!isLocked && (
        <Button size="small" onClick={() => set([...path, rows.length], fresh(rows.length))}>
          {texts.add(what)}
        </Button>
      )}
    </>
  )
}

export function PrerequisiteRows() {
  return (
    <Rows path={['after']} what={texts.prerequisites} fresh={() => ({ anyOf: [] })}>
      {(path) => <PrerequisiteFields path={path} />}
    </Rows>
  )
}

function PrerequisiteFields({ path }: { readonly path: PlainPath }) {
  const { id, service, choices, set } = useForm()
  const before = prerequisiteIn(valueAt(service, path))
  return (
    <>
      <IdsField
        label={catalogueTexts.list.service}
        path={path}
        className="full-field"
        among={choices.services.filter((one) => one.id !== id)}
        value={before.ids}
        onChange={(ids) => set(path, prerequisiteOf({ ...before, ids }))}
      />
      <ReasonField path={path} language="zh-CN" label={texts.reasonZh} />
      <ReasonField path={path} language="en" label={texts.reasonEn} />
    </>
  )
}

interface ReasonFieldProps {
  readonly path: PlainPath
  readonly language: 'zh-CN' | 'en'
  readonly label: string
}

function ReasonField({ path, language, label }: ReasonFieldProps) {
  const { service, isLocked, set } = useForm()
  const id = useId()
  const before = prerequisiteIn(valueAt(service, path))
  const write = (text: string) => {
    const reason = withValue(before.reason ?? {}, [language], textOrNothing(text))
    set(path, prerequisiteOf({ ...before, reason }))
  }
  return (
    <div className="plain-field half-field">
      <label htmlFor={id}>{label}</label>
      <Input
        id={id}
        value={textAt(before.reason, [language])}
        disabled={isLocked}
        onChange={({ target }) => write(target.value)}
      />
    </div>
  )
}

export function EvidenceRows() {
  const { choices } = useForm()
  return (
    <Rows path={['evidence']} what={texts.evidence} fresh={() => ({ source: 'applicant' })}>
      {(path) => (
        <>
          <IdField
            label={texts.evidence}
            path={[...path, 'type']}
            among={choices.evidence}
            className="half-field"
          />
          <WordField
            label={texts.from}
            path={[...path, 'source']}
            options={catalogueTexts.evidenceSources}
            className="unit"
          />
          <TruthField label={catalogueTexts.fields['mayFollow'] ?? ''} path={[...path, 'mayFollow']} />
          <TextField label={texts.condition} path={[...path, 'when']} className="full-field code" />
        </>
      )}
    </Rows>
  )
}

export function ProcedureRows() {
  const fresh = (place: number) => ({ id: `procedure-${place + 1}`, name: {} })
  return (
    <Rows path={['excluded']} what={texts.procedures} fresh={fresh}>
      {(path) => (
        <>
          <TextField label={texts.procedureZh} path={[...path, 'name', 'zh-CN']} className="half-field" />
          <TextField label={texts.procedureEn} path={[...path, 'name', 'en']} className="half-field" />
          <TextField label={texts.condition} path={[...path, 'when']} className="full-field code" />
          <SourceFields path={path} />
          <TimeFields title={catalogueTexts.fields['limit'] ?? ''} path={[...path, 'limit']} />
        </>
      )}
    </Rows>
  )
}
