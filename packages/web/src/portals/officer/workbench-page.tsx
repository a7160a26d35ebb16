/**
 * The first page after the log-in: the desks of whoever is signed in.
 */

import { Link } from 'wouter'
import { useApi } from '../../api/use-api.ts'
import { staffTexts } from '../../texts/staff-zh-cn.ts'
import { Awaited } from '../../ui/reading.tsx'
import { Title } from '../../ui/title.tsx'
import { desksOf } from './desks.ts'
import { StaffShell } from './staff-shell.tsx'

export function WorkbenchPage() {
  const reading = useApi('GET /api/session')
  return (
    <StaffShell>
      <Title>{staffTexts.workbench}</Title>
      <Awaited reading={reading}>
        {(session) => {
          if (!session.signedIn)
            return (
              <p className="sheet">
                <Link href="/work/login">{staffTexts.notSignedIn}</Link>
              </p>
            )
          const desks = desksOf(session.roles)
          if (desks.length === 0) return <p className="sheet">{staffTexts.noDesk}</p>
          return (
            <>
              <p className="lead">{staffTexts.choose}</p>
              <ul className="tiles">
                {desks.map((path) => (
                  <li key={path}>
                    <Link className="tile" href={path}>
                      <b>{staffTexts.desks[path].title}</b>
                      <span>{staffTexts.desks[path].summary}</span>
                    </Link>
                  </li>
                ))}
              </ul>
            </>
          )
        }}
      </Awaited>
    </StaffShell>
  )
}
