/**
 * Renders a page on the server, and says which answers of the API it wants to stand in it.
 */

import { renderToString } from 'react-dom/server'
import { Router } from 'wouter'
import { App } from './app.tsx'
import { type Language, PageProvider, type PageStart } from './page.tsx'

interface PageRequest {
  readonly path: string
  readonly search: string
  readonly language: Language
  readonly size: PageStart['size']
  readonly data: PageStart['data']
}

/** The page as HTML, with the title it had when it was rendered. */
export function render({ path, search, language, size, data }: PageRequest) {
  // the workbench is no public page: it is loaded and drawn in the browser alone
  if (path.startsWith('/work')) return { html: '', head: '<title>工作台</title>', status: 200 }
  const html = renderToString(
    <PageProvider start={{ language, size, data }}>
      <Router ssrPath={path} ssrSearch={search.replace(/^\?/, '')}>
        <App />
      </Router>
    </PageProvider>,
  )
  const heading = /<h1[^>]*>(.*?)<\/h1>/.exec(html)?.[1]?.replace(/<[^>]+>/g, '') ?? ''
  const site = language === 'en' ? 'Qingdao High-tech Zone Services' : '青岛高新区政务服务'
  const isMissing = heading === '没有这个页面'
  return {
    html,
    head: `<title>${heading === '' ? site : `${heading} – ${site}`}</title>`,
    status: isMissing ? 404 : 200,
  }
}

/** Routes of the public API to ask before a path is rendered. */
export function routesFor(path: string): readonly string[] {
  const own = path.replace(/^\/en(?=\/|$)/, '') || '/'
  const routes = ['GET /api/session']
  if (own === '/') routes.push('GET /api/statistics/overview')
  if (own === '/stats')
    routes.push('GET /api/statistics/overview', 'GET /api/statistics/breakdown/new?by=kind')
  if (own === '/ledger') routes.push('GET /api/ledger/checkpoint', 'GET /api/ledger/leaves?count=20')
  const number = /^\/verify\/([^/]+)$/.exec(own)?.[1]
  if (number !== undefined) routes.push(`GET /api/licences/${number}`)
  return routes
}
