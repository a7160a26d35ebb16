/**
 * One inspection: its scope and its list on the left, what was found, noted and concluded on the right. Somebody of a partner
 * sees the same page with less on it.
 */

import './inspections.css'
import { useApi } from '../../../../api/use-api.ts'
import { useNews } from '../../../../api/use-news.ts'
import { inspectionsTexts } from '../../../../texts/inspections-zh-cn.ts'
import { dayText } from '../../../../ui/moment.ts'
import { Awaited } from '../../../../ui/reading.tsx'
import { StaffDetailPage } from '../../staff-page.tsx'
import { CheckList } from './check-list.tsx'
import { FindingList } from './finding-list.tsx'
import { InspectionNotes } from './inspection-notes.tsx'
import { InspectionReport } from './inspection-report.tsx'
import type { InspectionShown } from './inspection-shown.ts'
import { Figures, InspectionState } from './inspections-page.tsx'
import { InvitationList } from './invitation-list.tsx'

const texts = inspectionsTexts.page

export function InspectionPage({ id }: { readonly id: string }) {
  const reading = useApi('GET /api/supervision/inspections/:id', { params: { id } })
  const { again } = reading
  useNews(['supervision.changed'], again)
  return <Awaited reading={reading}>{(shown) => <Page shown={shown} again={again} />}</Awaited>
}

interface PageProps {
  readonly shown: InspectionShown
  readonly again: () => void
}

function Page({ shown, again }: PageProps) {
  const { row, desk } = shown
  const back =
    desk === null
      ? { href: '/work/supervision/invitations', label: texts.backPartner }
      : { href: '/work/supervision/inspections', label: texts.back }
  return (
    <StaffDetailPage
      title={row.name}
      back={back}
      state={
        <>
          <InspectionState state={row.state} />
          <Figures figures={row.figures} />
        </>
      }
      facts={factsOf(shown)}
      left={
        <>
          <CheckList shown={shown} again={again} />
          <Scope shown={shown} />
        </>
      }
      right={
        <>
          <FindingList shown={shown} again={again} />
          <InspectionNotes shown={shown} again={again} />
          {desk !== null && <InvitationList shown={{ ...shown, desk }} again={again} />}
          {desk !== null && <InspectionReport shown={{ ...shown, desk }} again={again} />}
        </>
      }
    />
  )
}

function factsOf({ row, purpose, basis, members, invitedUntil }: InspectionShown) {
  return [
    { label: texts.number, value: row.number },
    { label: texts.period, value: inspectionsTexts.period(dayText(row.from), dayText(row.until)) },
    { label: texts.purpose, value: purpose },
    { label: texts.basis, value: basis },
    { label: texts.members, value: members.join('、') },
    ...(invitedUntil === null
      ? []
      : [{ label: texts.invitedUntil, value: texts.invitedTo(dayText(invitedUntil)) }]),
  ]
}

function Scope({ shown: { projects, scope, desk } }: Pick<PageProps, 'shown'>) {
  return (
    <section className="light-section">
      <h2>{texts.scope}</h2>
      <p className="supervision-hint">{[...scope.parks, ...scope.units].join('、')}</p>
      {projects.length === 0 && <p className="light-empty">{texts.noProjects}</p>}
      {projects.map(({ id, facts }) => (
        <dl key={id} className="inspection-project">
          {facts.map(({ fact, name, value }) => (
            <div key={fact}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      ))}
      {desk !== null && <p className="supervision-hint">{texts.partnersSee(desk.partnersSee.join('、'))}</p>}
    </section>
  )
}
