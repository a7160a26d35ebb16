/**
 * Joint inspections: what runs, what was found, who of the partners may look.
 */

import './inspections.css'
import { Link } from 'wouter'
import { useApi } from '../../../../api/use-api.ts'
import { useNews } from '../../../../api/use-news.ts'
import { inspectionsTexts as texts } from '../../../../texts/inspections-zh-cn.ts'
import { Light, type LightColour } from '../../../../ui/light.tsx'
import { dayText } from '../../../../ui/moment.ts'
import { Awaited } from '../../../../ui/reading.tsx'
import { StaffListPage } from '../../staff-page.tsx'
import { RuleSource } from '../rule-source.tsx'
import { SupervisionTabs } from '../supervision-tabs.tsx'
import type { InspectionRow } from './inspection-shown.ts'
import { OpenInspection } from './open-inspection.tsx'

export function InspectionsPage() {
  const reading = useApi('GET /api/supervision/inspections')
  const { again } = reading
  useNews(['supervision.changed'], again)
  return (
    <StaffListPage title={texts.title} lead={texts.lead} tools={<SupervisionTabs />}>
      {reading.state === 'ready' && (
        <div className="staff-tools in-list">
          <OpenInspection choices={reading.value.choices} again={again} />
        </div>
      )}
      <Awaited reading={reading}>
        {({ inspections, source, mark }) => (
          <>
            {inspections.length === 0 && <p className="light-empty">{texts.empty}</p>}
            <ol className="inspection-rows">
              {inspections.map((row) => (
                <Row key={row.id} row={row} />
              ))}
            </ol>
            <RuleSource source={source} mark={mark} />
          </>
        )}
      </Awaited>
    </StaffListPage>
  )
}

const colours = {
  running: 'amber',
  reported: 'amber',
  closed: 'green',
} as const satisfies Record<InspectionRow['state'], LightColour>

/** The state of an inspection. */
export function InspectionState({ state }: Pick<InspectionRow, 'state'>) {
  return <Light colour={colours[state]}>{texts.states[state]}</Light>
}

function Row({ row }: { readonly row: InspectionRow }) {
  const { id, number, name, state, from, until, partners } = row
  return (
    <li>
      <InspectionState state={state} />
      <div>
        <Link href={`/work/supervision/inspections/${id}`}>{name}</Link>
        <small>
          {number}　{texts.period(dayText(from), dayText(until))}
        </small>
      </div>
      <Figures figures={row.figures} />
      <small>{partners.length === 0 ? texts.noPartners[state] : partners.join('、')}</small>
    </li>
  )
}

/** How much was looked at, found and put right. */
export function Figures({ figures }: Pick<InspectionRow, 'figures'>) {
  const { checked, items, findings, percent, overdue } = figures
  return (
    <div className="inspection-figures">
      <span>{texts.counts(checked, items)}</span>
      {percent === null ? (
        <span>{texts.noRate}</span>
      ) : (
        <>
          <span>{texts.found(findings)}</span>
          <span>
            {texts.rate} <b>{percent}%</b>
          </span>
        </>
      )}
      {overdue > 0 && <em>◆ {texts.overdue(overdue)}</em>}
    </div>
  )
}
