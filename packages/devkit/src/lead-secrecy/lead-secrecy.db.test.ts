import { randomBytes } from 'node:crypto'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../test-database/index.ts'
import { makeReader, openTestIntake, type TestIntake } from '../test-leads/index.ts'
import { fileByForm, fileSealed, lookSealed, searchFor, spellings, tablesWith } from './index.ts'

let db: TestDatabase
let admin: Client
let intake: TestIntake

beforeAll(async () => {
  db = await testDatabase()
  admin = new Client({ connectionString: db.adminUrl })
  await admin.connect()
  await makeReader(db.adminUrl)
  await makeReader(db.adminUrl, { office: 'keeper' })
  intake = await openTestIntake(db.adminUrl)
})

afterAll(async () => {
  await intake[Symbol.asyncDispose]()
  await admin.end()
  await db.close()
})

describe('the search', () => {
  it('finds a word in every spelling, wherever it stands', () => {
    const [word, another] = [1, 2].map(() => `canary${randomBytes(9).toString('hex')}`) as [string, string]
    const code = randomBytes(9).toString('hex')
    const search = searchFor([another, word, code])
    for (const before of ['', 'a', 'ab', 'abc']) {
      const text = Buffer.from(`${before}canary, then ${word}zz${code}z`)
      const wide = Buffer.from(text.toString('latin1'), 'utf16le')
      for (const bytes of [
        text,
        wide,
        Buffer.from(text.toString('hex')),
        Buffer.from(text.toString('base64')),
      ])
        expect([...search(bytes)].toSorted()).toEqual([code, word].toSorted())
    }
    expect(search(Buffer.from('nothing of a canary')).size).toBe(0)
    expect(spellings(word).every((spelling) => spelling.length > word.length - 4)).toBe(true)
  })
})

describe('a database full of reports', () => {
  it('holds no word of them, in whichever way they came, nor of who sent them', async () => {
    const reports = [
      ...(await Promise.all([1, 2, 3].map(() => fileByForm(intake.origin)))),
      await fileSealed(intake.origin),
    ]
    const canaries = reports.flatMap((report) => report.canaries)
    const codes = reports.map(({ code }) => code)
    expect(canaries).toHaveLength(16)
    expect(await tablesWith(admin, [...canaries, ...codes])).toEqual([])
    expect((await lookSealed(intake.origin, codes[3] ?? '')).response.status).toBe(200)
    expect(intake.faults).toEqual([])

    // a house that kept plain text would be caught: in a text, and in bytes
    await admin.query(`update leads.lead_event set body = $1`, [JSON.stringify({ said: canaries[0] })])
    await admin.query(`update leads.envelope set content = $1`, [Buffer.from(canaries[5] ?? '')])
    expect(await tablesWith(admin, canaries)).toEqual(['leads.envelope', 'leads.lead_event'])
  })
})
