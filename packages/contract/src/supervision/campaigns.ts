/**
 * Campaigns of supervision: focus areas, the campaigns below them, each with its scope, period, findings and rate.
 */

import { findingStates } from '@guanjia/core/supervision'
import { array, boolean, enum as choice, int, iso, object, string, uuid } from 'zod'
import { defineRoute } from '../route.ts'

const state = choice(findingStates)
const unit = object({ id: string(), name: string() })
const words = string().min(2).max(1000)
const moved = object({ state })

const finding = object({
  id: uuid(),
  unit,
  words: string(),
  rectifyBy: iso.date(),
  overdue: boolean(),
  state,
  entries: array(
    object({
      act: choice(['report', 'check']),
      passed: boolean().nullable(),
      words: string(),
      by: string(),
      at: iso.datetime(),
    }),
  ),
  /** whether the reader may say that it is put right */
  mayReport: boolean(),
})

const run = object({
  id: uuid(),
  number: string(),
  scope: string(),
  from: iso.date(),
  until: iso.date(),
  concludedAt: iso.datetime().nullable(),
  conclusion: string().nullable(),
  /** `percent`: findings put right of all, null where nothing was found */
  figures: object({ findings: int(), rectified: int(), overdue: int(), percent: int().nullable() }),
  findings: array(finding),
})

/** The tree of campaigns. */
export const listCampaigns = defineRoute({
  id: 'supervision.list-campaigns',
  method: 'GET',
  path: '/api/supervision/campaigns',
  action: 'supervision.list-campaigns',
  summary:
    'Focus areas with their campaigns, each with scope, period, findings and the rate of rectification; a department sees its own findings',
  response: object({
    areas: array(
      object({
        id: string(),
        name: string(),
        campaigns: array(object({ id: string(), name: string(), runs: array(run) })),
      }),
    ),
    units: array(unit),
    source: string(),
    mark: choice(['S', 'G', 'U']),
    /** whether the reader runs campaigns */
    mayRun: boolean(),
  }),
})

/** A campaign begins. */
export const openCampaign = defineRoute({
  id: 'supervision.open-campaign',
  method: 'POST',
  path: '/api/supervision/campaigns',
  action: 'supervision.run-campaign',
  summary: 'Begins one of the campaigns of the zone, with its scope and its period',
  body: object({
    subject: string().min(1),
    scope: string().min(2).max(500),
    from: iso.date(),
    until: iso.date(),
  }),
  response: object({ id: uuid(), number: string() }),
  success: 201,
  problems: ['campaign-not-listed', 'period-ends-before-it-begins'],
  idempotent: true,
})

/** Something is found. */
export const recordFinding = defineRoute({
  id: 'supervision.record-finding',
  method: 'POST',
  path: '/api/supervision/campaigns/:id/findings',
  action: 'supervision.run-campaign',
  summary: 'Records what a campaign found at a unit, and by when it is to be put right',
  params: object({ id: uuid() }),
  body: object({ unit: string().min(1), words, rectifyBy: iso.date() }),
  response: object({ id: uuid() }),
  success: 201,
  problems: ['campaign-unknown', 'campaign-concluded', 'unit-unknown', 'due-day-passed'],
  idempotent: true,
})

/** A campaign ends. */
export const concludeCampaign = defineRoute({
  id: 'supervision.conclude-campaign',
  method: 'POST',
  path: '/api/supervision/campaigns/:id/conclusion',
  action: 'supervision.run-campaign',
  summary: 'Concludes a campaign; not while one of its findings is not put right',
  params: object({ id: uuid() }),
  body: object({ words }),
  response: object({ number: string() }),
  problems: ['campaign-unknown', 'campaign-concluded', 'findings-not-rectified'],
  idempotent: true,
})

/** The unit has put it right. */
export const reportFinding = defineRoute({
  id: 'supervision.report-finding',
  method: 'POST',
  path: '/api/supervision/findings/:id/report',
  action: 'supervision.report-finding',
  summary: 'Says how a finding was put right; by the head of the unit it was found at',
  params: object({ id: uuid() }),
  body: object({ words }),
  response: moved,
  problems: ['finding-unknown', 'finding-out-of-turn'],
  idempotent: true,
})

/** Somebody looks. */
export const checkFinding = defineRoute({
  id: 'supervision.check-finding',
  method: 'POST',
  path: '/api/supervision/findings/:id/check',
  action: 'supervision.run-campaign',
  summary: 'Records whether a finding was seen to be put right; what does not stand is open again',
  params: object({ id: uuid() }),
  body: object({ passed: boolean(), words }),
  response: moved,
  problems: ['finding-unknown', 'finding-out-of-turn'],
  idempotent: true,
})
