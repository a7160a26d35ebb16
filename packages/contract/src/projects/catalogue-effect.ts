/**
 * What another version of the catalogue does to plans: of every running project before it is published, of one project when
 * its steward takes it.
 */

import { array, boolean, int, iso, nullable, object, string, uuid } from 'zod'
import { defineRoute } from '../route.ts'

const named = object({ id: string(), name: string() })

const moved = object({
  /** working days from the start of the plan */
  before: int(),
  after: int(),
  /** positive = later */
  workingDays: int(),
  beforeOn: iso.date().nullable(),
  afterOn: iso.date().nullable(),
})

/** The difference between the plan as it is and the plan with another version; a time is null where it does not move. */
const planEffect = object({
  entering: array(named),
  leaving: array(named),
  permit: nullable(moved),
  end: nullable(moved),
  /** steps whose finish moves */
  steps: array(named.extend({ workingDays: int() })),
})

/** What the draft would do. */
export const readCatalogueImpact = defineRoute({
  id: 'projects.read-catalogue-impact',
  method: 'GET',
  path: '/api/catalogue/draft/impact',
  action: 'catalogue.edit',
  summary:
    'What the draft of the catalogue would do to the plans of running projects, and the cases it leaves alone',
  response: object({
    base: int(),
    revision: int(),
    projects: array(
      object({
        id: uuid(),
        number: string(),
        name: string(),
        steward: nullable(string()),
        /** number of the version its plan rests on */
        plannedWith: int(),
        effect: planEffect,
      }),
    ),
    /** running projects whose plan stays as it is, and those that have none yet */
    unchanged: int(),
    withoutPlan: int(),
    /** most working days by which a permit, or where there is none the end, comes later and sooner */
    latest: int(),
    soonest: int(),
    cases: object({
      total: int(),
      /** the newest of them */
      listed: array(
        object({
          number: string(),
          service: named,
          openedOn: iso.date(),
          /** number of the version it began with; null where it is older than the versions */
          begunWith: nullable(int()),
        }),
      ),
    }),
  }),
  problems: ['draft-unknown', 'draft-has-findings'],
})

/** Whether there is another version to plan with. */
export const readProjectCatalogue = defineRoute({
  id: 'projects.read-catalogue',
  method: 'GET',
  path: '/api/projects/:id/catalogue',
  action: 'project.read',
  summary:
    'The version of the catalogue that the plan rests on, the one in force, and what taking it would change',
  params: object({ id: uuid() }),
  response: object({
    planned: object({ number: int(), effectiveOn: iso.date() }),
    inForce: object({ number: int(), effectiveOn: iso.date() }),
    /** null where the plan rests on the version in force */
    effect: nullable(planEffect),
  }),
  problems: ['plan-not-made', 'catalogue-unpublished', 'calendar-not-published'],
})

/** Takes the version in force. */
export const adoptCatalogue = defineRoute({
  id: 'projects.adopt-catalogue',
  method: 'POST',
  path: '/api/projects/:id/catalogue',
  action: 'project.adopt-catalogue',
  summary:
    'Makes a version of the plan with the catalogue in force, with the reason; cases that have begun stay as they are',
  params: object({ id: uuid() }),
  body: object({
    /** the version the sender has seen to be in force */
    number: int().min(1),
    reason: string().trim().min(2).max(200),
  }),
  response: object({ version: int(), isNew: boolean() }),
  success: 201,
  problems: [
    'plan-not-made',
    'project-ended',
    'calendar-not-published',
    'catalogue-unpublished',
    'nothing-known-of-the-project',
    'catalogue-adopted-already',
    'version-not-in-force',
  ],
  idempotent: true,
})
