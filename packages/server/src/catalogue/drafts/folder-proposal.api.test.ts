import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { plainDate } from '@guanjia/core/calendar'
import { type Browser, type TestApp, testApp } from '@guanjia/devkit/test-app'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  contentStanding,
  draftConflict,
  proposeFolder,
  publishFirstCatalogue,
  readCatalogueContent,
  standingSentence,
} from '../index.ts'

const own = join(import.meta.dirname, '../../../../../content/qingdao')
const principal = { kind: 'system' as const, name: 'test' }
let app: TestApp
let proposer: Browser
let second: Browser
let folder = ''

beforeAll(async () => {
  app = await testApp({ now: '2026-03-02T01:00:00Z' })
  await publishFirstCatalogue(app.ports, { principal, name: 'system:test' })
  proposer = await app.signIn({ name: '沈目', roles: ['content-editor'] })
  second = await app.signIn({ name: '林录', roles: ['content-editor'] })
  folder = join(mkdtempSync(join(tmpdir(), 'zone-')), 'qingdao')
  cpSync(own, folder, { recursive: true })
}, 120_000)
afterAll(async () => {
  rmSync(join(folder, '..'), { recursive: true, force: true })
  await app.close()
})

/** Writes another text in the place of one that stands in a file of the copied zone. */
function change(text: string, becomes: string): void {
  const file = join(folder, 'services/stage-1.yaml')
  const before = readFileSync(file, 'utf8')
  expect(before).toContain(text)
  writeFileSync(file, before.replace(text, becomes))
}

const standing = (contentFolder: string) => contentStanding({ database: app.database, contentFolder })

function propose(effectiveOn: string) {
  const command = {
    name: 'catalogue.propose-folder',
    principal,
    correlationId: 'test',
    subject: '',
    legal: true,
  }
  return app.ports.runCommand(
    command,
    (context) =>
      proposeFolder(context, {
        ...readCatalogueContent(folder),
        id: app.ports.newId(),
        by: proposer.personId,
        reason: '文件夹里的修改',
        effectiveOn: plainDate(effectiveOn),
        today: plainDate('2026-03-02'),
      }),
    draftConflict,
  )
}

describe('the content folder of a zone', () => {
  it('is what was published, and then there is nothing to say or to propose', async () => {
    expect(await standing(own)).toEqual({ kind: 'published', number: 1, newest: 1 })
    expect(standingSentence({ kind: 'published', number: 1, newest: 1 })).toBeUndefined()
    expect(await propose('2026-03-02')).toMatchObject({ ok: false, code: 'catalogue-unchanged' })
  })

  it('is not published by itself where it differs: the house says so', async () => {
    change('committed: { value: 20,', 'committed: { value: 19,')
    const now = await standing(folder)
    expect(now).toEqual({ kind: 'unpublished', newest: 1 })
    expect(now && standingSentence(now)).toContain('guanjia content publish')
  })

  it('is proposed by one person, confirmed by another on screen, and applies from its day', async () => {
    expect(await propose('2026-03-01')).toMatchObject({ code: 'effective-date-past' })
    expect(await propose('2026-03-02')).toMatchObject({ ok: true, value: { number: 2 } })
    expect(await propose('2026-03-02')).toMatchObject({ code: 'draft-there-already' })
    const { draft } = (await second.get('/api/catalogue/draft')).json() as {
      draft: { revision: number; origin: string; state: string }
    }
    expect(draft).toMatchObject({ origin: 'folder', state: 'proposed' })
    const confirm = (browser: Browser) =>
      browser.post('/api/catalogue/draft/confirmation', { revision: draft.revision })
    expect((await confirm(proposer)).status).toBe(403)
    expect((await confirm(second)).json()).toMatchObject({ number: 2 })
    expect(await standing(folder)).toMatchObject({ kind: 'published', number: 2 })
    expect(await standing(own)).toEqual({ kind: 'earlier', number: 1, newest: 2 })
  })

  it('stays unread where it has faults', async () => {
    change('when: water.takes', 'when: water.take')
    const now = await standing(folder)
    expect(now).toMatchObject({ kind: 'faulty', newest: 2 })
    expect(now && standingSentence(now)).toContain('attribute-unknown')
  })
})
