/**
 * What everybody may read: answers without a trace of who asked, and how well the register works.
 */

import { array, enum as choice, int, iso, number, object, string } from 'zod'
import { defineRoute } from '../route.ts'
import { outcome, wording } from './issue-parts.ts'

/** The answers. */
export const listAnswers = defineRoute({
  id: 'feedback.list-answers',
  method: 'GET',
  path: '/api/voice/answers',
  action: 'public.read',
  summary: 'Published answers, the newest first; with `like` those that are about nearly the same',
  query: object({ topic: string().max(40).optional(), like: string().max(300).optional() }),
  response: object({
    answers: array(
      object({
        number: string(),
        topic: wording,
        lead: wording,
        question: string(),
        answer: string(),
        outcome,
        filedOn: iso.date(),
        repliedOn: iso.date(),
      }),
    ),
  }),
})

const rate = object({ count: int(), of: int() })

/** The figures. */
export const readVoiceFigures = defineRoute({
  id: 'feedback.read-figures',
  method: 'GET',
  path: '/api/voice/figures',
  action: 'public.read',
  summary:
    'The three rates and the median time of every step of the loop, over the issues of the last twelve months',
  response: object({
    from: iso.date(),
    to: iso.date(),
    rates: object({ response: rate, resolution: rate, satisfaction: rate }),
    steps: array(
      object({
        step: choice(['found', 'responded', 'handled']),
        issues: int(),
        medianHours: number().nullable(),
      }),
    ),
    /** reports of misconduct that were shown the way; nothing else is known of them */
    shownTheWay: int(),
  }),
})
