/**
 * A house with two stewards and somebody who builds, for tests of what stewards do.
 */

import { systemPrincipal } from '@guanjia/core/access'
import { publishFirstCatalogue } from '../../../server/src/catalogue/index.ts'
import { type Browser, type TestApp, testApp } from '../test-app/index.ts'

/** The moment at which it stands. */
export const stewardsDay = '2026-03-03T01:00:00Z'

/** The house and its people. */
export interface StewardedHouse {
  readonly app: TestApp
  readonly steward: Browser
  readonly backup: Browser
  readonly owner: Browser
}

/** Opens it. */
export async function stewardedHouse(): Promise<StewardedHouse> {
  const app = await testApp({ now: stewardsDay })
  await publishFirstCatalogue(app.ports, {
    principal: systemPrincipal('catalogue'),
    name: 'system:catalogue',
  })
  const steward = await app.signIn({ name: '周航', roles: ['steward'] })
  const backup = await app.signIn({ name: '李卓', roles: ['steward'] })
  const owner = await app.signIn({ name: '林海宁' })
  return { app, steward, backup, owner }
}

const facts = { 'invest.kind': 'private', 'work.kind': 'new', 'permit.kind': 'building' }

/** A project whose plan begins on a day; where that lies behind, its first steps are late. */
export async function plannedProject(owner: Browser, name: string, start: string): Promise<string> {
  const made = await owner.post('/api/projects', { name, kind: 'industrial', facts })
  const { id } = made.json() as { id: string }
  const planned = await owner.post(`/api/projects/${id}/plans`, { start })
  if (planned.status !== 201) throw new Error(planned.text)
  return id
}

/** The words of everything somebody was told. */
export async function messagesOf(app: TestApp, browser: Browser): Promise<string[]> {
  await app.settle()
  const { notices } = (await browser.get('/api/notifications')).json() as { notices: { text: string }[] }
  return notices.map(({ text }) => text)
}
