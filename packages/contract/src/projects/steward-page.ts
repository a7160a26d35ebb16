/**
 * One project as its stewards see it beside what its owner sees: gates, reminders, photos, journeys, the next contact.
 */

import { array, boolean, enum as choice, int, iso, object, string, unknown, uuid } from 'zod'
import { defineRoute } from '../route.ts'
import { boardRow } from './steward-board.ts'

const projectId = object({ id: uuid() })

/** The stewards' side of a project. */
export const readStewardPage = defineRoute({
  id: 'stewards.read-project',
  method: 'GET',
  path: '/api/stewards/projects/:id',
  action: 'project.accompany',
  summary: 'Gates, reminders, photos of visits, journeys of the applicant and the next contact of a project',
  params: projectId,
  response: object({
    row: boardRow,
    owner: object({ name: string() }),
    gates: array(
      object({
        step: string(),
        name: string(),
        who: string(),
        isBegun: boolean(),
        start: iso.date(),
        end: iso.date(),
        late: iso.date(),
        float: int(),
      }),
    ),
    reminders: array(
      object({
        id: uuid(),
        at: iso.datetime(),
        by: string(),
        recipient: string(),
        role: choice(['applicant', 'authority']),
        text: string(),
      }),
    ),
    photos: array(object({ id: uuid(), contact: uuid(), size: int() })),
    /** cases of the project, and how many of them cost the applicant no journey (零跑腿) */
    journeys: object({ cases: int(), withoutVisit: int(), visits: int() }),
  }),
  problems: ['calendar-not-published'],
})

/** When somebody speaks with the applicant next. */
export const setNextContact = defineRoute({
  id: 'stewards.set-next-contact',
  method: 'PUT',
  path: '/api/projects/:id/next-contact',
  action: 'project.record-contact',
  summary: 'Sets the day of the next contact, on which the stewards are reminded; null takes it away',
  params: projectId,
  body: object({ on: iso.date().nullable() }),
  response: object({ on: iso.date().nullable() }),
  problems: ['project-ended', 'next-contact-past'],
  idempotent: true,
})

/** A photo of a visit, from an upload. */
export const attachPhoto = defineRoute({
  id: 'stewards.attach-photo',
  method: 'POST',
  path: '/api/projects/:id/photos',
  action: 'project.record-contact',
  summary:
    'Attaches an uploaded photo to a visit; the id is the device’s, so that sending it twice keeps it once',
  params: projectId,
  body: object({ id: uuid(), contact: uuid(), upload: uuid() }),
  response: object({ id: uuid() }),
  success: 201,
  problems: [
    'contact-unknown',
    'upload-unknown',
    'upload-unfinished',
    'file-kind-unknown',
    'file-damaged',
    'photo-not-image',
    'photo-tells-place',
    'photo-recorded-otherwise',
  ],
  idempotent: true,
})

/** The photo itself. */
export const readPhoto = defineRoute({
  id: 'stewards.read-photo',
  method: 'GET',
  path: '/api/projects/:id/photos/:photo',
  action: 'project.accompany',
  summary: 'A photo of a visit',
  params: projectId.extend({ photo: uuid() }),
  response: unknown(),
  produces: 'image/jpeg',
  problems: ['photo-unknown'],
})
