import { aFilledDraft, anApplicant, ok, signDraft, submitDraft } from '@guanjia/devkit/test-registration'
import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../devkit/src/test-app/index.ts'
import { type AccessTables, findSession } from '../access/index.ts'

/** Where the person behind a session belongs, as permissions see it. */
async function membershipsOf(app: TestApp, cookie: string) {
  const token = cookie.slice(cookie.indexOf('=') + 1)
  const look = { clock: app.clock, how: 'look' } as const
  const { principal } = await findSession(app.database.withTables<AccessTables>(), token, look)
  return principal.kind === 'person' ? principal.memberships : undefined
}

it('an approval makes its people members, and a revocation ends it', async () => {
  await using app = await testApp({ now: '2026-04-01T01:00:00Z' })
  const owner = await anApplicant(app)
  const wish = { name: '青岛明湖软件科技有限公司', seat: 'zhongou-1-3-12-2' }
  const draft = await signDraft(await aFilledDraft(owner, wish))
  expect(await membershipsOf(app, owner.cookie)).toEqual([])
  expect(await submitDraft(draft)).toMatchObject({ outcome: 'approved' })
  const { rows } = await sql<{ code: string }>`select unified_code as code from market_entity
    where application_id = ${draft.id}`.execute(app.database)
  expect(await membershipsOf(app, owner.cookie)).toEqual([
    { organisationCode: rows[0]?.code, position: 'legal-representative' },
  ])
  const path = `/api/registration/applications/${draft.id}/revocation`
  const one = await app.signIn({ name: '登记甲', roles: ['registrar'] })
  await ok(one.post(path, { reason: '冒用身份骗取登记' }))
  const two = await app.signIn({ name: '登记乙', roles: ['registrar-lead'] })
  await ok(two.post(`${path}/confirm`))
  expect(await membershipsOf(app, owner.cookie)).toEqual([])
})
