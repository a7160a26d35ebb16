/**
 * Where the people of the register go between.
 */

import { Link, useLocation } from 'wouter'
import { useApi } from '../../../api/use-api.ts'
import { voiceDeskTexts } from '../../../texts/voice-desk-zh-cn.ts'

type Path = keyof typeof voiceDeskTexts.tabs

const whose: Readonly<Record<Path, readonly string[]>> = {
  '/work/voice': ['dispatcher', 'reviewer', 'department-head'],
  '/work/voice/phone': ['dispatcher', 'clerk'],
  '/work/voice/improvements': ['dispatcher', 'reviewer', 'department-head'],
  '/work/voice/hotline': ['dispatcher'],
  '/work/voice/mailbox': ['dispatcher'],
  '/work/observers': ['dispatcher'],
  '/work/open-days': ['dispatcher'],
  '/work/questionnaires': ['dispatcher'],
  '/work/tours': ['dispatcher', 'reviewer', 'department-head'],
}

export function VoiceTabs() {
  const [location] = useLocation()
  const session = useApi('GET /api/session')
  const roles: readonly string[] =
    session.state === 'ready' && session.value.signedIn ? session.value.roles : []
  const paths = (Object.keys(whose) as Path[]).filter((path) =>
    whose[path].some((role) => roles.includes(role)),
  )
  if (paths.length < 2) return null
  return (
    <nav className="desk-tabs" aria-label={voiceDeskTexts.board.title}>
      {paths.map((path) => (
        <Link key={path} href={path} aria-current={location === path ? 'page' : undefined}>
          {voiceDeskTexts.tabs[path]}
        </Link>
      ))}
    </nav>
  )
}
