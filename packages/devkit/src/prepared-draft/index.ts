/**
 * Applicants and applications over the API, for tests that begin where a form has been filled in.
 */

import { identityCheckCharacter } from '@guanjia/core/registration'
import type { Browser, TestApp } from '../test-app/index.ts'

const base = '/api/registration/applications'

/** Somebody of full age who is signed in. */
export interface Applicant extends Browser {
  readonly name: string
  readonly identityNumber: string
}

/** An application and whose it is. */
export interface Draft {
  readonly id: string
  readonly owner: Applicant
}

/** What is answered; the rest is what an ordinary company of one person answers. */
export interface DraftWish {
  readonly kind?: 'LLC' | 'IND'
  /** none for an individual business without one */
  readonly name?: string
  readonly seat?: string
  readonly changed?: object
}

let people = 0

/** Somebody new; the same name makes another person each time. */
export async function anApplicant(app: TestApp, name = '林海宁'): Promise<Applicant> {
  people += 1
  const first17 = `37021419880413${String(people).padStart(3, '0')}`
  const identityNumber = first17 + identityCheckCharacter(first17)
  return { ...(await app.signIn({ name, identityNumber })), name, identityNumber }
}

/** The body of an answer, or an error that says what was refused. */
export async function taken<T>(
  answer: Promise<{ status: number; text: string; json: () => unknown }>,
): Promise<T> {
  const { status, text, json } = await answer
  if (status >= 300) throw new Error(`${status} ${text}`)
  return json() as T
}

/** An application with every answer. */
export async function aFilledDraft(owner: Applicant, wish: DraftWish = {}): Promise<Draft> {
  const { kind = 'LLC', name, seat, changed = {} } = wish
  const { id } = await taken<{ id: string }>(owner.post(base, { kind }))
  if (name !== undefined) await keepName({ id, owner }, name)
  if (seat !== undefined) await taken(owner.post(`${base}/${id}/seat`, { code: seat }))
  const own = kind === 'LLC' ? companyAnswers : businessAnswers
  await changeAnswers({ id, owner }, { ...common(owner), ...own, ...changed })
  return { id, owner }
}

async function keepName({ id, owner }: Draft, name: string): Promise<void> {
  const kept = await taken<{ reserved: boolean; findings: unknown }>(
    owner.post(`${base}/${id}/name`, { name, pledged: true }),
  )
  if (!kept.reserved) throw new Error(`${name} was not kept: ${JSON.stringify(kept.findings)}`)
}

/** Writes over some answers. */
export async function changeAnswers({ id, owner }: Draft, part: object): Promise<void> {
  const { version, answers } = await taken<{ version: number; answers: object }>(owner.get(`${base}/${id}`))
  const body = { version, answers: { ...answers, ...part } }
  await taken(owner.send({ method: 'PATCH', url: `${base}/${id}`, body }))
}

function common({ name, identityNumber }: Applicant): object {
  return {
    scope: { entryIds: ['i65-01'] },
    parties: [{ kind: 'person', id: 'p1', name, identityNumber, phone: '13900000001' }],
  }
}

const companyAnswers = {
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
}

const businessAnswers = {
  composition: 'personal',
  operatorId: 'p1',
  operatorResidence: '山东省青岛市城阳区正阳路1号3单元201户',
  liaisonId: 'p1',
}

/** Sends the links out and signs as the owner. */
export async function signDraft(draft: Draft): Promise<Draft> {
  const { id, owner } = draft
  const { version } = await taken<{ version: number }>(owner.get(`${base}/${id}`))
  const sent = await taken<{ documentsDigest: string; links: { url: string }[] }>(
    owner.post(`${base}/${id}/signatures`, { version }),
  )
  for (const { url } of sent.links) {
    const token = url.slice(url.lastIndexOf('/') + 1)
    const body = { documentsDigest: sent.documentsDigest, agreed: true }
    await taken(owner.post(`/api/registration/signing/${token}`, body))
  }
  return draft
}

/** How a submission came out. */
export interface Submission {
  readonly outcome: 'approved' | 'refused' | 'with-officer'
  readonly reasons?: readonly {
    readonly id: string
    readonly because: readonly { readonly code: string }[]
  }[]
  readonly licence?: { readonly number: string; readonly unifiedCode: string }
}

/** Submits. */
export function submitDraft({ id, owner }: Draft): Promise<Submission> {
  return taken(owner.post(`${base}/${id}/submit`, {}))
}

/** The codes of everything that stood against a submission. */
export function reasonCodes({ reasons = [] }: Submission): readonly string[] {
  return reasons.flatMap(({ because }) => because.map(({ code }) => code))
}
