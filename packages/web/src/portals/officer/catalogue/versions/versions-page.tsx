/**
 * Every version: since when, why and by whom, what it says differently, and the way back to it.
 */

import { App, Button } from 'antd'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { type CallOutput, call } from '../../../../api/call.ts'
import { useApi } from '../../../../api/use-api.ts'
import { catalogueTexts } from '../../../../texts/catalogue-zh-cn.ts'
import { dayText, momentText } from '../../../../ui/moment.ts'
import { ProblemNotice } from '../../../../ui/problem-notice.tsx'
import { Awaited } from '../../../../ui/reading.tsx'
import { BusyButton } from '../../case-parts/busy-button.tsx'
import { useCaseAct } from '../../case-parts/use-case-act.ts'
import { StaffListPage } from '../../staff-page.tsx'
import { CatalogueTabs } from '../catalogue-tabs.tsx'
import { VersionChanges } from './version-changes.tsx'

const texts = catalogueTexts.versions

type Version = CallOutput<'GET /api/catalogue/history'>['versions'][number]

export function VersionsPage() {
  const reading = useApi('GET /api/catalogue/history')
  return (
    <StaffListPage title={texts.title} lead={texts.lead} tools={<CatalogueTabs />}>
      <Awaited reading={reading}>
        {({ versions }) => (
          <ol className="version-list">
            {versions.map((version, place) => (
              <VersionItem key={version.number} version={version} isNewest={place === 0} />
            ))}
          </ol>
        )}
      </Awaited>
    </StaffListPage>
  )
}

interface VersionItemProps {
  readonly version: Version
  readonly isNewest: boolean
}

function VersionItem({ version, isNewest }: VersionItemProps) {
  const [isOpen, setOpen] = useState(false)
  const { number, state, effectiveOn, proposedBy, services, others } = version
  const isFirst = proposedBy === null
  return (
    <li className={`version ${state}`}>
      <div className="version-mark">
        <b>{catalogueTexts.draft.version(number)}</b>
        <span className="tag">{texts.states[state]}</span>
      </div>
      <div className="version-body">
        <p className="version-since">{catalogueTexts.draft.since(dayText(effectiveOn))}</p>
        <People version={version} />
        {!isFirst && (
          <p>
            {texts.changes}：{services.map(({ name }) => name).join('、')}
            {others > 0 && `${services.length > 0 ? '、' : ''}${texts.others(others)}`}
            {services.length + others === 0 && texts.noChanges}
          </p>
        )}
        <p className="quiet hash">
          {texts.hash} {version.hash.slice(0, 16)}
        </p>
        {isOpen && <VersionChanges number={number} />}
      </div>
      <div className="version-acts">
        {!isFirst && (
          <Button size="small" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {isOpen ? texts.hide : texts.look}
          </Button>
        )}
        {!isNewest && <Restore number={number} />}
      </div>
    </li>
  )
}

function People({ version }: { readonly version: Version }) {
  const { proposedBy, confirmedBy, reason, restores, publishedAt } = version
  if (proposedBy === null || confirmedBy === null)
    return (
      <p className="quiet">
        {texts.first}，{momentText(publishedAt)}
      </p>
    )
  return (
    <>
      <p className="version-reason">{reason}</p>
      {restores !== null && <p>{texts.restored(restores)}</p>}
      <p className="quiet">
        {texts.proposedBy} {proposedBy.name}，{texts.confirmedBy} {confirmedBy.name}，
        {momentText(publishedAt)}
      </p>
    </>
  )
}

function Restore({ number }: { readonly number: number }) {
  const { modal } = App.useApp()
  const [, goTo] = useLocation()
  const act = useCaseAct()
  function restore() {
    modal.confirm({
      title: texts.restoreTitle(number),
      content: texts.restoreLead,
      okText: texts.restore,
      cancelText: catalogueTexts.publish.cancel,
      onOk: async () => {
        const begun = await act.run(() => call('POST /api/catalogue/draft', { body: { restores: number } }))
        if (begun !== undefined) goTo('/work/catalogue/draft/impact')
      },
    })
  }
  return (
    <>
      <BusyButton size="small" busy={act.busy} onClick={restore}>
        {texts.restore}
      </BusyButton>
      <ProblemNotice problem={act.refusal} />
    </>
  )
}
