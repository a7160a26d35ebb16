import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fakeClock } from '../../../devkit/src/fake-clock/index.ts'
import { type TestDatabase, testDatabase } from '../../../devkit/src/test-database/index.ts'
import type { AccessDatabase, AccessTables } from './access-tables.ts'
import { admitNamedPerson } from './person-store.ts'
import { closeSession, findSession, openSession } from './session-store.ts'
import { hashPassword, newOneTimeSecret } from './staff-log-in.ts'

let test: TestDatabase
let tables: AccessDatabase
const now = new Date('2026-03-02T01:00:00Z')
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000)
const look = (token: string | undefined, at: Date, how: 'use' | 'look' = 'use') =>
  findSession(tables, token, { clock: fakeClock(at), how })

beforeAll(async () => {
  test = await testDatabase()
  tables = test.database.withTables<AccessTables>()
})
afterAll(() => test.close())

let sequence = 100_000
async function aPerson(): Promise<string> {
  sequence += 1
  const identityNumber = `370214198804${sequence}`
  return admitNamedPerson(tables, { name: '林海宁', identityNumber }, randomUUID())
}

async function aStaffMember(role: 'registrar' | undefined = 'registrar') {
  const personId = await aPerson()
  const secret = newOneTimeSecret()
  const username = `user-${sequence}`
  const password = 'correct horse'
  const password_hash = await hashPassword(password)
  await tables
    .insertInto('staff_account')
    .values({ person_id: personId, username, password_hash, one_time_secret: secret, locked_until: null })
    .execute()
  const grantId = randomUUID()
  if (role !== undefined) {
    const grant = { id: grantId, person_id: personId, role, confirmed_at: now }
    await tables.insertInto('role_grant').values(grant).execute()
  }
  return { personId, username, password, secret, grantId }
}

describe(findSession, () => {
  it('knows the person behind a token and nobody behind another', async () => {
    const personId = await aPerson()
    const token = await openSession(tables, { personId, assurance: 'face', now })
    expect((await look(token, later(1))).principal).toMatchObject({
      kind: 'person',
      id: personId,
      roles: ['applicant'],
    })
    expect((await look(`${token.slice(0, -2)}AA`, later(1))).principal.kind).toBe('anonymous')
    expect((await look(undefined, now)).principal.kind).toBe('anonymous')
  })

  it('does not keep the token in the table', async () => {
    const token = await openSession(tables, { personId: await aPerson(), assurance: 'face', now })
    const rows = await tables.selectFrom('session').selectAll().execute()
    expect(JSON.stringify(rows.map((row) => row.token_hash.toString('utf8')))).not.toContain(token)
  })

  it('ends with the idle limit, with the closing, and for staff with the last duty', async () => {
    const { personId, grantId } = await aStaffMember()
    const idle = await openSession(tables, { personId, assurance: 'two-factor', now })
    expect((await look(idle, later(30))).principal.kind).toBe('anonymous')

    const closed = await openSession(tables, { personId, assurance: 'two-factor', now })
    await closeSession(tables, closed, later(1))
    expect((await look(closed, later(1))).principal.kind).toBe('anonymous')

    const token = await openSession(tables, { personId, assurance: 'two-factor', now })
    expect((await look(token, later(1))).principal).toMatchObject({ roles: ['registrar'] })
    await tables
      .updateTable('role_grant')
      .set({ revoked_at: later(1) })
      .where('id', '=', grantId)
      .execute()
    expect((await look(token, later(1))).principal.kind).toBe('anonymous')
  })

  it('stays alive while it is used', async () => {
    const { personId } = await aStaffMember()
    const token = await openSession(tables, { personId, assurance: 'two-factor', now })
    for (const minutes of [20, 40, 60]) {
      expect((await look(token, later(minutes))).principal.kind).toBe('person')
    }
  })

  it('is not kept alive by being looked at', async () => {
    const { personId } = await aStaffMember()
    const token = await openSession(tables, { personId, assurance: 'two-factor', now })
    expect((await look(token, later(20), 'look')).principal.kind).toBe('person')
    expect((await look(token, later(31), 'look')).principal.kind).toBe('anonymous')
  })

  it('leaves out a proposed duty and an ended delegation', async () => {
    const giver = await aPerson()
    const personId = await aPerson()
    const row = { from_person: giver, to_person: personId, scope: ['registration.edit'], ended_at: null }
    await tables
      .insertInto('delegation')
      .values({ ...row, id: randomUUID(), until: later(10) })
      .execute()
    const token = await openSession(tables, { personId, assurance: 'face', now })
    expect((await look(token, later(9))).principal).toMatchObject({
      delegations: [{ fromId: giver, scope: ['registration.edit'], until: '2026-03-02T01:10:00Z' }],
    })
    expect((await look(token, later(10))).principal).toMatchObject({ delegations: [] })
  })
})
