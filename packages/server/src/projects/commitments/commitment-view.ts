/**
 * The commitments of a project on the wire.
 */

import type { listCommitments } from '@guanjia/contract/projects'
import type { RouteOutput } from '@guanjia/contract/route'
import { accept, type Result } from '@guanjia/core/kernel'
import { isFruitless } from '@guanjia/core/projects'
import type { AccessTables } from '../../access/index.ts'
import { projectsTables } from '../projects-tables.ts'
import type { LettersRoom } from './commitment-commands.ts'
import { findPledging, type PledgingProject, planWith, termsOf } from './commitment-terms.ts'

type View = RouteOutput<typeof listCommitments>
type Signed = View['commitments'][number]['signed']
type Commitment = PledgingProject['catalogue']['path']['commitments'][number]

/** What may be promised, with the letters there are. */
export async function viewCommitments(
  room: LettersRoom,
  { projectId, language }: { readonly projectId: string; readonly language: 'zh-CN' | 'en' },
): Promise<Result<View, 'plan-not-made' | 'calendar-not-published'>> {
  const found = await findPledging(room, room.database, { projectId, now: room.clock.now() })
  if (!found.ok) return found
  const project = found.value
  const letters = await readLetters(room, projectId)
  const issued = await issuedServices(room, projectId)
  const signedBy = (id: string, service: string): Signed => {
    const letter = letters.find(({ commitments }) =>
      commitments.some((one) => one.id === id && one.withdrawnAt === null),
    )
    if (letter === undefined) return null
    const { signedAt, signer } = letter
    return { letter: letter.id, signedAt, signer, withdrawable: !issued.has(service) }
  }
  return accept({
    commitments: project.catalogue.path.commitments.map((commitment) => {
      const signed = signedBy(commitment.id, commitment.service)
      const view = commitmentView(room, { ...project, language }, commitment)
      return { ...view, issued: issued.has(commitment.service), signed }
    }),
    letters: letters.map((letter) => ({
      ...letter,
      commitments: letter.commitments.map((one) => ({
        ...one,
        name: nameOf({ ...project, language }, one.id),
      })),
    })),
  })
}

/** A project with the language it is shown in. */
interface ShownProject extends PledgingProject {
  readonly language: 'zh-CN' | 'en'
}

function nameOf({ catalogue, language }: Pick<ShownProject, 'catalogue' | 'language'>, id: string): string {
  return catalogue.path.commitments.find((one) => one.id === id)?.name[language] ?? id
}

function commitmentView(room: LettersRoom, project: ShownProject, commitment: Commitment) {
  const plan = planWith(room, project, [commitment.id])
  const { language } = project
  const terms = termsOf(room, project, commitment, { plan: plan.ok ? plan.value : undefined, language })
  const { id, kind, service, basis, source, mark, makeUp } = commitment
  return {
    id,
    name: nameOf(project, id),
    kind,
    service: { id: service, name: terms.service },
    basis,
    source,
    mark,
    makeUp: { term: termIn(language, makeUp), source: makeUp.source, mark: makeUp.mark },
    conditions: terms.conditions.map(({ guard, state, confirm }) => ({
      sentence: guard.sentence[language] ?? guard.when.text,
      state,
      confirm,
      source: guard.source,
      mark: guard.mark,
    })),
    later: terms.later.map((name) => ({ name, due: terms.due })),
  }
}

function termIn(
  language: ShownProject['language'],
  term: Commitment['makeUp'],
): View['commitments'][number]['makeUp']['term'] {
  if (term.kind === 'milestone')
    return { kind: term.kind, until: term.until[language] ?? term.until['zh-CN'] ?? '' }
  const { kind, value, unit, from } = term
  return { kind, value, unit, from }
}

async function readLetters({ database }: LettersRoom, projectId: string) {
  const tables = projectsTables(database)
  const rows = await tables
    .withTables<AccessTables>()
    .selectFrom('project_letter')
    .innerJoin('person', 'person.id', 'project_letter.signed_by')
    .select(['project_letter.id', 'project_letter.signed_at', 'project_letter.digest', 'person.name'])
    .where('project_id', '=', projectId)
    .orderBy('signed_at', 'desc')
    .execute()
  const commitments = await tables
    .selectFrom('project_commitment')
    .selectAll()
    .where('project_id', '=', projectId)
    .orderBy('commitment')
    .execute()
  return rows.map(({ id, signed_at, digest, name }) => ({
    id,
    signedAt: signed_at.toISOString(),
    signer: name,
    digest,
    commitments: commitments
      .filter(({ letter_id }) => letter_id === id)
      .map(({ commitment, withdrawn_at }) => ({
        id: commitment,
        withdrawnAt: withdrawn_at?.toISOString() ?? null,
      })),
  }))
}

/** Services whose approval is issued: what was promised for them binds. */
async function issuedServices(
  { cases, database }: LettersRoom,
  projectId: string,
): Promise<ReadonlySet<string>> {
  const files = await cases.ofProject(database, projectId)
  const issued = files.filter(({ state }) => state.decision !== null && !isFruitless(state))
  return new Set(issued.map(({ state }) => state.service.id))
}
