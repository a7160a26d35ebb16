/**
 * A desk of a test: it hands out people, seats and names that nobody of the house had before.
 */

import type { Browser, TestApp } from '../test-app/index.ts'
import { ok } from './answer.ts'
import { type Applicant, anApplicant } from './applicant.ts'
import { aFilledDraft, type Draft, signDraft } from './draft.ts'

const characters = [...'海岳松柏云舟青禾明川嘉树长风沐阳泽远']

/** What the tests of a house file. */
export interface RegistrationDesk {
  /** of full age, with a number of their own */
  readonly someone: (name?: string) => Promise<Applicant>
  /** a seat that no draft of this desk had before */
  readonly freeSeat: () => string
  /** every answer given, the name kept, a seat held */
  readonly aDraft: (owner: Applicant, changed?: object) => Promise<Draft>
  /** the links sent out and signed by the owner, and by the others in the order of the links */
  readonly signed: (draft: Draft, others?: readonly Browser[]) => Promise<Draft>
  readonly signedDraft: (changed?: object) => Promise<Draft>
  readonly submit: (draft: Draft, key?: string) => ReturnType<Browser['post']>
  /** a registrar who has claimed the case */
  readonly claimed: (draft: Draft, name?: string) => Promise<Browser>
}

/** A desk of its own: seats and trade names are used once each. */
export function registrationDesk(app: TestApp): RegistrationDesk {
  const used = { seats: 0, trade: 0 }
  const someone = (name?: string) => anApplicant(app, name)
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
  const aDraft = (owner: Applicant, changed: object = {}) =>
    aFilledDraft(owner, { name: `青岛${nextTrade()}信息技术有限公司`, seat: freeSeat(), changed })
  return {
    someone,
    freeSeat,
    aDraft,
    signed: signDraft,
    signedDraft: async (changed = {}) => signDraft(await aDraft(await someone(), changed)),
    submit: ({ id, owner }, key) => owner.post(`/api/registration/applications/${id}/submit`, {}, key),
    claimed: async ({ id }, name = '王敏') => {
      const registrar = await app.signIn({ name, roles: ['registrar'] })
      await ok(registrar.post(`/api/registration/queue/${id}/claim`))
      return registrar
    },
  }
}
