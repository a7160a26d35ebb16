/**
 * What somebody of a partner organisation is invited to at this moment.
 */

import './inspections.css'
import { Link } from 'wouter'
import { useApi } from '../../../../api/use-api.ts'
import { inspectionsTexts } from '../../../../texts/inspections-zh-cn.ts'
import { dayText } from '../../../../ui/moment.ts'
import { Awaited } from '../../../../ui/reading.tsx'
import { StaffListPage } from '../../staff-page.tsx'

const texts = inspectionsTexts.own

export function InvitationsPage() {
  const reading = useApi('GET /api/supervision/invitations')
  return (
    <StaffListPage title={texts.title} lead={texts.lead}>
      <Awaited reading={reading}>
        {({ invitations }) => (
          <>
            {invitations.length === 0 && <p className="light-empty">{texts.empty}</p>}
            <ol className="inspection-rows of-partner">
              {invitations.map(({ id, number, name, organisation, until }) => (
                <li key={id}>
                  <div>
                    <Link href={`/work/supervision/inspections/${id}`}>{name}</Link>
                    <small>
                      {number}　{texts.as(organisation)}
                    </small>
                  </div>
                  <span>{texts.until(dayText(until))}</span>
                </li>
              ))}
            </ol>
          </>
        )}
      </Awaited>
    </StaffListPage>
  )
}
