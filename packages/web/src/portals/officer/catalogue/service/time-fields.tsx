/**
 * A time limit: how many of which days, where that was found, and how sure it is.
 */

import { catalogueTexts } from '../../../../texts/catalogue-zh-cn.ts'
import { Faults, NumberField, TextField, WordField } from './fields.tsx'
import type { PlainPath } from './plain-edit.ts'

const texts = catalogueTexts.service

export function TimeFields({ title, path }: { readonly title: string; readonly path: PlainPath }) {
  return (
    <fieldset className="plain-row time">
      <legend>{title}</legend>
      <NumberField label={texts.value} path={[...path, 'value']} className="narrow" isQuiet />
      <WordField
        label={texts.unit}
        path={[...path, 'unit']}
        options={catalogueTexts.units}
        className="unit"
      />
      <SourceFields path={path} isQuiet />
      <Faults path={path} below />
    </fieldset>
  )
}

interface SourceFieldsProps {
  readonly path: PlainPath
  readonly isQuiet?: boolean
}

/** Where something was found, and how sure that is. */
export function SourceFields({ path, isQuiet = false }: SourceFieldsProps) {
  return (
    <>
      <TextField label={texts.source} path={[...path, 'source']} className="wide-field" isQuiet={isQuiet} />
      <WordField
        label={texts.mark}
        path={[...path, 'mark']}
        options={catalogueTexts.marks}
        className="unit"
      />
    </>
  )
}
