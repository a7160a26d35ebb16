/**
 * Signing a letter of commitment and withdrawing from it. The plan counts with it at once; the case of its service has the
 * promise in the same transaction, or is given it when it is opened.
 */

import { accept, type Result, refuse } from '@guanjia/core/kernel'
import {
  type ConditionRefusal,
  checkConditions,
  isFruitless,
  type LetterStatement,
  letterDigest,
  letterSignatureBytes,
} from '@guanjia/core/projects'
import type { CommandContext } from '../../platform/commands/command.ts'
import { keepStated } from '../plans/fact-commands.ts'
import { type MakePlanRefusal, makePlan } from '../plans/plan-commands.ts'
import { todayOf } from '../plans/plan-source.ts'
import { promisesTo } from '../progress/case-promises.ts'
import { type ProjectsRoom, personOf } from '../projects-ports.ts'
import { projectsTables } from '../projects-tables.ts'
import { commitmentsOf, findPledging, type PledgingProject } from './commitment-terms.ts'
import type { LetterContent } from './letter-content.ts'
import { type LetterRefusal, letterFor } from './letter-document.ts'

/** The room with the words of its letters. */
export type LettersRoom = ProjectsRoom & { readonly letters: LetterContent }

/** What is signed, over which words. */
export interface SigningWish {
  readonly projectId: string
  readonly commitments: readonly string[]
  /** attributes the signer states to be true */
  readonly confirmed: readonly string[]
  readonly documentDigest: string
}

type SigningRefusal =
  | MakePlanRefusal
  | LetterRefusal
  | ConditionRefusal
  | 'plan-not-made'
  | 'document-changed'
  | 'identity-not-verified'
  | 'approval-issued-already'

/** Signs. */
export async function signCommitments(
  room: LettersRoom,
  context: CommandContext,
  wish: SigningWish,
): Promise<Result<{ letter: string; signedAt: string; version: number }, SigningRefusal>> {
  const { principal, now } = context
  if (principal.kind !== 'person' || principal.assurance !== 'face') return refuse('identity-not-verified')
  const found = await lockPledging(room, context, wish.projectId)
  if (!found.ok) return found
  const project = stating(found.value, wish)
  const on = todayOf(room, now)
  const letter = letterFor(room, project, { commitments: wish.commitments, signer: principal.name, on })
  if (!letter.ok) return letter
  const chosen = commitmentsOf(project, wish.commitments)
  if (!chosen.ok) return chosen
  const checked = checkConditions(chosen.value, project.facts, project.credit)
  if (!checked.ok) return checked
  const digest = letterDigest(letter.value)
  if (digest !== wish.documentDigest) return refuse('document-changed')
  const statement = {
    projectId: project.id,
    documentDigest: digest,
    signerId: principal.id,
    signedAt: now.toISOString(),
  }
  const id = room.newId()
  await keepLetter(room, context, { id, letter: letter.value, statement, commitments: wish.commitments })
  await keepStated(context, project.id, project.facts)
  const promised = await promiseInCases(room, context, project, wish.commitments)
  if (!promised.ok) return promised
  const plan = await makePlan(room, { ...context, madeBy: principal.id }, { projectId: project.id })
  if (!plan.ok) return plan
  context.record({
    act: 'projects.commitments-signed',
    subject: project.number,
    body: { digest, commitments: [...wish.commitments], signer: context.commit(principal.id) },
  })
  context.emit({
    type: 'projects.commitments-signed',
    subject: project.id,
    body: { number: project.number, actorId: principal.id, commitments: wish.commitments.length },
  })
  return accept({ letter: id, signedAt: statement.signedAt, version: plan.value.version })
}

/** The project, locked before anything of it is read. */
async function lockPledging(
  room: ProjectsRoom,
  { tx, now }: CommandContext,
  projectId: string,
): Promise<Result<PledgingProject, 'plan-not-made' | 'project-ended'>> {
  const { state } = await projectsTables(tx)
    .selectFrom('project')
    .select('state')
    .where('id', '=', projectId)
    .forUpdate()
    .executeTakeFirstOrThrow()
  return state === 'ended' ? refuse('project-ended') : findPledging(room, tx, { projectId, now })
}

