/**
 * Set-ups as people file them, for tests of what comes after: somebody of full age, a draft with every answer, its
 * signatures, its submission.
 */

import { expect } from 'vitest'
import { identityCheckCharacter } from '../../../core/src/registration/index.ts'
import type { Browser, TestApp } from '../test-app/index.ts'

const base = '/api/registration/applications'
const characters = [...'海岳松柏云舟青禾明川嘉树长风沐阳泽远']

/** Somebody who is signed in. */
export interface Someone extends Browser {
  readonly name: string
  readonly identityNumber: string
}

/** An application and whose it is. */
export interface Draft {
  readonly id: string
  readonly owner: Someone
}

/** What the tests of a house file. */
export interface RegistrationDesk {
  /** of full age, with a number of their own */
  readonly someone: (name?: string) => Promise<Someone>
  /** a seat that no draft of this desk had before */
  readonly freeSeat: () => string
  /** every answer given, the name kept, a seat held */
  readonly aDraft: (owner: Someone, changed?: object) => Promise<Draft>
  /** the links sent out and signed by the owner, and by the others in the order of the links */
  readonly signed: (draft: Draft, others?: readonly Browser[]) => Promise<Draft>
  readonly signedDraft: (changed?: object) => Promise<Draft>
  readonly submit: (draft: Draft, key?: string) => ReturnType<Browser['post']>
  /** a registrar who has claimed the case */
  readonly claimed: (draft: Draft, name?: string) => Promise<Browser>
}

/** The body of a good answer; a refusal is thrown with its text. */
export async function ok<T>(
  answer: Promise<{ status: number; text: string; json: () => unknown }>,
): Promise<T> {
  const { status, text, json } = await answer
  if (status >= 300) throw new Error(`${status} ${text}`)
  return json() as T
}

/** An application with every answer, its name kept and its seat held. */
async function fillIn(
  owner: Someone,
  own: { readonly name: string; readonly seat: string },
  changed: object,
): Promise<Draft> {
  const { name } = own
  const { id } = await ok<{ id: string }>(owner.post(base, { kind: 'LLC' }))
  const { findings } = await ok<{ findings: { existing: string | null }[] }>(
    owner.post('/api/registration/names/check', { name }),
  )
  const accepted = findings.flatMap(({ existing }) => existing ?? [])
  const kept = await ok<{ reserved: boolean }>(
    owner.post(`${base}/${id}/name`, { name, pledged: true, accepted }),
  )
  expect(kept.reserved).toBe(true)
  await ok(owner.post(`${base}/${id}/seat`, { code: own.seat }))
  const { version, answers } = await ok<{ version: number; answers: object }>(owner.get(`${base}/${id}`))
  const full = {
    ...answers,
    scope: { entryIds: ['i65-01'] },
    parties: [
      {
        kind: 'person',
        id: 'p1',
        name: owner.name,
        identityNumber: owner.identityNumber,
        phone: '13900000001',
      },
    ],
    capital: { amount: '1000000.00', paidInBy: '2031-03-31' },
    shareholders: [{ partyId: 'p1', percent: '100', form: 'money' }],
    posts: {
      directors: ['p1'],
      manager: 'p1',
      supervision: { kind: 'waived-by-all' },
      legalRepresentative: 'p1',
      finance: 'p1',
      liaison: 'p1',
    },
    articles: { model: true, term: { years: null } },
    ...changed,
  }
  await ok(owner.send({ method: 'PATCH', url: `${base}/${id}`, body: { version, answers: full } }))
  return { id, owner }
}

/** Sends the links out and signs: the first link is the owner's, the next belong to the others. */
async function signed({ id, owner }: Draft, others: readonly Browser[] = []): Promise<Draft> {
  const { version } = await ok<{ version: number }>(owner.get(`${base}/${id}`))
  const sent = await ok<{ documentsDigest: string; links: { url: string }[] }>(
    owner.post(`${base}/${id}/signatures`, { version }),
  )
  const signers = [owner, ...others]
  for (const [place, { url }] of sent.links.entries()) {
    const token = url.slice(url.lastIndexOf('/') + 1)
    const body = { documentsDigest: sent.documentsDigest, agreed: true }
    await ok((signers[place] ?? owner).post(`/api/registration/signing/${token}`, body))
  }
  return { id, owner }
}

/** A desk of its own: numbers, seats and trade names are used once each. */
export function registrationDesk(app: TestApp): RegistrationDesk {
  const used = { people: 0, seats: 0, trade: 0 }
  const someone = async (name = '林海宁') => {
    used.people += 1
    const first17 = `37021419880412${String(used.people).padStart(3, '0')}`
    const identityNumber = first17 + identityCheckCharacter(first17)
    return { ...(await app.signIn({ name, identityNumber })), name, identityNumber }
  }
  const freeSeat = () => {
    used.seats += 1
    const { seats } = used
    return `panggu-1-${3 + Math.floor(seats / 90)}-${1 + Math.floor((seats % 90) / 5)}-${1 + (seats % 5)}`
  }
  // four characters, each time others: an odd factor walks through all of them before one comes again
  const nextTrade = () => {
    used.trade = (used.trade + 40_503) % 65_536
    return [12, 8, 4, 0].map((shift) => characters[(used.trade >> shift) & 15]).join('')
  }
  const aDraft = (owner: Someone, changed: object = {}) =>
    fillIn(owner, { name: `青岛${nextTrade()}信息技术有限公司`, seat: freeSeat() }, changed)
  return {
    someone,
    freeSeat,
    aDraft,
    signed,
    signedDraft: async (changed = {}) => signed(await aDraft(await someone(), changed)),
    submit: ({ id, owner }, key) => owner.post(`${base}/${id}/submit`, {}, key),
    claimed: async ({ id }, name = '王敏') => {
      const registrar = await app.signIn({ name, roles: ['registrar'] })
      await ok(registrar.post(`/api/registration/queue/${id}/claim`))
      return registrar
    },
  }
}
