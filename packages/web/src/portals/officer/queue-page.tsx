/**
 * The registrars' queue, the most pressing first.
 */

import { Link } from 'wouter'
import { useApi } from '../../api/use-api.ts'
import { Light } from '../../ui/light.tsx'
import { momentText } from '../../ui/moment.ts'
import { Awaited } from '../../ui/reading.tsx'
import { Title } from '../../ui/title.tsx'
import { StaffShell } from './staff-shell.tsx'

export function QueuePage() {
  const reading = useApi('GET /api/registration/queue')
  return (
    <StaffShell>
      <Title>登记审查</Title>
      <Awaited reading={reading}>
        {({ entries }) =>
          entries.length === 0 ? (
            <p className="sheet">没有待办的登记。</p>
          ) : (
            <ul className="rows sheet">
              {entries.map((entry) => (
                <li key={entry.id}>
                  <span>
                    <Link href={`/work/registrar/${entry.id}`}>{entry.name ?? entry.number}</Link>
                    <small className="hint">{entry.reasons.map(({ title }) => title).join('、')}</small>
                  </span>
                  <Light colour={entry.overdue ? 'red' : 'amber'}>{`${momentText(entry.dueAt)} 前`}</Light>
                </li>
              ))}
            </ul>
          )
        }
      </Awaited>
    </StaffShell>
  )
}
