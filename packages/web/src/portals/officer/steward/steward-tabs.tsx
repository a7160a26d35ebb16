/**
 * Where stewards go between: today, the table, the team.
 */

import { Link, useLocation } from 'wouter'
import { stewardTexts } from '../../../texts/stewards-zh-cn.ts'
import { JumpBox } from './jump-box.tsx'

const places = [
  ['/work/stewards', stewardTexts.today.tab],
  ['/work/projects', stewardTexts.table.tab],
  ['/work/stewards/team', stewardTexts.team.tab],
] as const

export function StewardTabs() {
  const [location] = useLocation()
  return (
    <>
      <nav className="steward-tabs" aria-label={stewardTexts.jump.title}>
        {places.map(([path, name]) => (
          <Link key={path} href={path} aria-current={location === path ? 'page' : undefined}>
            {name}
          </Link>
        ))}
      </nav>
      <JumpBox />
    </>
  )
}
