/**
 * Where the people of supervision, and the units that answer to it, go between.
 */

import { Link, useLocation } from 'wouter'
import { useApi } from '../../../api/use-api.ts'
import { supervisionTexts } from '../../../texts/supervision-zh-cn.ts'

type Path = keyof typeof supervisionTexts.tabs

const supervisors = ['supervisor', 'supervisor-lead']
const departments = ['reviewer', 'department-head']

const whose: Readonly<Record<Path, readonly string[]>> = {
  '/work/supervision/obligations': [...supervisors, ...departments],
  '/work/lights': supervisors,
  '/work/supervision/tasks': [...supervisors, ...departments],
  '/work/supervision/campaigns': [...supervisors, ...departments],
  '/work/supervision/inspections': supervisors,
  '/work/supervision/consultations': [...supervisors, ...departments],
  '/work/supervision/exchange': supervisors,
  '/work/supervision/recommendations': supervisors,
  '/work/supervision/conduct': supervisors,
  '/work/supervision/unit': departments,
  '/work/supervision/bulletins': [...supervisors, ...departments],
}

/** The duties of who is signed in; none until they are known. */
export function useRoles(): readonly string[] {
  const session = useApi('GET /api/session')
  return session.state === 'ready' && session.value.signedIn ? session.value.roles : []
}

export function SupervisionTabs() {
  const [location] = useLocation()
  const roles = useRoles()
  const paths = (Object.keys(whose) as Path[]).filter((path) =>
    whose[path].some((role) => roles.includes(role)),
  )
  if (paths.length < 2) return null
  return (
    <nav className="desk-tabs" aria-label={supervisionTexts.nav}>
      {paths.map((path) => (
        <Link key={path} href={path} aria-current={location === path ? 'page' : undefined}>
          {supervisionTexts.tabs[path]}
        </Link>
      ))}
    </nav>
  )
}
