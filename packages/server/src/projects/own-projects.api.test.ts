import { testApp } from '@guanjia/devkit/test-app'
import { expect, it } from 'vitest'
import { publishFirstCatalogue } from '../catalogue/index.ts'

interface Own {
  readonly name: string
  readonly kindName: string
  readonly plan: {
    readonly version: number
    readonly permit: string | null
    readonly next: { readonly name: string; readonly who: string; readonly isMine: boolean } | null
  } | null
}

it('an owner sees what comes next in each project, and how to reach the stewards', async () => {
  await using app = await testApp()
  const principal = { kind: 'system' as const, name: 'test' }
  await publishFirstCatalogue(app.ports, { principal, name: 'system:test' })
  const owner = await app.signIn({ name: '林海宁' })
  const { kinds } = (await owner.get('/api/projects/kinds')).json() as { kinds: { id: string }[] }
  expect(kinds.map(({ id }) => id)).toContain('industrial')
  const made = await owner.post('/api/projects', { name: '体外诊断试剂厂房', kind: 'industrial' })
  const { id } = made.json() as { id: string }
  const mine = async () => (await owner.get('/api/projects')).json() as { projects: Own[]; office: object }
  expect(await mine()).toMatchObject({
    projects: [{ name: '体外诊断试剂厂房', kindName: '工业厂房', plan: null }],
    office: { name: '项目管家办公室', phone: expect.any(String), mark: 'U' },
  })
  await owner.post(`/api/projects/${id}/plans`, { start: '2023-02-01' })
  expect((await mine()).projects[0]?.plan).toMatchObject({ version: 1 })
  await app.settle()
  const plan = (await mine()).projects[0]?.plan
  expect(plan?.permit).toMatch(/^2023-/)
  expect(plan?.next).toMatchObject({ name: expect.any(String), who: expect.any(String), isMine: true })
  const other = await app.signIn({ name: '王一宁' })
  expect((await other.get('/api/projects')).json()).toMatchObject({ projects: [] })
})
