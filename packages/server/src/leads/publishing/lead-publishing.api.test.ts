import { fileByForm } from '@guanjia/devkit/lead-secrecy'
import { type TestApp, testApp } from '@guanjia/devkit/test-app'
import { makeReader, openTestIntake, type TestIntake } from '@guanjia/devkit/test-leads'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { digestOf } from '../store/taking-in.ts'

let app: TestApp
let intake: TestIntake
let admin: Client

beforeAll(async () => {
  app = await testApp({ now: '2023-05-04T01:00:00Z' })
  admin = new Client({ connectionString: app.adminUrl })
  await admin.connect()
  await makeReader(app.adminUrl)
  await makeReader(app.adminUrl, { office: 'keeper' })
  intake = await openTestIntake(app.adminUrl, app.clock.now)
})

afterAll(async () => {
  await intake[Symbol.asyncDispose]()
  await admin.end()
  await app.close()
})

interface DigestsLeaf {
  readonly subject: string
  readonly body: { readonly day: string; readonly digests: readonly string[] }
}

async function leaves(): Promise<readonly DigestsLeaf[]> {
  const { rows } = await admin.query<{ text: string }>('select text from guanjia.ledger_leaf order by id')
  return rows
    .map(({ text }) => JSON.parse(text) as DigestsLeaf & { readonly act: string })
    .filter(({ act }) => act === 'leads.digests-published')
}

async function publish(): Promise<void> {
  await app.database.transaction().execute((tx) => app.ports.jobs.enqueue(tx, 'leads.publish', {}))
  await app.settle()
}

describe('the digests of reports', () => {
  it('go into the ledger on the day after, once, in no order of arrival', async () => {
    for (const _ of [1, 2]) await fileByForm(intake.origin)
    await publish()
    expect(await leaves()).toEqual([])
    app.clock.advance(24 * 3_600_000)
    await publish()
    await publish()
    const { rows } = await admin.query<{ content: Buffer }>(
      'select content from leads.envelope where position = 0',
    )
    const digests = rows.map(({ content }) => digestOf(content)).toSorted()
    expect(await leaves()).toMatchObject([{ subject: '2023-05-04', body: { day: '2023-05-04', digests } }])
  })

  it('are shown to whoever has the code', async () => {
    const { code } = await fileByForm(intake.origin)
    const page = await (await intake.form('/mailbox', { code })).text()
    const { rows } = await admin.query<{ content: Buffer }>(
      'select content from leads.envelope where position = 0 order by ctid desc limit 1',
    )
    const [last] = rows
    expect(last && page.includes(digestOf(last.content))).toBe(true)
    expect(page).toContain('下一个整理日')
  })
})
