import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../devkit/src/test-database/index.ts'
import type { AccessDatabase, AccessTables } from './access-tables.ts'
import {
  admitNamedPerson,
  admitPerson,
  findPersonByIdentityNumber,
  findRealName,
  type RealName,
} from './person-store.ts'

let test: TestDatabase
let tables: AccessDatabase

beforeAll(async () => {
  test = await testDatabase()
  tables = test.database.withTables<AccessTables>()
})
afterAll(() => test.close())

let people = 0
function somebody(): RealName & { readonly phone: string } {
  people += 1
  const identityNumber = `37021419880412${String(people).padStart(4, '0')}`
  const own = { subject: `s-${people}`, identityNumber, phone: `1390000${String(people).padStart(4, '0')}` }
  return { issuer: 'https://id.example', name: '林海宁', ...own }
}

async function admitted(realName: RealName): Promise<string> {
  const answer = await admitPerson(tables, realName, randomUUID())
  if (!answer.ok) throw new Error(answer.code)
  return answer.value
}

describe(admitPerson, () => {
  it('takes the name, the number and the telephone from the identity service, whatever others have said', async () => {
    const real = somebody()
    const named = { name: '林海柠', identityNumber: real.identityNumber, phone: '13800000000' }
    const id = await admitNamedPerson(tables, named, randomUUID())
    expect(await findRealName(tables, id)).toMatchObject({ phone: null })
    expect(await admitted(real)).toBe(id)
    expect(await findRealName(tables, id)).toEqual({
      name: '林海宁',
      identityNumber: real.identityNumber,
      phone: real.phone,
    })
  })

  it('drops a telephone number that nobody vouches for, and keeps one that was vouched for', async () => {
    const { phone, ...real } = somebody()
    const id = await admitNamedPerson(tables, real, randomUUID())
    await tables
      .updateTable('person_identity')
      .set({ phone: '13800000000' })
      .where('person_id', '=', id)
      .execute()
    await admitted(real)
    expect(await findRealName(tables, id)).toMatchObject({ phone: null })
    await admitted({ ...real, phone })
    await admitted(real)
    expect(await findRealName(tables, id)).toMatchObject({ phone })
  })

  it('knows a person by issuer and subject when their identity number was put right', async () => {
    const [real, other] = [somebody(), somebody()]
    const id = await admitted(real)
    expect(await admitted({ ...real, identityNumber: other.identityNumber })).toBe(id)
    expect(await findRealName(tables, id)).toMatchObject({ identityNumber: other.identityNumber })
  })

  it('takes the same subject of another issuer for somebody else, and the same number for the same person', async () => {
    const [real, other] = [somebody(), somebody()]
    const id = await admitted(real)
    expect(await admitted({ ...other, subject: real.subject, issuer: 'https://elsewhere.example' })).not.toBe(
      id,
    )
    expect(await admitted({ ...real, subject: `${real.subject}-again` })).toBe(id)
  })

  it('takes every spelling of a number for the same person', async () => {
    const real = { ...somebody(), identityNumber: '11010519491231002X' }
    const id = await admitNamedPerson(
      tables,
      { name: real.name, identityNumber: ' 11010519491231002x' },
      randomUUID(),
    )
    expect(await admitted({ ...real, identityNumber: '１１０１０５１９４９１２３１００２ｘ' })).toBe(id)
    expect(await findPersonByIdentityNumber(tables, '11010519491231002x')).toBe(id)
    expect(await findRealName(tables, id)).toMatchObject({ identityNumber: real.identityNumber })
    const unfolded = tables
      .updateTable('person_identity')
      .set({ identity_number: '11010519491231002x' })
      .where('person_id', '=', id)
    await expect(unfolded.execute()).rejects.toThrow('person_identity_number_folded')
  })

  it('refuses a subject of one person with the number of another', async () => {
    const [real, other] = [somebody(), somebody()]
    const id = await admitted(real)
    await admitted(other)
    const mixed = { ...real, identityNumber: other.identityNumber }
    expect(await admitPerson(tables, mixed, randomUUID())).toMatchObject({ code: 'identity-conflicting' })
    expect(await findRealName(tables, id)).toMatchObject({ identityNumber: real.identityNumber })
  })

  it('makes one person of eight first log-ins at the same moment', async () => {
    const real = somebody()
    const ids = await Promise.all(Array.from({ length: 8 }, () => admitted(real)))
    expect(new Set(ids).size).toBe(1)
  })
})
