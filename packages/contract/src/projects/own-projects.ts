/**
 * The projects of whoever asks, and how one begins.
 */

import { array, boolean, enum as choice, int, iso, object, string } from 'zod'
import { defineRoute } from '../route.ts'
import { listed } from './project.ts'

const nextStep = object({
  step: string(),
  name: string(),
  /** who acts, as people call them */
  who: string(),
  /** whether the owner acts now: by working on it, or by filing it */
  isMine: boolean(),
  /** last day on which it may end without moving anything */
  by: iso.date(),
})

const ownProject = listed.extend({
  kindName: string(),
  /** null where none was drawn yet */
  plan: object({
    version: int(),
    /** when construction may begin; null where no permit is needed, or the dates are just being taken */
    permit: iso.date().nullable(),
    end: iso.date().nullable(),
    next: nextStep.nullable(),
  }).nullable(),
})

/** The projects of the one who asks. */
export const listProjects = defineRoute({
  id: 'projects.list-own',
  method: 'GET',
  path: '/api/projects',
  action: 'project.list-own',
  summary: 'My projects with what comes next, the newest first, and the office of the stewards',
  response: object({
    projects: array(ownProject),
    office: object({ name: string(), phone: string(), mark: choice(['S', 'G', 'U']) }),
  }),
})

/** The kinds of projects. */
export const listProjectKinds = defineRoute({
  id: 'projects.list-kinds',
  method: 'GET',
  path: '/api/projects/kinds',
  action: 'catalogue.read',
  summary: 'The kinds of projects, each with stewards who know it',
  response: object({ kinds: array(object({ id: string(), name: string() })) }),
})
