/**
 * Papers, links and feeds of plans over the wire.
 */

import * as contract from '@guanjia/contract/projects'
import { accept, refuse } from '@guanjia/core/kernel'
import { answer } from '../../platform/http/answer.ts'
import { keptPlanView, planProblems, readKeptPlan } from '../plans/kept-plan.ts'
import { readStepCases, type StepCases } from '../progress/step-progress-view.ts'
import { act, findPeople } from '../project-acts.ts'
import { findProject } from '../project-queries.ts'
import type { ProjectsRoom } from '../projects-ports.ts'
import { openPlanPress, type PlanFile, type PlanPress } from './plan-files.ts'
import { createShare, revokeShare, shareView } from './share-commands.ts'
import { openShareLinks, type ShareLinks } from './share-links.ts'
import { openShare, sharesInForce } from './share-store.ts'

/** Answers the routes of papers and shares. */
export function implementShareRoutes(room: ProjectsRoom): void {
  const links = openShareLinks(room.keysFolder, room.origin)
  const press = openPlanPress(room)
  implementPapers(room, press)
  implementSharing({ ...room, links })
  implementPictures({ ...room, links }, press)
  implementShared(room)
}

function fileAnswer({ bytes, type, name }: PlanFile, disposition: 'inline' | 'attachment') {
  const headers = {
    'content-type': type,
    'content-disposition': `${disposition}; filename="${name}"`,
    'cache-control': 'private, no-store',
  }
  return accept(answer(bytes, { headers }))
}

function implementPapers(room: ProjectsRoom, press: PlanPress): void {
  room.implement(
    contract.readPlanPaper,
    async ({ params, query: { format, sign, view } }) => {
      const kept = await readKeptPlan(room, params.id, { sign, view })
      if (!kept.ok) return kept
      const file = await press.file(format, await projectNamed(room, params.id), kept.value)
      return fileAnswer(file, format === 'pdf' || format === 'list' ? 'inline' : 'attachment')
    },
    planProblems,
    findPeople(room),
  )
  room.implement(
    contract.readSharedCalendar,
    async ({ params }) => {
      const share = await openShare(room.database, params.token, { kind: 'calendar', now: room.clock.now() })
      if (share === undefined) return refuse('share-gone')
      const kept = await readKeptPlan(room, share.project_id, {})
      if (!kept.ok) return refuse('share-gone')
      return fileAnswer(
        await press.file('ics', await projectNamed(room, share.project_id), kept.value),
        'inline',
      )
    },
    { 'share-gone': 410 },
  )
}

/** What papers and readers are told of a project. */
async function projectNamed({ database, clock }: ProjectsRoom, id: string) {
  const project = await findProject(database, id, clock.now())
  if (project === undefined) throw new Error('a project that has a plan is there')
  const { number, name } = project
  const primary = project.stewards.filter(({ duty }) => duty === 'primary')
  return { number, name, stewards: primary.map((steward) => steward.name) }
}

function implementSharing(room: ProjectsRoom & { readonly links: ShareLinks }): void {
  const { implement, database, clock, links } = room
  const concerned = findPeople(room)
  implement(
    contract.createShare,
    async (input) => {
      const projectId = input.params.id
      const made = await act(room, { name: 'projects.create-share', subject: projectId, input }, (context) =>
        createShare(room, context, { projectId, kind: input.body.kind, until: input.body.until }),
      )
      if (!made.ok) return made
      const shares = await sharesInForce(database, projectId, clock.now())
      const share = shares.find(({ id }) => id === made.value.id)
      if (share === undefined) throw new Error('a share that was made is there')
      return accept(shareView(links, share))
    },
    { 'project-ended': 409, 'share-too-long': 422 },
    concerned,
  )
  implement(
    contract.listShares,
    async ({ params }) => {
      const shares = await sharesInForce(database, params.id, clock.now())
      return accept({ shares: shares.map((share) => shareView(links, share)) })
    },
    {},
    concerned,
  )
  implement(
    contract.revokeShare,
    (input) => {
      const { id, share } = input.params
      return act(room, { name: 'projects.revoke-share', subject: id, input }, (context) =>
        revokeShare(context, { projectId: id, share }),
      )
    },
    {},
    concerned,
  )
}

/** A link as a picture to send on: it is made by whoever may make the link. */
function implementPictures(room: ProjectsRoom & { readonly links: ShareLinks }, press: PlanPress): void {
  room.implement(
    contract.readShareCard,
    async ({ params }) => {
      const shares = await sharesInForce(room.database, params.id, room.clock.now())
      const share = shares.find(({ id, kind }) => id === params.share && kind === 'read')
      if (share === undefined) return refuse('share-gone')
      const kept = await readKeptPlan(room, params.id, {})
      if (!kept.ok) return kept
      const link = { url: room.links.urlOf(share), until: share.until.toISOString().slice(0, 10) }
      return fileAnswer(press.card(link, await projectNamed(room, params.id), kept.value), 'inline')
    },
    { ...planProblems, 'share-gone': 410 },
    findPeople(room),
  )
}

/** What whoever has a link may see: the plan, the name of the project and of its steward. */
function implementShared(room: ProjectsRoom): void {
  room.implement(
    contract.readSharedPlan,
    async ({ params, query, language }) => {
      const share = await openShare(room.database, params.token, { kind: 'read', now: room.clock.now() })
      if (share === undefined) return refuse('share-gone')
      const kept = await readKeptPlan(room, share.project_id, query)
      if (!kept.ok) return refuse('share-gone')
      const { version, madeAt } = kept.value
      return accept({
        project: await projectNamed(room, share.project_id),
        until: share.until.toISOString(),
        version,
        madeAt,
        plan: keptPlanView(room, kept.value, {
          language,
          cases: withoutCases(await readStepCases(room, share.project_id)),
        }),
      })
    },
    { 'share-gone': 410 },
  )
}

/** How steps stand, but not by which cases. */
function withoutCases(steps: StepCases): StepCases {
  return new Map([...steps].map(([step, known]) => [step, { ...known, caseId: null, state: null }]))
}
