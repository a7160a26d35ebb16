/**
 * The fields of a service that people change; all the others are changed in its text.
 */

import { Checkbox, Select } from 'antd'
import type { ReactNode } from 'react'
import { catalogueTexts } from '../../../../texts/catalogue-zh-cn.ts'
import { IdsField, TextField, TruthField, useForm } from './fields.tsx'
import { EvidenceRows, PrerequisiteRows, ProcedureRows } from './list-fields.tsx'
import { listAt, textAt, valueAt } from './plain-edit.ts'
import { SourceFields, TimeFields } from './time-fields.tsx'

const texts = catalogueTexts.service
const { fields } = catalogueTexts

export function ServiceFields() {
  return (
    <>
      <Section title={texts.times}>
        <TimeFields title={fields['committed'] ?? ''} path={['committed']} />
        <TimeFields title={fields['statutory'] ?? ''} path={['statutory']} />
      </Section>
      <Section title={texts.trigger} hint={texts.always}>
        <TriggerFields />
      </Section>
      <Section title={texts.prerequisites} hint={texts.prerequisitesHint}>
        <PrerequisiteRows />
      </Section>
      <Section title={texts.evidence} hint={texts.evidenceHint}>
        <EvidenceRows />
      </Section>
      <Section title={texts.promise}>
        <PromiseFields />
      </Section>
      <Section title={texts.procedures} hint={texts.proceduresHint}>
        <ProcedureRows />
      </Section>
      <Section title={texts.outputs}>
        <OutputFields />
      </Section>
    </>
  )
}

interface SectionProps {
  readonly title: string
  readonly hint?: string
  readonly children: ReactNode
}

function Section({ title, hint, children }: SectionProps) {
  return (
    <section className="staff-panel" aria-label={title}>
      <h2>{title}</h2>
      {hint !== undefined && <p className="section-hint">{hint}</p>}
      {children}
    </section>
  )
}

function TriggerFields() {
  const { service, choices, isLocked, set } = useForm()
  const when = textAt(service, ['when'])
  return (
    <>
      <TextField label={fields['when'] ?? ''} path={['when']} rows={2} className="full-field code" />
      <Select
        aria-label={texts.insert}
        placeholder={texts.insert}
        className="insert-attribute"
        showSearch={{ optionFilterProp: 'label' }}
        value={null}
        disabled={isLocked}
        options={choices.attributes.map(({ id, name }) => ({ value: id, label: `${name} ${id}` }))}
        onChange={(id: string | null) => set(['when'], when === '' ? id : `${when} and ${id}`)}
      />
    </>
  )
}

function OutputFields() {
  const { service, choices, set } = useForm()
  return (
    <IdsField
      label={texts.outputs}
      path={['outputs']}
      among={choices.outputs}
      value={listAt(service, ['outputs']).map(String)}
      onChange={(ids) => set(['outputs'], ids.length === 0 ? undefined : [...ids])}
    />
  )
}

function PromiseFields() {
  const { service, isLocked, set } = useForm()
  const isOffered = valueAt(service, ['byCommitment']) !== undefined
  const hasLimit = valueAt(service, ['makeUp']) !== undefined
  return (
    <>
      {isOffered ? (
        <div className="plain-row">
          <TruthField label={texts.offered} path={['byCommitment', 'offered']} />
          <SourceFields path={['byCommitment']} />
        </div>
      ) : (
        <p>
          <Checkbox
            checked={false}
            disabled={isLocked}
            onChange={() => set(['byCommitment'], { offered: true })}
          >
            {texts.offered}
          </Checkbox>
        </p>
      )}
      <p>
        <Checkbox
          checked={hasLimit}
          disabled={isLocked}
          onChange={() => set(['makeUp'], hasLimit ? undefined : { value: 15, unit: 'working-days' })}
        >
          {texts.makeUp}
        </Checkbox>
      </p>
      {hasLimit && <TimeFields title={fields['makeUp'] ?? ''} path={['makeUp']} />}
    </>
  )
}
