/**
 * The way to the intake, as the desk sees it: the poster that leads there, and how many others were shown the way.
 */

import { array, int, object, stringFormat, unknown } from 'zod'
import { defineRoute } from '../route.ts'

/** The poster. */
export const readPoster = defineRoute({
  id: 'leads.read-poster',
  method: 'GET',
  path: '/api/leads/poster.pdf',
  action: 'lead.list',
  summary: 'The poster with the QR code of the intake’s address, as PDF for any printer',
  response: unknown(),
  problems: ['intake-not-here'],
  produces: 'application/pdf',
})

/** Reports that other channels turned away. */
export const countTurnedAway = defineRoute({
  id: 'leads.count-turned-away',
  method: 'GET',
  path: '/api/leads/turned-away',
  action: 'lead.list',
  summary:
    'How many reports of misconduct the register and the hotline turned away and showed the way here, by month; small counts are hidden',
  response: object({
    atLeast: int(),
    months: array(
      object({
        month: stringFormat('month', /^\d{4}-\d{2}$/),
        /** null where it is smaller than `atLeast` */
        count: int().nullable(),
      }),
    ),
  }),
})
