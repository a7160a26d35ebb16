/**
 * The three lists of a department.
 */

import { Link, useLocation } from 'wouter'
import { departmentTexts } from '../../../texts/department-zh-cn.ts'

const paths = Object.keys(departmentTexts.tabs) as (keyof typeof departmentTexts.tabs)[]

export function DepartmentTabs() {
  const [location] = useLocation()
  return (
    <nav className="desk-tabs" aria-label={departmentTexts.list.title}>
      {paths.map((path) => (
        <Link key={path} href={path} aria-current={location === path ? 'page' : undefined}>
          {departmentTexts.tabs[path]}
        </Link>
      ))}
    </nav>
  )
}
