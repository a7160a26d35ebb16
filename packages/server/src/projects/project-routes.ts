/**
 * Projects and stewards over the wire.
 */

import * as contract from '@guanjia/contract/projects'
import { plainDate } from '@guanjia/core/calendar'
import { accept, refuse } from '@guanjia/core/kernel'
import { askSteward, recordContact } from './contact-commands.ts'
import { listOwnProjects } from './own-projects.ts'
import { act, findPeople, findPeopleThen } from './project-acts.ts'
import { createProject } from './project-commands.ts'
import { findProject, listProjects, listTeam } from './project-queries.ts'
import type { ProjectsRoom } from './projects-ports.ts'
import { handOverProject, planLeave, setSpecialties } from './stewardship-commands.ts'

const ended = { 'project-ended': 409 } as const

/** Answers the routes of projects and stewards. */
export function implementProjectRoutes(room: ProjectsRoom): void {
  implementOwnRoutes(room)
  implementStewardRoutes(room)
  implementTeamRoutes(room)
}

function implementOwnRoutes(room: ProjectsRoom): void {
  const { implement, database, clock, newId, content } = room
  const concerned = findPeople(room)
  implement(
    contract.createProject,
    (input) => {
      const id = newId()
      return act(room, { name: 'projects.create', subject: id, input }, (context) =>
        createProject(room, context, { id, ...input.body }),
      )
    },
    { 'project-kind-unknown': 422, 'calendar-not-published': 503 },
  )
  implement(
    contract.listProjects,
    async ({ principal, language }) => {
      const { name, phone, mark } = content.office
      const ownerId = principal.kind === 'person' ? principal.id : undefined
      const projects = ownerId === undefined ? [] : await listOwnProjects(room, { ownerId, language })
      return accept({ projects, office: { name: name[language], phone, mark } })
    },
    {},
  )
  implement(
    contract.listProjectKinds,
    async ({ language }) =>
      accept({ kinds: content.kinds.map(({ id, name }) => ({ id, name: name[language] })) }),
    {},
  )
  implement(
    contract.readProject,
    async ({ params }) => {
      const project = await findProject(database, params.id, clock.now())
      return project === undefined ? refuse('not-found') : accept(project)
    },
    {},
    concerned,
  )
  implement(
    contract.askSteward,
    (input) =>
      act(room, { name: 'projects.ask', subject: input.params.id, input }, (context) =>
        askSteward(room, context, { id: newId(), projectId: input.params.id, ...input.body }),
      ),
    { ...ended, 'calendar-not-published': 503 },
    concerned,
  )
}

function implementStewardRoutes(room: ProjectsRoom): void {
  const { implement, database } = room
  const concerned = findPeople(room)
  implement(
    contract.recordContact,
    (input) =>
      act(room, { name: 'projects.record-contact', subject: input.params.id, input }, (context) =>
        recordContact(room, context, { projectId: input.params.id, ...input.body }),
      ),
    {
      ...ended,
      'contact-ahead-of-time': 422,
      'contact-recorded-otherwise': 409,
      'case-unknown': 422,
      'next-contact-past': 422,
    },
    findPeopleThen(room),
  )
  implement(
    contract.handOverProject,
    async (input) => {
      const projectId = input.params.id
      const done = await act(room, { name: 'projects.hand-over', subject: projectId, input }, (context) =>
        handOverProject(room, context, { projectId, ...input.body }),
      )
      if (!done.ok) return done
      const project = await findProject(database, projectId, room.clock.now())
      return accept({ stewards: project?.stewards ?? [] })
    },
    {
      ...ended,
      'steward-unknown': 422,
      'same-steward-twice': 422,
      'reason-missing': 422,
      'nothing-changes': 409,
      'hand-over-in-the-past': 409,
    },
    concerned,
  )
  implement(
    contract.listStewarded,
    async ({ principal }) => {
      if (principal.kind !== 'person') return accept({ projects: [] })
      const isLead = principal.roles.includes('steward-lead')
      const filter = isLead ? ({ activeOnly: true } as const) : { stewardId: principal.id }
      return accept({ projects: await listProjects(database, filter) })
    },
    {},
  )
}

function implementTeamRoutes(room: ProjectsRoom): void {
  const { implement, database } = room
  implement(contract.listStewards, async () => accept({ stewards: await listTeam(database) }), {})
  implement(
    contract.planLeave,
    (input) => {
      const leave = { from: plainDate(input.body.from), to: plainDate(input.body.to) }
      return act(
        room,
        { name: 'projects.plan-leave', subject: leave.from, input },
        (context) => planLeave(context, leave),
        (constraint) => (constraint === 'steward_leave_once' ? refuse('leave-planned-already') : undefined),
      )
    },
    { 'leave-backwards': 422, 'leave-planned-already': 409 },
  )
  implement(
    contract.setSpecialties,
    (input) =>
      act(room, { name: 'projects.set-specialties', subject: input.params.id, input }, (context) =>
        setSpecialties(room, context, { stewardId: input.params.id, kinds: input.body.kinds }),
      ),
    { 'project-kind-unknown': 422, 'steward-unknown': 404 },
  )
}
