/**
 * The three pages of the catalogue's desk.
 */

import { Link, useLocation } from 'wouter'
import { catalogueTexts } from '../../../texts/catalogue-zh-cn.ts'

const paths = Object.keys(catalogueTexts.tabs) as (keyof typeof catalogueTexts.tabs)[]

export function CatalogueTabs() {
  const [location] = useLocation()
  return (
    <nav className="desk-tabs" aria-label={catalogueTexts.list.title}>
      {paths.map((path) => (
        <Link key={path} href={path} aria-current={location === path ? 'page' : undefined}>
          {catalogueTexts.tabs[path]}
        </Link>
      ))}
    </nav>
  )
}
