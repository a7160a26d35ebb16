import { proposeKey } from '@guanjia/devkit/lead-keys'
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

const run = async (job: string) => {
  await app.database.transaction().execute((tx) => app.ports.jobs.enqueue(tx, job, {}))
  await app.settle()
}

interface DigestsLeaf {
  readonly subject: string
  readonly body: { readonly day: string; readonly digests: readonly string[] }
}

async function leaves(of = 'leads.digests-published'): Promise<readonly DigestsLeaf[]> {
  const { rows } = await admin.query<{ text: string }>('select text from guanjia.ledger_leaf order by id')
  return rows
    .map(({ text }) => JSON.parse(text) as DigestsLeaf & { readonly act: string })
    .filter(({ act }) => act === of)
}

const publish = () => run('leads.publish')

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

describe('the leaf of an act at the desk', () => {
  const proposed = (keyId: string) =>
    leaves('leads.key-proposed').then((all) => all.filter(({ subject }) => subject === keyId))
  const owed = async () => (await admin.query('select from leads.owed_leaf')).rowCount

  it('is written with the act, and nothing is owed after that', async () => {
    const handler = await app.signIn({ roles: ['lead-handler'] })
    const { keyId } = (await proposeKey(handler, 'handler')).opener
    for (const _ of [1, 2]) await run('leads.write-owed-leaves')
    expect(await proposed(keyId)).toHaveLength(1)
    expect(await owed()).toBe(0)
  })

  it('is written once after a crash that came between the act and the ledger', async () => {
    const handler = await app.signIn({ roles: ['lead-handler'] })
    await admin.query(`create function guanjia.crash() returns trigger language plpgsql
      as $$ begin raise exception 'the power is gone'; end $$;
      create trigger crash before insert on guanjia.ledger_leaf
      for each row execute function guanjia.crash()`)
    const { opener, answer } = await proposeKey(handler, 'handler')
    await admin.query('drop trigger crash on guanjia.ledger_leaf')
    expect(answer.status).toBe(500)
    const keys = 'select state from leads.reader_key where key_id = $1'
    expect((await admin.query(keys, [opener.keyId])).rows).toEqual([{ state: 'proposed' }])
    expect([await owed(), await proposed(opener.keyId)]).toEqual([1, []])
    for (const _ of [1, 2]) await run('leads.write-owed-leaves')
    expect(await proposed(opener.keyId)).toMatchObject([{ body: { by: expect.any(String) } }])
    expect(await owed()).toBe(0)
    expect(JSON.stringify(await proposed(opener.keyId))).not.toContain(handler.personId)
  })

  it('is not owed for what was refused', async () => {
    const handler = await app.signIn({ roles: ['lead-handler'] })
    await proposeKey(handler, 'handler')
    await run('leads.write-owed-leaves')
    const { answer, opener } = await proposeKey(handler, 'handler')
    expect(answer.json()).toMatchObject({ code: 'key-waits' })
    expect([await owed(), await proposed(opener.keyId)]).toEqual([0, []])
  })
})
