/**
 * The right of reply: what a unit says to the lights of its projects.
 */

import { array, object, string, uuid } from 'zod'
import { defineRoute } from '../route.ts'
import { lightRow } from './board.ts'

/** The amber and red lights of one's unit. */
export const listOwnLights = defineRoute({
  id: 'supervision.list-own-lights',
  method: 'GET',
  path: '/api/supervision/own-lights',
  action: 'supervision.list-own-lights',
  summary: 'The projects of the reader’s unit that show amber or red, with what the unit has said to it',
  response: object({ rows: array(lightRow) }),
  problems: ['calendar-not-published', 'rule-not-in-force'],
})

/** The unit's words. */
export const stateToLight = defineRoute({
  id: 'supervision.state-to-light',
  method: 'POST',
  path: '/api/supervision/projects/:id/nodes/:node/statements',
  action: 'supervision.state-to-light',
  summary:
    'States what the unit has to say to an amber or red light; it stands beside the light and in the monthly report',
  params: object({ id: uuid(), node: string().min(1).max(40) }),
  body: object({ words: string().min(2).max(500) }),
  response: object({ light: lightRow.shape.light }),
  success: 201,
  problems: [
    'supervised-unknown',
    'node-unknown',
    'light-is-calm',
    'calendar-not-published',
    'rule-not-in-force',
  ],
  idempotent: true,
})
