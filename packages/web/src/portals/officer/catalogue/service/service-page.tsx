/**
 * One service: the form or its text on the left, what is wrong and what differs on the right.
 */

import { Button, Segmented } from 'antd'
import { useState } from 'react'
import { call } from '../../../../api/call.ts'
import { useApi } from '../../../../api/use-api.ts'
import { catalogueTexts } from '../../../../texts/catalogue-zh-cn.ts'
import { clockText } from '../../../../ui/moment.ts'
import { ProblemNotice } from '../../../../ui/problem-notice.tsx'
import { Awaited } from '../../../../ui/reading.tsx'
import { BusyButton } from '../../case-parts/busy-button.tsx'
import { useCaseAct } from '../../case-parts/use-case-act.ts'
import { Framed, StaffDetailPage } from '../../staff-page.tsx'
import type { NameOf } from '../change-list.tsx'
import { FormProvider, formOver } from './fields.tsx'
import { listAt, textAt } from './plain-edit.ts'
import { ServiceFields } from './service-form.tsx'
import { ChangesPanel, FindingsPanel } from './service-side.tsx'
import { TextEditor } from './text-editor.tsx'
import { type ReadService, type ServiceDraft, useServiceDraft } from './use-service-draft.ts'

const texts = catalogueTexts.service

export function ServicePage({ id }: { readonly id: string }) {
  const reading = useApi('GET /api/catalogue/draft/services/:id', { params: { id } })
  const desk = useApi('GET /api/catalogue/draft')
  if (reading.state !== 'ready' || desk.state !== 'ready')
    return (
      <Framed>
        <Awaited reading={reading.state === 'ready' ? desk : reading}>{() => null}</Awaited>
      </Framed>
    )
  const base = desk.value.draft?.base ?? desk.value.newest.number
  // read anew, the editor begins anew with what was read
  const key = `${String(reading.value.revision)} ${reading.value.state}`
  return <Editor key={key} id={id} read={reading.value} base={base} again={reading.again} />
}

interface EditorProps {
  readonly id: string
  readonly read: ReadService
  /** number of the version the draft rests on, or is to rest on */
  readonly base: number
  readonly again: () => void
}

function Editor({ id, read, base, again }: EditorProps) {
  const draft = useServiceDraft(id, read)
  const [mode, setMode] = useState<'form' | 'text'>('form')
  const { choices, state } = read
  const nameOf = namesIn(choices)
  const { findings } = draft.saved
  const isLocked = state !== 'open'
  const form = formOver({ id, service: draft.service, findings, choices, isLocked }, draft.write)
  return (
    <StaffDetailPage
      title={textAt(draft.service, ['name', 'zh-CN']) || id}
      back={{ href: '/work/catalogue', label: texts.back }}
      state={<SaveState draft={draft} />}
      facts={factsOf(id, draft, nameOf)}
      left={
        <>
          {state === 'none' && <BeginBar base={base} again={again} />}
          {state === 'proposed' && <p className="staff-panel">{texts.locked}</p>}
          <Refused draft={draft} again={again} />
          <div className="edit-mode">
            <Segmented
              aria-label={texts.mode}
              options={(['form', 'text'] as const).map((value) => ({ value, label: texts.modes[value] }))}
              value={mode}
              onChange={setMode}
            />
          </div>
          {mode === 'text' ? (
            <TextEditor draft={draft} isLocked={isLocked} />
          ) : (
            <FormProvider value={form}>
              <div onBlur={draft.flush}>
                <ServiceFields />
              </div>
            </FormProvider>
          )}
        </>
      }
      right={
        <>
          <FindingsPanel id={id} findings={findings} nameOf={nameOf} />
          <ChangesPanel base={base} saved={draft.saved} nameOf={nameOf} />
        </>
      }
      rightStays
    />
  )
}

function namesIn(choices: ReadService['choices']): NameOf {
  const { authorities, services, evidence, outputs, statutes, attributes } = choices
  const names = new Map(
    [authorities, services, evidence, outputs, statutes, attributes].flat().map(({ id, name }) => [id, name]),
  )
  return (id) => names.get(id) ?? id
}

function factsOf(id: string, { service, saved }: ServiceDraft, nameOf: NameOf) {
  const { findings, changes } = saved
  const own = findings.filter((finding) => finding.service === id).length
  const { facts } = texts
  return [
    { label: facts.id, value: id },
    { label: facts.stage, value: textAt(service, ['stage']) },
    { label: facts.authority, value: nameOf(String(listAt(service, ['authorities'])[0] ?? '')) },
    { label: facts.changed, value: texts.changes(changes.length) },
    {
      label: facts.findings,
      value: own === 0 ? catalogueTexts.draft.noFindings : catalogueTexts.list.faults(own),
    },
  ]
}

function SaveState({ draft: { state, savedAt } }: { readonly draft: ServiceDraft }) {
  const said = {
    clean: '',
    unsaved: texts.unsaved,
    saving: texts.saving,
    saved: savedAt === undefined ? '' : texts.saved(clockText(savedAt.toISOString())),
    refused: texts.refused,
  }
  return (
    <span className={`save-state ${state}`} role="status">
      {said[state]}
    </span>
  )
}

/** A refusal that is not about a line of the text, and the way on. */
function Refused({
  draft: { refusal },
  again,
}: {
  readonly draft: ServiceDraft
  readonly again: () => void
}) {
  if (refusal === undefined || refusal.code === 'text-not-readable') return null
  return (
    <>
      <ProblemNotice problem={refusal} />
      <p>
        <Button onClick={again}>{texts.reload}</Button>
      </p>
    </>
  )
}

function BeginBar({ base, again }: Pick<EditorProps, 'base' | 'again'>) {
  const act = useCaseAct()
  async function begin() {
    const begun = await act.run(() => call('POST /api/catalogue/draft', { body: { restores: null } }))
    if (begun !== undefined) again()
  }
  return (
    <div className="staff-panel begin-bar">
      <p>{texts.reading(base)}</p>
      <BusyButton type="primary" busy={act.busy} onClick={() => void begin()}>
        {catalogueTexts.draft.begin}
      </BusyButton>
      <ProblemNotice problem={act.refusal} />
    </div>
  )
}
