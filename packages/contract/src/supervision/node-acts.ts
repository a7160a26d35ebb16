/**
 * What may be recorded of a node. Nobody sets a light: it follows from these.
 */

import { boolean, iso, number, object, string, uuid } from 'zod'
import { defineRoute } from '../route.ts'
import { lateCause, light } from './board.ts'

const node = object({ id: uuid(), node: string().min(1).max(40) })
const document = string().min(1).max(200)
const shown = object({ light })

/** A new planned day. */
export const planNode = defineRoute({
  id: 'supervision.plan-node',
  method: 'POST',
  path: '/api/supervision/projects/:id/nodes/:node/plans',
  action: 'supervision.record',
  summary: 'Records a changed plan with its document; what the lights showed before stays',
  params: node,
  body: object({ on: iso.date(), document }),
  response: shown,
  success: 201,
  problems: [
    'supervised-unknown',
    'node-unknown',
    'node-done',
    'calendar-not-published',
    'rule-not-in-force',
  ],
  idempotent: true,
})

/** A node is done. */
export const finishNode = defineRoute({
  id: 'supervision.finish-node',
  method: 'POST',
  path: '/api/supervision/projects/:id/nodes/:node/done',
  action: 'supervision.record',
  summary: 'Records the day on which a node was done, with its document',
  params: node,
  body: object({ on: iso.date(), document }),
  response: shown,
  success: 201,
  problems: [
    'supervised-unknown',
    'node-unknown',
    'node-done',
    'day-ahead',
    'calendar-not-published',
    'rule-not-in-force',
  ],
  idempotent: true,
})

/** Progress. */
export const reportNodeProgress = defineRoute({
  id: 'supervision.report-progress',
  method: 'POST',
  path: '/api/supervision/projects/:id/nodes/:node/progress',
  action: 'supervision.record',
  summary: 'Records planned and actual progress of a node on a day, in points of a hundred',
  params: node,
  body: object({ on: iso.date(), planned: number().min(0).max(100), actual: number().min(0).max(100) }),
  response: shown,
  success: 201,
  problems: [
    'progress-reported',
    'supervised-unknown',
    'node-unknown',
    'node-done',
    'day-ahead',
    'calendar-not-published',
    'rule-not-in-force',
  ],
  idempotent: true,
})

/** What it is late through. */
export const nameCause = defineRoute({
  id: 'supervision.name-cause',
  method: 'POST',
  path: '/api/supervision/projects/:id/nodes/:node/cause',
  action: 'supervision.record',
  summary:
    'Records what a node is late through; a red light through an authority suggests a lead, on which a person decides',
  params: node,
  body: object({ cause: lateCause, note: string().min(2).max(500) }),
  response: object({ leadSuggested: boolean() }),
  success: 201,
  problems: ['supervised-unknown', 'node-unknown', 'calendar-not-published', 'rule-not-in-force'],
  idempotent: true,
})

/** Time that is not to count. */
export const askPause = defineRoute({
  id: 'supervision.ask-pause',
  method: 'POST',
  path: '/api/supervision/projects/:id/nodes/:node/pauses',
  action: 'supervision.record',
  summary: 'Asks that days of a node do not count; counts for nothing until a supervisor consents',
  params: node,
  body: object({ from: iso.date(), until: iso.date().optional(), document }),
  response: object({ id: uuid() }),
  success: 201,
  problems: ['supervised-unknown', 'node-unknown', 'node-done', 'pause-ends-before-it-begins'],
  idempotent: true,
})

/** The supervisor's answer. */
export const answerPause = defineRoute({
  id: 'supervision.answer-pause',
  method: 'POST',
  path: '/api/supervision/pauses/:id/answer',
  action: 'supervision.consent',
  summary: 'Consents to a pause, or refuses it with a reason; never by whoever asked',
  params: object({ id: uuid() }),
  body: object({ consent: boolean(), reason: string().max(500).optional() }),
  response: shown,
  problems: [
    'pause-unknown',
    'pause-answered',
    'refusal-needs-reason',
    'calendar-not-published',
    'rule-not-in-force',
  ],
  idempotent: true,
})

/** The end of a pause. */
export const endPause = defineRoute({
  id: 'supervision.end-pause',
  method: 'POST',
  path: '/api/supervision/pauses/:id/end',
  action: 'supervision.consent',
  summary: 'Ends a pause that lasts: its last day that does not count',
  params: object({ id: uuid() }),
  body: object({ until: iso.date() }),
  response: shown,
  problems: [
    'pause-unknown',
    'pause-not-running',
    'pause-ends-before-it-begins',
    'calendar-not-published',
    'rule-not-in-force',
  ],
  idempotent: true,
})
