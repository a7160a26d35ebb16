/**
 * The frame of the workbench: who is signed in, their desks, the way out.
 */

import type { ReactNode } from 'react'
import { Link, useLocation } from 'wouter'
import { useApi } from '../../api/use-api.ts'
import { staffTexts } from '../../texts/staff-zh-cn.ts'
import { MessagesLink } from '../../ui/messages-link.tsx'
import { desksOf } from './desks.ts'
import { LeaveButton } from './leave-button.tsx'

interface StaffShellProps {
  /** whether the page takes the whole width of the screen */
  readonly isFluid?: boolean
  readonly children: ReactNode
}

export function StaffShell({ isFluid = false, children }: StaffShellProps) {
  const session = useApi('GET /api/session')
  const signedIn = session.state === 'ready' && session.value.signedIn ? session.value : undefined
  const isDemonstration = session.state !== 'ready' || session.value.demonstration
  const width = isFluid ? ' fluid' : ''
  return (
    <div className={`staff${width}`}>
      <header className="site-header">
        {isDemonstration && <p className="demonstration">{staffTexts.demonstration}</p>}
        <div className="bar">
          <Link className="wordmark" href={signedIn === undefined ? '/work/login' : '/work'}>
            {staffTexts.workbench}
          </Link>
          <div className="tools">
            {signedIn !== undefined && (
              <>
                <span className="who">
                  {signedIn.name} · {signedIn.roles.map((role) => staffTexts.roles[role]).join('、')}
                </span>
                <MessagesLink />
                <LeaveButton />
              </>
            )}
          </div>
          {signedIn !== undefined && <Desks roles={signedIn.roles} />}
        </div>
      </header>
      <main id="content" tabIndex={-1}>
        <div className={`wide${width}`}>{children}</div>
      </main>
    </div>
  )
}

function Desks({ roles }: { readonly roles: Parameters<typeof desksOf>[0] }) {
  const [location] = useLocation()
  return (
    <nav className="site-nav" aria-label={staffTexts.workbench}>
      {desksOf(roles).map((path) => (
        <Link key={path} href={path} aria-current={location.startsWith(path) ? 'page' : undefined}>
          {staffTexts.desks[path].title}
        </Link>
      ))}
    </nav>
  )
}