/** What the signer states of a condition that is theirs to state counts as known from then on; nothing else does. */
function stating(project: PledgingProject, { commitments, confirmed }: SigningWish): PledgingProject {
  const chosen = project.catalogue.path.commitments.filter(({ id }) => commitments.includes(id))
  const statable = new Set(chosen.flatMap(({ guards }) => guards.map(({ when }) => when.text)))
  const stated = confirmed.filter((id) => statable.has(id) && project.facts[id] === undefined)
  return { ...project, facts: { ...project.facts, ...Object.fromEntries(stated.map((id) => [id, true])) } }
}

interface LetterToKeep {
  readonly id: string
  readonly letter: Parameters<typeof letterDigest>[0]
  readonly statement: LetterStatement
  readonly commitments: readonly string[]
}

async function keepLetter(
  { signer }: ProjectsRoom,
  { tx, now }: CommandContext,
  { id, letter, statement, commitments }: LetterToKeep,
): Promise<void> {
  const { projectId, documentDigest, signerId } = statement
  const made = await signer.sign(signerId, letterSignatureBytes(statement))
  const tables = projectsTables(tx)
  await tables
    .insertInto('project_letter')
    .values({
      id,
      project_id: projectId,
      document: JSON.stringify(letter) as unknown as typeof letter,
      digest: documentDigest,
      signed_by: signerId,
      signed_at: now,
      key_id: made.keyId,
      public_key: Buffer.from(made.publicKey),
      signature: Buffer.from(made.signature),
    })
    .execute()
  const rows = commitments.map((commitment) => ({
    project_id: projectId,
    commitment,
    letter_id: id,
    signed_at: now,
    withdrawn_at: null,
  }))
  await tables.insertInto('project_commitment').values(rows).execute()
}

/** The cases that are open already are given the promises; one whose approval is issued takes none any more. */
async function promiseInCases(
  room: ProjectsRoom,
  context: CommandContext,
  project: PledgingProject,
  commitments: readonly string[],
): Promise<Result<undefined, ConditionRefusal | 'approval-issued-already' | 'calendar-not-published'>> {
  for (const { id, service } of project.catalogue.path.commitments) {
    if (!commitments.includes(id)) continue
    const signed = await promisesTo(room, context, { projectId: project.id, service, facts: project.facts }, [
      id,
    ])
    if (!signed.ok) return signed
  }
  return accept(undefined)
}

/** Withdraws a commitment. */
export async function withdrawCommitment(
  room: ProjectsRoom,
  context: CommandContext,
  { projectId, commitment }: { readonly projectId: string; readonly commitment: string },
): Promise<
  Result<{ version: number }, MakePlanRefusal | 'commitment-not-signed' | 'approval-issued-already'>
> {
  const found = await lockPledging(room, context, projectId)
  if (!found.ok) return found.code === 'plan-not-made' ? refuse('commitment-not-signed') : refuse(found.code)
  const project = found.value
  if (!project.standing.includes(commitment)) return refuse('commitment-not-signed', { commitment })
  const service = project.catalogue.path.commitments.find(({ id }) => id === commitment)?.service
  // what was promised in a case that ended without a grant stays on its file and binds nobody any more
  const concerned = (await room.cases.ofProject(context.tx, projectId)).filter(
    ({ state }) =>
      state.service.id === service &&
      state.promises.some(({ id }) => id === commitment) &&
      !isFruitless(state),
  )
  for (const { id: caseId } of concerned) {
    const taken = await room.cases.takeBackPromise(context, { caseId, promise: commitment })
    if (!taken.ok) return refusalOfWithdrawal(taken.code)
  }
  await projectsTables(context.tx)
    .updateTable('project_commitment')
    .set({ withdrawn_at: context.now })
    .where('project_id', '=', projectId)
    .where('commitment', '=', commitment)
    .where('withdrawn_at', 'is', null)
    .execute()
  const plan = await makePlan(room, { ...context, madeBy: personOf(context) }, { projectId })
  if (!plan.ok) return plan
  const body = { commitment, by: context.commit(personOf(context)) }
  context.record({ act: 'projects.commitment-withdrawn', subject: project.number, body })
  context.emit({
    type: 'projects.commitment-withdrawn',
    subject: projectId,
    body: { number: project.number, actorId: personOf(context), commitment },
  })
  return accept({ version: plan.value.version })
}

function refusalOfWithdrawal(code: string) {
  if (code === 'case-ended') return refuse('approval-issued-already')
  if (code === 'calendar-not-published') return refuse('calendar-not-published')
  throw new Error(`a case does not give a promise back: ${code}`)
}
