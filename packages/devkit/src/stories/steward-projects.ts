/**
 * Thirty projects of one steward, of which four slip this week, because their first step has not begun yet. Made over the API, as their owner and the leader of the stewards would.
 */

import { randomUUID } from 'node:crypto'
import type { APIRequestContext, Browser } from '@playwright/test'
import { lin, signIn } from './prepared-company.ts'
import { signInStaff } from './story.ts'
import { storyNow } from './story-day.ts'

/** What was made: names of the projects. */
export interface StewardProjects {
  readonly slipping: readonly string[]
  readonly calm: readonly string[]
}

interface Listed {
  readonly id: string
  readonly stewards: readonly { readonly id: string; readonly duty: string }[]
}

const dayMs = 86_400_000
/** beyond the ten working days of the risk list */
const calmAfterDays = 21
const lateByDays = 14

/** The answers that every project of the set gives. */
const facts = { 'invest.kind': 'enterprise', 'build.type': 'industrial', 'build.nature': 'new' }

function dayFromNow(days: number): string {
  const at = new Date(storyNow().getTime() + days * dayMs)
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(at)
}

/** Makes the projects and gives them all to one steward, who has no other ones afterwards. */
export async function thirtyProjects(
  browser: Browser,
  baseURL: string,
  steward: string,
): Promise<StewardProjects> {
  const late = ['海岳一期厂房', '海岳二期厂房', '澜湾检测中心', '云岭冷库'].map((name, place) => ({
    name,
    start: dayFromNow(-lateByDays - place),
  }))
  const calm = Array.from({ length: 26 }, (_, place) => ({
    name: `从容项目 ${String(place + 1).padStart(2, '0')}`,
    start: dayFromNow(calmAfterDays),
  }))
  const owner = await browser.newContext({ baseURL })
  const page = await owner.newPage()
  await signIn(page, lin)
  const ids: string[] = []
  for (const project of [...late, ...calm]) ids.push(await makeProject(owner.request, project))
  await owner.close()
  await giveTo(browser, { baseURL, steward, ids })
  return { slipping: late.map(({ name }) => name), calm: calm.map(({ name }) => name) }
}

async function makeProject(
  request: APIRequestContext,
  { name, start }: { readonly name: string; readonly start: string },
): Promise<string> {
  const made = await send(request, 'POST', '/api/projects', { name, kind: 'industrial', facts })
  const { id } = (await made.json()) as { id: string }
  await send(request, 'POST', `/api/projects/${id}/plans`, { start })
  return id
}

interface Gift {
  readonly baseURL: string
  /** account of the steward */
  readonly steward: string
  readonly ids: readonly string[]
}

/** The leader hands these over to the steward, and the steward's others to colleagues. */
async function giveTo(browser: Browser, { baseURL, steward, ids }: Gift): Promise<void> {
  const leader = await browser.newContext({ baseURL })
  const page = await leader.newPage()
  await signInStaff(page, 'guanjiazu')
  const team = await read<{ stewards: { id: string; name: string }[] }>(leader.request, '/api/stewards')
  const account = await read<{ accounts: { username: string; name: string }[] }>(
    leader.request,
    '/api/demonstration/accounts',
  )
  const name = account.accounts.find(({ username }) => username === steward)?.name
  const mine = team.stewards.find((one) => one.name === name)?.id ?? ''
  const [one = '', other = ''] = team.stewards.map(({ id }) => id).filter((id) => id !== mine)
  const { projects } = await read<{ projects: Listed[] }>(leader.request, '/api/stewards/projects')
  for (const project of projects) {
    const isWanted = ids.includes(project.id)
    const isHis = project.stewards.some(({ id }) => id === mine)
    const isPrimary = project.stewards.some(({ id, duty }) => id === mine && duty === 'primary')
    if (isWanted ? isPrimary : !isHis) continue
    const wish = isWanted ? { primary: mine, backup: one } : { primary: one, backup: other }
    await send(leader.request, 'POST', `/api/projects/${project.id}/hand-over`, {
      ...wish,
      reason: '调整分工',
    })
  }
  await leader.close()
}

async function read<T>(request: APIRequestContext, url: string): Promise<T> {
  const answer = await request.get(url)
  if (!answer.ok()) throw new Error(`${url}: ${await answer.text()}`)
  return (await answer.json()) as T
}

async function send(request: APIRequestContext, method: string, url: string, data: object) {
  const headers = { 'idempotency-key': randomUUID() }
  const answer = await request.fetch(url, { method, data, headers })
  if (!answer.ok()) throw new Error(`${method} ${url}: ${await answer.text()}`)
  return answer
}
