/**
 * A company that a signed-in person has filled in and signed, over the API: for stories that begin where another one ended.
 */

import { randomUUID } from 'node:crypto'
import type { APIRequestContext, Page } from '@playwright/test'
import { pagePdf } from '../test-papers/page-pdf.ts'
import { signInAs } from './story.ts'
import { storyNow } from './story-day.ts'

/** Somebody of the demonstration. */
export interface Applicant {
  readonly name: string
  readonly identityNumber: string
  readonly phone: string
}

export const lin: Applicant = { name: '林海宁', identityNumber: '370214198804120016', phone: '13900000001' }
export const zhou: Applicant = { name: '周文澜', identityNumber: '370203199109170025', phone: '13900000002' }
export const yu: Applicant = { name: '于青禾', identityNumber: '370282199603080063', phone: '13900000006' }
export const chen: Applicant = { name: '陈𬭎', identityNumber: '370212198506010035', phone: '13900000003' }

/** What to set up. */
export interface Company {
  readonly name: string
  readonly seat: string
  /** articles of the company's own are read by a person */
  readonly ownArticles?: boolean
}

const base = '/api/registration/applications'

/** Signs in at the identity service and comes back to the page. */
export async function signIn(page: Page, { name }: Applicant, to = '/my/cases'): Promise<void> {
  await page.goto(`/api/session/login?to=${encodeURIComponent(to)}`)
  await signInAs(page, name)
}

/** An application with every answer and every signature; its id. */
export async function prepareCompany(
  request: APIRequestContext,
  applicant: Applicant,
  company: Company,
): Promise<string> {
  const { id } = await send<{ id: string }>(request, base, { kind: 'LLC' })
  await send(request, `${base}/${id}/name`, { name: company.name, pledged: true })
  await send(request, `${base}/${id}/seat`, { code: company.seat })
  const read = await request.get(`${base}/${id}`)
  const { version, answers } = (await read.json()) as { version: number; answers: object }
  const data = { version, answers: { ...answers, ...answersOf(applicant, company) } }
  const saved = await request.patch(`${base}/${id}`, { data })
  if (!saved.ok()) throw new Error(await saved.text())
  if (company.ownArticles === true) await handInArticles(request, id)
  await sign(request, id)
  return id
}

/** Submits; how it came out. */
export async function submitCompany(request: APIRequestContext, id: string): Promise<string> {
  const { outcome } = await send<{ outcome: string }>(request, `${base}/${id}/submit`, {})
  return outcome
}

/** Articles of two pages, as a scanner makes them. */
async function handInArticles(request: APIRequestContext, id: string): Promise<void> {
  const bytes = pagePdf(['Articles, page 1', 'Articles, page 2'])
  const { id: upload } = await send<{ id: string }>(request, '/api/evidence/uploads', {
    name: '公司章程.pdf',
    size: bytes.length,
  })
  await send(request, `/api/evidence/uploads/${upload}/parts`, { offset: 0, bytes: bytes.toString('base64') })
  const { id: document } = await send<{ id: string }>(request, '/api/evidence', {
    upload,
    type: 'registration-own-articles',
    title: '公司章程',
  })
  await send(request, `${base}/${id}/papers`, { paper: 'own-articles', document })
}

async function sign(request: APIRequestContext, id: string): Promise<void> {
  const read = await request.get(`${base}/${id}`)
  const { version } = (await read.json()) as { version: number }
  const { documentsDigest, links } = await send<{ documentsDigest: string; links: { url: string }[] }>(
    request,
    `${base}/${id}/signatures`,
    { version },
  )
  for (const { url } of links) {
    const token = url.slice(url.lastIndexOf('/') + 1)
    await send(request, `/api/registration/signing/${token}`, { documentsDigest, agreed: true })
  }
}

async function send<T>(request: APIRequestContext, url: string, data: object): Promise<T> {
  const answer = await request.post(url, { data, headers: { 'idempotency-key': randomUUID() } })
  if (!answer.ok()) throw new Error(`${url}: ${answer.status()} ${await answer.text()}`)
  return (await answer.json()) as T
}

function answersOf({ name, identityNumber, phone }: Applicant, { ownArticles = false }: Company): object {
  return {
    scope: { entryIds: ['i65-01'] },
    parties: [{ kind: 'person', id: 'p1', name, identityNumber, phone }],
    capital: { amount: '1000000.00', paidInBy: `${storyNow().getUTCFullYear() + 4}-06-30` },
    shareholders: [{ partyId: 'p1', percent: '100', form: 'money' }],
    posts: {
      directors: ['p1'],
      manager: 'p1',
      supervision: { kind: 'waived-by-all' },
      legalRepresentative: 'p1',
      finance: 'p1',
      liaison: 'p1',
    },
    articles: { model: !ownArticles, term: { years: null } },
  }
}
