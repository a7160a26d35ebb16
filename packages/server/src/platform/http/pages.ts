/**
 * Pages for people: rendered here with the data they need, so that they read without any script, then brought to life
 * by the browser. The renderer is built by the web package and loaded from its `dist`; the server knows its shape only.
 */

import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { constants } from 'node:zlib'
import fastifyCompress from '@fastify/compress'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { ZoneContent } from '../zone-content.ts'
import { permissionsOff, policyWithStyles } from './gate/security-headers.ts'
import type { Http } from './http.ts'

/** What the pages call the zone, in the reader's language. */
interface ZoneWords {
  readonly name: string
  readonly site: string
  readonly organiser: string
  readonly exampleCompany: string
  readonly filings: readonly { readonly label: string; readonly number: string }[]
}

/** What a page is rendered from. */
export interface PageRequest {
  readonly path: string
  readonly search: string
  readonly language: 'zh-CN' | 'en'
  readonly size: 'normal' | 'large'
  readonly zone: ZoneWords
  /** answers of the API by the route that was asked, `GET /api/statistics/overview` */
  readonly data: Readonly<Record<string, unknown>>
}

/** A rendered page. */
export interface RenderedPage {
  readonly html: string
  /** title and other elements for the head */
  readonly head: string
  readonly status: number
}

/** What the web package's server bundle exports. */
export interface PageRenderer {
  readonly render: (request: PageRequest) => RenderedPage
  /** GET routes of the public API to ask before rendering a path, with their parameters filled in */
  readonly routesFor: (path: string, search: string) => readonly string[]
}

export interface PagesPorts {
  readonly http: Http
  /** the web package's `dist`, holding `client` and `server` */
  readonly folder: string
  readonly zone: ZoneContent['zone']
}

const documentLanguages = { 'zh-CN': 'zh-CN', en: 'en' } as const

/** Serves assets and pages; everything that is no route of the API and no asset is a page. */
export async function mountPages({ http, folder, zone }: PagesPorts): Promise<void> {
  const client = join(folder, 'client')
  if (!existsSync(join(client, 'index.html')))
    throw new Error(`The pages are not built: ${client} is missing. Run "npm run build:web" and start again.`)
  const template = readFileSync(join(client, 'index.html'), 'utf8')
  const bundle = pathToFileURL(join(folder, 'server/entry-server.js')).href
  const renderer = (await import(bundle)) as PageRenderer
  http.mount(async (app) => {
    await app.register(fastifyCompress, {
      encodings: ['br', 'gzip'],
      brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } },
    })
    await app.register(fastifyStatic, {
      root: join(client, 'assets'),
      prefix: '/assets/',
      // the build leaves a .br and a .gz beside every asset
      preCompressed: true,
      immutable: true,
      maxAge: '365d',
    })
    addWorkers(app, join(folder, 'worker/page-worker.js'))
    addPageRoute(app, { http, renderer, template, zone })
  })
}

/** The worker that keeps a page lies beside each page it keeps; it may not be kept itself, so that it can be replaced. */
function addWorkers(app: FastifyInstance, file: string): void {
  const script = existsSync(file) ? readFileSync(file, 'utf8') : ''
  for (const address of ['/work/visits-worker.js', '/my/observe-worker.js'])
    app.get(address, { schema: { hide: true } }, (_request, reply) =>
      reply.header('cache-control', 'no-cache').type('text/javascript; charset=utf-8').send(script),
    )
}

interface PageMaking {
  readonly http: Http
  readonly renderer: PageRenderer
  readonly template: string
  readonly zone: PagesPorts['zone']
}

function addPageRoute(app: FastifyInstance, making: PageMaking): void {
  app.get('/*', { schema: { hide: true } }, async (request, reply) => {
    const url = new URL(request.url, 'http://page')
    if (url.pathname.startsWith('/api/')) return reply.callNotFound()
    const language = languageAt(url)
    const data = await gather(making, request, url, language)
    const page = pageRequest(request, url, { language, zone: wordsOf(making.zone, language), data })
    const { html, head, status } = making.renderer.render(page)
    // the staff's component kit writes style elements; a public page may not
    const styleNonce = isStaffPage(url) ? randomBytes(16).toString('base64') : undefined
    if (styleNonce !== undefined) reply.header('content-security-policy', policyWithStyles(styleNonce))
    const body = making.template
      .replace('<html', `<html data-size="${page.size}"`)
      .replace('lang="zh-CN"', `lang="${documentLanguages[page.language]}"`)
      .replace('<!--head-->', () => head)
      .replace('<!--page-->', () => html)
      .replace('<!--data-->', () => embed(page, styleNonce))
    if (mayAskPlace(url)) reply.header('permissions-policy', permissionsOff('geolocation'))
    reply.header('cache-control', 'no-cache')
    if (url.searchParams.has('size')) rememberSize(reply, page.size)
    return reply.code(status).type('text/html; charset=utf-8').send(body)
  })
}

function rememberSize(
  reply: { setCookie: (name: string, value: string, options: object) => unknown },
  size: string,
) {
  reply.setCookie('size', size, { path: '/', maxAge: 31_536_000, httpOnly: false, sameSite: 'lax' })
}

function isStaffPage({ pathname }: URL): boolean {
  return pathname === '/work' || pathname.startsWith('/work/')
}

/** The pages that may ask where their reader is, when they choose to say so. */
function mayAskPlace({ pathname }: URL): boolean {
  return /^(?:\/work\/visits|\/my\/observe|(?:\/en)?\/voice)$/.test(pathname)
}

/** English stands under /en. */
function languageAt(url: URL): PageRequest['language'] {
  return /^\/en(\/|$)/.test(url.pathname) ? 'en' : 'zh-CN'
}

function pageRequest(
  request: FastifyRequest,
  url: URL,
  { language, zone, data }: Pick<PageRequest, 'language' | 'zone' | 'data'>,
): PageRequest {
  const size = url.searchParams.get('size') ?? request.cookies['size']
  return {
    path: url.pathname,
    search: url.search,
    language,
    size: size === 'large' ? 'large' : 'normal',
    zone,
    data,
  }
}

function wordsOf({ name, site }: PagesPorts['zone'], language: PageRequest['language']): ZoneWords {
  return {
    name: name[language],
    site: site.name[language],
    organiser: site.organiser[language],
    exampleCompany: site.exampleCompany,
    filings: site.filings.map(({ label, number }) => ({ label: label[language], number })),
  }
}

/** Asks the API as the reader would, with the reader's own cookie, in the language of the page. */
async function gather(
  making: PageMaking,
  request: FastifyRequest,
  url: URL,
  language: PageRequest['language'],
): Promise<PageRequest['data']> {
  const routes = making.renderer.routesFor(url.pathname, url.search)
  const answers = await Promise.all(
    routes.map(async (route) => {
      const address = route.replace(/^GET /, '')
      const headers = { cookie: request.headers.cookie ?? '', 'accept-language': language }
      const response = await making.http.inject({ method: 'GET', url: address, headers })
      const isJson = String(response.headers['content-type'] ?? '').includes('json')
      return [route, isJson ? response.json() : undefined] as const
    }),
  )
  return Object.fromEntries(answers)
}

/** JSON that cannot end the script element it stands in. */
function embed({ data, language, size, zone }: PageRequest, styleNonce: string | undefined): string {
  const text = JSON.stringify({ data, language, size, zone, styleNonce })
  return `<script type="application/json" id="page-data">${text.replaceAll('<', '\\u003c')}</script>`
}
