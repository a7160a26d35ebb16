/**
 * Which project of a steward a supervised project is: its network then says where the supervised one is stuck.
 */

import { array, iso, object, string, uuid } from 'zod'
import { defineRoute } from '../route.ts'

const project = object({ id: uuid(), number: string(), name: string() })
const supervised = object({ id: uuid() })

/** The link. */
export const readSupervisedLink = defineRoute({
  id: 'supervision.read-link',
  method: 'GET',
  path: '/api/supervision/projects/:id/link',
  action: 'supervision.read',
  summary:
    'The project of a steward that a supervised project is linked with, what it was linked with before, and what it may be linked with',
  params: supervised,
  response: object({
    link: object({
      project,
      by: string(),
      at: iso.datetime(),
      /** where the project is stuck, from its own network; null while it is calm */
      stuck: string().nullable(),
    }).nullable(),
    /** links that were taken back, the last first */
    former: array(
      object({
        project,
        by: string(),
        at: iso.datetime(),
        endedBy: string(),
        endedAt: iso.datetime(),
        reason: string(),
      }),
    ),
    /** running projects that no supervised project is linked with, those of a like name first */
    choices: array(project),
  }),
  problems: ['supervised-unknown'],
})

/** Links. */
export const linkSupervised = defineRoute({
  id: 'supervision.link-project',
  method: 'POST',
  path: '/api/supervision/projects/:id/link',
  action: 'supervision.record',
  summary: 'Links a supervised project with the project of a steward whose network says where it is stuck',
  params: supervised,
  body: object({ projectId: uuid() }),
  response: object({ number: string() }),
  success: 201,
  problems: ['supervised-unknown', 'linked-project-unknown', 'link-stands', 'project-linked-elsewhere'],
  idempotent: true,
})

/** Takes a link back. */
export const unlinkSupervised = defineRoute({
  id: 'supervision.unlink-project',
  method: 'POST',
  path: '/api/supervision/projects/:id/unlinking',
  action: 'supervision.record',
  summary: 'Takes the link with a project back, with the reason; that it stood stays in the history',
  params: supervised,
  body: object({ reason: string().min(2).max(200) }),
  response: object({}),
  problems: ['supervised-unknown', 'link-missing'],
  idempotent: true,
})
