/**
 * What observers come together for, on the wire: announced by the desk, signed in by code or from the list, with minutes
 * and the issues that were raised.
 */

import { observerTasks } from '@guanjia/core/feedback'
import { array, enum as choice, int, iso, object, string, uuid } from 'zod'
import { defineRoute } from '../../route.ts'
import { issueProblems, situation, wording } from '../issue-parts.ts'

const activity = {
  id: uuid(),
  kind: wording,
  title: string(),
  place: string(),
  startsAt: iso.datetime(),
  endsAt: iso.datetime(),
}

const params = object({ id: uuid() })

/** The calendar. */
export const listActivities = defineRoute({
  id: 'feedback.list-activities',
  method: 'GET',
  path: '/api/activities',
  action: 'feedback.organise',
  summary: 'Activities of the observers, the latest first',
  response: object({
    kinds: array(object({ id: string(), name: wording })),
    activities: array(
      object({ ...activity, attended: int(), issues: int(), minutesAt: iso.datetime().nullable() }),
    ),
  }),
})

/** Announces one. */
export const announceActivity = defineRoute({
  id: 'feedback.announce-activity',
  method: 'POST',
  path: '/api/activities',
  action: 'feedback.organise',
  summary: 'Announces an activity to every observer who serves',
  body: object({
    kind: string().max(40),
    title: string().trim().min(2).max(100),
    place: string().trim().min(2).max(200),
    startsAt: iso.datetime(),
    endsAt: iso.datetime(),
  }),
  response: object({ id: uuid() }),
  success: 201,
  problems: ['activity-kind-not-listed', 'activity-ends-before-it-begins'],
  idempotent: true,
})

/** One of them. */
export const readActivity = defineRoute({
  id: 'feedback.read-activity',
  method: 'GET',
  path: '/api/activities/:id',
  action: 'feedback.organise',
  summary: 'An activity whole: the code for the door, who was there, the minutes, the issues raised',
  params,
  response: object({
    ...activity,
    /** link that the code on the door leads to, and the code as a drawing */
    signIn: object({ url: string(), svg: string() }),
    observers: array(
      object({
        id: uuid(),
        name: string(),
        organisation: string(),
        signedIn: object({ at: iso.datetime(), way: choice(['code', 'list']) }).nullable(),
      }),
    ),
    minutes: string().nullable(),
    issues: array(object({ id: uuid(), number: string(), words: string(), situation, observer: string() })),
  }),
  problems: ['activity-unknown'],
})

/** By code. */
export const signInToActivity = defineRoute({
  id: 'feedback.sign-in-to-activity',
  method: 'POST',
  path: '/api/my/observer/sign-ins',
  action: 'feedback.observe',
  summary: 'Signs in by the code on the door, from shortly before the beginning to the end',
  body: object({ code: string().trim().max(40) }),
  response: object({ id: uuid(), title: string(), at: iso.datetime() }),
  problems: ['activity-unknown', 'activity-not-open'],
  idempotent: true,
})

/** From the list. */
export const noteAttendance = defineRoute({
  id: 'feedback.note-attendance',
  method: 'POST',
  path: '/api/activities/:id/attendance',
  action: 'feedback.organise',
  summary: 'Signs an observer in from the list',
  params,
  body: object({ observer: uuid() }),
  response: object({ id: uuid(), at: iso.datetime() }),
  problems: ['activity-unknown', 'observer-not-serving'],
  idempotent: true,
})

/** Minutes. */
export const keepMinutes = defineRoute({
  id: 'feedback.keep-minutes',
  method: 'POST',
  path: '/api/activities/:id/minutes',
  action: 'feedback.organise',
  summary: 'Keeps what was said, once it has begun; the last word counts',
  params,
  body: object({ words: string().trim().min(5).max(5000) }),
  response: object({ id: uuid(), at: iso.datetime() }),
  problems: ['activity-unknown', 'activity-not-open'],
  idempotent: true,
})

/** Issues. */
export const raiseIssueAtActivity = defineRoute({
  id: 'feedback.raise-issue',
  method: 'POST',
  path: '/api/activities/:id/issues',
  action: 'feedback.organise',
  summary: 'Files what an observer raised there as an issue of the register, in the observer’s name',
  params,
  body: object({
    observer: uuid(),
    task: choice(observerTasks),
    topic: string().max(40),
    words: string().trim().min(5).max(2000),
  }),
  response: object({ id: uuid(), number: string(), replyDue: iso.date().nullable() }),
  success: 201,
  problems: [
    ...issueProblems,
    'activity-unknown',
    'observer-not-serving',
    'topic-not-listed',
    'source-not-open-here',
    'photo-not-kept',
  ],
  idempotent: true,
})
