/**
 * Renders a page on the server, and says which answers of the API it wants to stand in it.
 */

import { renderToString } from 'react-dom/server'
import { Router } from 'wouter'
import { addressOf } from './api/call.ts'
import { App } from './app.tsx'
import { queryOf, wishesIn } from './features/premises/index.ts'
import { type Language, PageProvider, type PageStart, pathIn } from './page.tsx'
import { StartPage } from './portals/applicant/start-page.tsx'
import { PublicRoutes } from './portals/public/public-routes.tsx'
import { filterIn } from './portals/public/services/service-filter.tsx'
import { wordingEn } from './texts/wording-en.ts'
import { wordingZhCN } from './texts/wording-zh-cn.ts'

interface PageRequest {
  readonly path: string
  readonly search: string
  readonly language: Language
  readonly size: PageStart['size']
  readonly zone: PageStart['zone']
  readonly data: PageStart['data']
}

const wordings = { 'zh-CN': wordingZhCN, en: wordingEn } as const

/** The page as HTML, with the title it had when it was rendered. */
export function render({ path, search, language, size, zone, data }: PageRequest) {
  // the workbench is no public page: it is loaded and drawn in the browser alone
  if (path.startsWith('/work'))
    return { html: '', head: `<title>${wordingZhCN.pages.site.workbench}</title>`, status: 200 }
  const wording = wordings[language]
  const html = renderToString(
    <PageProvider start={{ language, size, zone, data }} wording={wording}>
      <Router ssrPath={path} ssrSearch={search.replace(/^\?/, '')}>
        <App PublicRoutes={PublicRoutes} StartPage={StartPage} />
      </Router>
    </PageProvider>,
  )
  const heading = /<h1[^>]*>(.*?)<\/h1>/.exec(html)?.[1]?.replace(/<[^>]+>/g, '') ?? ''
  const isMissing = heading === wording.pages.missing.title
  const title = `<title>${heading === '' ? zone.site : `${heading} – ${zone.site}`}</title>`
  return { html, head: isMissing ? title : title + languageLinks(path), status: isMissing ? 404 : 200 }
}

/** Tells machines where the same page stands in the other language. */
function languageLinks(path: string): string {
  const link = (language: string, to: Language) =>
    `<link rel="alternate" hreflang="${language}" href="${escaped(pathIn(to, path))}">`
  return link('zh-CN', 'zh-CN') + link('en', 'en') + link('x-default', 'zh-CN')
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
}

/** Routes of the public API to ask before a path is rendered. */
export function routesFor(path: string, search: string): readonly string[] {
  const own = pathIn('zh-CN', path)
  const routes = ['GET /api/session']
  if (own === '/') routes.push('GET /api/statistics/overview')
  if (own === '/stats')
    routes.push('GET /api/statistics/overview', 'GET /api/statistics/breakdown/new?by=kind')
  if (own === '/ledger') routes.push('GET /api/ledger/checkpoint', 'GET /api/ledger/leaves?count=20')
  routes.push(...voiceRoutes(own, search), ...spaceRoutes(own, search), ...listeningRoutes(own))
  if (own === '/build') routes.push('GET /api/services')
  if (own === '/services') routes.push(`GET ${addressOf('GET /api/services', { query: filterIn(search) })}`)
  const service = /^\/services\/([^/]+)$/.exec(own)?.[1]
  if (service !== undefined) routes.push(`GET /api/services/${service}`)
  const number = /^\/verify\/([^/]+)$/.exec(own)?.[1]
  if (number !== undefined) routes.push(`GET /api/licences/${number}`)
  return routes
}

function spaceRoutes(own: string, search: string): readonly string[] {
  const choices = 'GET /api/space/choices'
  if (own === '/space/need') return [choices]
  if (own === '/space')
    return [choices, `GET ${addressOf('GET /api/space/rooms', { query: queryOf(wishesIn(search)) })}`]
  const room = /^\/space\/([\da-f-]{36})$/.exec(own)?.[1]
  return room === undefined ? [] : [`GET /api/space/rooms/${room}`]
}

function voiceRoutes(own: string, search: string): readonly string[] {
  if (own === '/voice') return ['GET /api/voice/choices', 'GET /api/voice/figures']
  if (own !== '/voice/answers') return []
  const topic = new URLSearchParams(search).get('topic') ?? ''
  return ['GET /api/voice/choices', `GET ${addressOf('GET /api/voice/answers', { query: { topic } })}`]
}

function listeningRoutes(own: string): readonly string[] {
  if (/^\/survey\/[\w-]{1,40}$/.test(own)) return [`GET /api${own}`]
  return /^\/open-days(?:\/[1-9]\d{0,3})?$/.test(own) ? [`GET /api${own}`] : []
}
