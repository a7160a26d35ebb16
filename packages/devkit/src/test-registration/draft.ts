/**
 * Applications over the API, as people file them: a draft with every answer, its signatures, its submission.
 */

import type { Browser } from '../test-app/index.ts'
import { ok } from './answer.ts'
import type { Applicant } from './applicant.ts'

const base = '/api/registration/applications'

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

/** An application with every answer, its name kept and its seat held. */
export async function aFilledDraft(owner: Applicant, wish: DraftWish = {}): Promise<Draft> {
  const { kind = 'LLC', name, seat, changed = {} } = wish
  const { id } = await ok<{ id: string }>(owner.post(base, { kind }))
  if (name !== undefined) await keepName({ id, owner }, name)
  if (seat !== undefined) await ok(owner.post(`${base}/${id}/seat`, { code: seat }))
  const own = kind === 'LLC' ? companyAnswers : businessAnswers
  await changeAnswers({ id, owner }, { ...commonAnswers(owner), ...own, ...changed })
  return { id, owner }
}

interface Kept {
  readonly reserved: boolean
  readonly findings: readonly { readonly existing: string | null }[]
}

/** Keeps a name; names that are like it are put up with. */
async function keepName({ id, owner }: Draft, name: string): Promise<void> {
  const keep = (accepted: readonly string[]) =>
    ok<Kept>(owner.post(`${base}/${id}/name`, { name, pledged: true, accepted }))
  const asked = await keep([])
  if (asked.reserved) return
  const kept = await keep(asked.findings.flatMap(({ existing }) => existing ?? []))
  if (!kept.reserved) throw new Error(`${name} was not kept: ${JSON.stringify(kept.findings)}`)
}

/** Writes over some answers. */
export async function changeAnswers({ id, owner }: Draft, part: object): Promise<void> {
  const { version, answers } = await ok<{ version: number; answers: object }>(owner.get(`${base}/${id}`))
  const body = { version, answers: { ...answers, ...part } }
  await ok(owner.send({ method: 'PATCH', url: `${base}/${id}`, body }))
}

function commonAnswers({ name, identityNumber }: Applicant): object {
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

/** Sends the links out and signs: the first link is the owner's, the next belong to the others in their order. */
export async function signDraft(draft: Draft, others: readonly Browser[] = []): Promise<Draft> {
  const { id, owner } = draft
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
  return ok(owner.post(`${base}/${id}/submit`, {}))
}

/** The codes of everything that stood against a submission. */
export function reasonCodes({ reasons = [] }: Submission): readonly string[] {
  return reasons.flatMap(({ because }) => because.map(({ code }) => code))
}
