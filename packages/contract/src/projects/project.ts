/**
 * Projects and their stewards on the wire.
 */

import { array, boolean, enum as choice, int, iso, number, object, record, string, unknown, uuid } from 'zod'
import { defineRoute } from '../route.ts'

const channel = choice(['visit', 'call', 'message', 'video', 'counter'])
const duty = choice(['primary', 'backup'])

const steward = object({ id: uuid(), name: string(), duty })

const contact = object({
  id: uuid(),
  channel,
  by: choice(['steward', 'applicant']),
  person: string(),
  at: iso.datetime(),
  text: string(),
  place: string().nullable(),
  checked: array(string()),
  /** for a question: by when it is to be answered, and whether that is over without an answer */
  responseDueAt: iso.datetime().nullable(),
  isOverdue: boolean(),
})

/** One line of a list of projects. */
export const listed = object({
  id: uuid(),
  number: string(),
  name: string(),
  kind: string(),
  state: choice(['active', 'ended']),
  createdAt: iso.datetime(),
  stewards: array(steward),
  lastContactAt: iso.datetime().nullable(),
  /** questions nobody has answered yet */
  openQuestions: int(),
})

/** One project. */
const project = listed.extend({
  facts: record(string(), unknown()),
  stewardships: array(
    steward.extend({ from: iso.datetime(), to: iso.datetime().nullable(), reason: string() }),
  ),
  contacts: array(contact),
})

const projectId = object({ id: uuid() })

/** A project is begun; its stewards are chosen at once. */
export const createProject = defineRoute({
  id: 'projects.create',
  method: 'POST',
  path: '/api/projects',
  action: 'project.create',
  summary: 'Begins a project; a primary steward and a backup are given at once',
  body: object({
    name: string().trim().min(2).max(100),
    kind: string().min(1).max(40),
    facts: record(string().max(60), unknown()).optional(),
  }),
  response: object({ id: uuid(), number: string() }),
  success: 201,
  problems: ['project-kind-unknown', 'calendar-not-published'],
  idempotent: true,
})

/** A project with its stewards and its timeline. */
export const readProject = defineRoute({
  id: 'projects.read',
  method: 'GET',
  path: '/api/projects/:id',
  action: 'project.read',
  summary: 'A project, its stewards over time and every contact',
  params: projectId,
  response: project,
})

/** A question to the steward. */
export const askSteward = defineRoute({
  id: 'projects.ask',
  method: 'POST',
  path: '/api/projects/:id/messages',
  action: 'project.ask',
  summary: 'Asks the steward; the answer comes within the promised minutes of office hours',
  params: projectId,
  body: object({ text: string().trim().min(2).max(2000) }),
  response: object({ id: uuid(), responseDueAt: iso.datetime() }),
  success: 201,
  problems: ['project-ended', 'calendar-not-published'],
  idempotent: true,
})

/** A visit, call or message, recorded by a steward; also hours later, from a phone that had no network. */
export const recordContact = defineRoute({
  id: 'projects.record-contact',
  method: 'POST',
  path: '/api/projects/:id/contacts',
  action: 'project.record-contact',
  summary:
    'Records a visit, call or message; the id is the device’s, so that sending it twice records it once',
  params: projectId,
  body: object({
    id: uuid(),
    channel,
    by: choice(['steward', 'applicant']),
    at: iso.datetime(),
    text: string().trim().min(1).max(2000),
    place: string().max(200).optional(),
    position: object({
      latitude: number().min(-90).max(90),
      longitude: number().min(-180).max(180),
    }).optional(),
    checked: array(string().max(40)).max(80).optional(),
    /** case it was about: a journey of the applicant counts against that case */
    caseId: uuid().optional(),
    /** day of the next contact, agreed on with this one */
    nextContactOn: iso.date().optional(),
  }),
  response: object({ id: uuid() }),
  success: 201,
  problems: [
    'project-ended',
    'contact-ahead-of-time',
    'contact-recorded-otherwise',
    'case-unknown',
    'next-contact-past',
  ],
  idempotent: true,
})

/** Other stewards take over. */
export const handOverProject = defineRoute({
  id: 'projects.hand-over',
  method: 'POST',
  path: '/api/projects/:id/hand-over',
  action: 'project.hand-over',
  summary: 'Hands a project to other stewards, at this moment and with a reason',
  params: projectId,
  body: object({ primary: uuid(), backup: uuid(), reason: string().trim().min(2).max(200) }),
  response: object({ stewards: array(steward) }),
  problems: [
    'steward-unknown',
    'same-steward-twice',
    'reason-missing',
    'nothing-changes',
    'hand-over-in-the-past',
    'project-ended',
  ],
  idempotent: true,
})

/** The projects a steward sees through. */
export const listStewarded = defineRoute({
  id: 'projects.list-stewarded',
  method: 'GET',
  path: '/api/stewards/projects',
  action: 'steward.list',
  summary: 'The active projects of this steward; a leader sees all',
  response: object({ projects: array(listed) }),
})

/** The team. */
export const listStewards = defineRoute({
  id: 'projects.list-stewards',
  method: 'GET',
  path: '/api/stewards',
  action: 'steward.list',
  summary: 'The stewards, what each knows well and has on hand, and who is away',
  response: object({
    stewards: array(
      object({
        id: uuid(),
        name: string(),
        isLeader: boolean(),
        specialties: array(string()),
        primary: int(),
        backup: int(),
        leaves: array(object({ from: iso.date(), to: iso.date() })),
      }),
    ),
  }),
})

/** Days on which a steward is away. */
export const planLeave = defineRoute({
  id: 'projects.plan-leave',
  method: 'POST',
  path: '/api/stewards/leaves',
  action: 'steward.plan-leave',
  summary: 'Plans days away; projects are handed over by hand before them',
  body: object({ from: iso.date(), to: iso.date() }),
  response: object({ projectsToHandOver: array(uuid()) }),
  success: 201,
  problems: ['leave-backwards', 'leave-planned-already'],
  idempotent: true,
})

/** What a steward knows well. */
export const setSpecialties = defineRoute({
  id: 'projects.set-specialties',
  method: 'PUT',
  path: '/api/stewards/:id/specialties',
  action: 'steward.manage',
  summary: 'Says which kinds of projects a steward knows well; they are offered those first',
  params: projectId,
  body: object({ kinds: array(string().max(40)).max(20) }),
  response: object({ kinds: array(string()) }),
  problems: ['project-kind-unknown', 'steward-unknown'],
  idempotent: true,
})
