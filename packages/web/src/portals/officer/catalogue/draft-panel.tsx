/**
 * The versions in force and published last, the draft, and what can be done with it.
 */

import { App } from 'antd'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { call } from '../../../api/call.ts'
import { catalogueTexts } from '../../../texts/catalogue-zh-cn.ts'
import { dayText, momentText } from '../../../ui/moment.ts'
import { ProblemNotice } from '../../../ui/problem-notice.tsx'
import { BusyButton } from '../case-parts/busy-button.tsx'
import { useCaseAct } from '../case-parts/use-case-act.ts'
import type { CatalogueDesk } from './catalogue-desk.ts'

const texts = catalogueTexts.draft

interface DraftPanelProps {
  readonly desk: CatalogueDesk
  readonly again: () => void
}

export function DraftPanel({ desk, again }: DraftPanelProps) {
  const { inForce, newest, draft } = desk
  return (
    <section className="draft-panel" aria-label={texts.state}>
      <dl className="staff-block">
        <Fact label={texts.inForce}>
          {texts.version(inForce.number)}
          <small>{texts.since(dayText(inForce.effectiveOn))}</small>
        </Fact>
        {newest.number !== inForce.number && (
          <Fact label={texts.newest}>
            {texts.version(newest.number)}
            <small>{texts.since(dayText(newest.effectiveOn))}</small>
          </Fact>
        )}
        {draft === null ? <Fact label={texts.state}>{texts.noDraft}</Fact> : <DraftFacts draft={draft} />}
      </dl>
      {draft === null ? <Begin newest={newest.number} again={again} /> : <Acts draft={draft} again={again} />}
    </section>
  )
}

function Fact({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}

type Draft = NonNullable<CatalogueDesk['draft']>

/** Where a draft comes from, in words; the newest version needs none. */
export function originText({ origin, restores }: Pick<Draft, 'origin' | 'restores'>): string | undefined {
  if (origin === 'folder') return texts.fromFolder
  return restores === null ? undefined : texts.restores(restores)
}

function DraftFacts({ draft }: { readonly draft: Draft }) {
  const { state, services, others, findings, changedBy, changedAt } = draft
  const changed = texts.services(services.length)
  return (
    <>
      <Fact label={texts.state}>
        {texts[state]}
        <small>{originText(draft)}</small>
      </Fact>
      <Fact label={texts.changed}>
        {changed}
        {others.length > 0 && <small>{texts.andOthers(others.length)}</small>}
      </Fact>
      <Fact label={texts.findings}>
        {findings.length === 0 ? (
          texts.noFindings
        ) : (
          <span className="fault-count">◆ {catalogueTexts.list.faults(findings.length)}</span>
        )}
      </Fact>
      <Fact label={texts.saved}>
        {changedBy.name}
        <small>{momentText(changedAt)}</small>
      </Fact>
    </>
  )
}

function Begin({ newest, again }: { readonly newest: number; readonly again: () => void }) {
  const act = useCaseAct()
  async function begin() {
    const begun = await act.run(() => call('POST /api/catalogue/draft', { body: { restores: null } }))
    if (begun !== undefined) again()
  }
  return (
    <>
      <div className="draft-acts">
        <BusyButton type="primary" busy={act.busy} onClick={() => void begin()}>
          {texts.begin}
        </BusyButton>
        <span className="quiet">{texts.beginHint(newest)}</span>
      </div>
      <ProblemNotice problem={act.refusal} />
    </>
  )
}

function Acts({ draft, again }: { readonly draft: Draft; readonly again: () => void }) {
  const { modal } = App.useApp()
  const act = useCaseAct()
  function discard() {
    modal.confirm({
      title: texts.discardTitle,
      content: texts.discardLead,
      okText: texts.discardConfirm,
      cancelText: texts.keep,
      onOk: async () => {
        const body = { revision: draft.revision }
        await act.run(() => call('POST /api/catalogue/draft/discarding', { body }))
        again()
      },
    })
  }
  return (
    <>
      {draft.returnedNote !== null && <p className="notice">{texts.returned(draft.returnedNote)}</p>}
      <div className="draft-acts">
        <Link className="look-link" href="/work/catalogue/draft/impact">
          {texts.look}
        </Link>
        {draft.state === 'open' && (
          <BusyButton busy={act.busy} onClick={discard}>
            {texts.discard}
          </BusyButton>
        )}
      </div>
      <ProblemNotice problem={act.refusal} />
    </>
  )
}
