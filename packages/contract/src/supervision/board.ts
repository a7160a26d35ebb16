/**
 * The board of the lights, one project of it, and how projects come onto it.
 */

import { orderLevels, orderStates } from '@guanjia/core/supervision'
import { array, boolean, enum as choice, int, iso, number, object, record, string, union, uuid } from 'zod'
import { defineRoute } from '../route.ts'

/** A light as it is shown; the shape says it without colour. */
export const light = choice(['open', 'green', 'paused', 'amber', 'red'])

/** What a node is late through. */
export const lateCause = choice(['enterprise', 'authority', 'force-majeure', 'policy', 'unclear'])

const node = object({
  node: string(),
  name: string(),
  light,
  shape: string(),
  lightName: string(),
  plannedOn: iso.date().nullable(),
  /** the planned day moved by the paused days; null while a pause lasts */
  dueOn: iso.date().nullable(),
  doneOn: iso.date().nullable(),
  lateDays: int(),
  sentences: array(string()),
})

/** One project on the board. */
export const lightRow = object({
  id: uuid(),
  number: string(),
  name: string(),
  company: string(),
  sector: string(),
  park: string(),
  unit: string(),
  unitName: string(),
  light,
  shape: string(),
  lightName: string(),
  /** why, in one sentence: which node, how many days, where it is stuck, through what */
  sentence: string(),
  cause: lateCause.nullable(),
  causeName: string().nullable(),
  nodes: array(node),
  /** what the unit last said to a light of the project */
  statement: object({ node: string(), words: string(), by: string(), at: iso.datetime() }).nullable(),
  lastOrder: object({ number: string(), level: string(), state: string(), at: iso.datetime() }).nullable(),
})

/** The board. */
export const readLights = defineRoute({
  id: 'supervision.read-lights',
  method: 'GET',
  path: '/api/supervision/lights',
  action: 'supervision.read',
  summary:
    'Every supervised project with the lights of its nodes and the sentence that says why, the worst first',
  query: object({
    on: iso.date().optional(),
    light: light.optional(),
    unit: string().optional(),
    cause: lateCause.optional(),
    park: string().optional(),
    words: string().max(50).optional(),
  }),
  response: object({
    on: iso.date(),
    rule: object({ id: string(), name: string(), source: string(), mark: choice(['S', 'G', 'U']) }),
    counts: record(light, int()),
    rows: array(lightRow),
    units: array(object({ id: string(), name: string() })),
    parks: array(string()),
    /** land contracts of industry without a supervised project; none is how it must be */
    missing: int(),
    /** the last time somebody closed a red light's order */
    lastRedClosed: iso.date().nullable(),
  }),
  problems: ['calendar-not-published', 'rule-not-in-force'],
})

const plan = object({
  node: string(),
  on: iso.date(),
  decidedOn: iso.date().nullable(),
  document: string(),
})

/** One project whole. */
export const readSupervised = defineRoute({
  id: 'supervision.read-project',
  method: 'GET',
  path: '/api/supervision/projects/:id',
  action: 'supervision.read',
  summary:
    'A supervised project: nodes, every plan it had, pauses, causes, orders, and what its lights showed when',
  params: object({ id: uuid() }),
  response: object({
    row: lightRow,
    plans: array(plan),
    pauses: array(
      object({
        id: uuid(),
        node: string(),
        from: iso.date(),
        until: iso.date().nullable(),
        document: string(),
        askedBy: string(),
        mine: boolean(),
        consented: boolean().nullable(),
        answeredOn: iso.date().nullable(),
        reason: string().nullable(),
      }),
    ),
    causes: array(
      object({ node: string(), cause: lateCause, causeName: string(), note: string(), at: iso.datetime() }),
    ),
    changes: array(
      object({ node: string(), on: iso.date(), before: light.nullable(), after: light, sentence: string() }),
    ),
    orders: array(
      object({
        id: uuid(),
        number: string(),
        node: string(),
        level: choice(orderLevels),
        levelName: string(),
        state: choice(orderStates),
        /** why it climbed, where it followed another */
        climbed: string().nullable(),
        sentence: string(),
        words: string(),
        issueBy: iso.datetime(),
        issuedAt: iso.datetime().nullable(),
        answerBy: iso.date().nullable(),
        overdue: boolean(),
        answer: string().nullable(),
        answeredAt: iso.datetime().nullable(),
        finding: string().nullable(),
        closedAt: iso.datetime().nullable(),
        mayClose: boolean(),
      }),
    ),
    suggestion: object({
      node: string(),
      at: iso.datetime(),
      decision: choice(['lead', 'none']).nullable(),
      reason: string().nullable(),
    }).nullable(),
  }),
  problems: ['supervised-unknown', 'calendar-not-published', 'rule-not-in-force'],
})

/** A signing of many projects at once. */
export const signProjects = defineRoute({
  id: 'supervision.sign-projects',
  method: 'POST',
  path: '/api/supervision/signings',
  action: 'supervision.enrol',
  summary: 'Records a signing: every project enters the lights with the node of signing done on that day',
  body: object({
    on: iso.date(),
    document: string().min(1).max(200),
    projects: array(
      object({
        name: string().min(2).max(100),
        company: string().min(2).max(100),
        sector: string().min(1).max(50),
        park: string().min(1).max(50),
        unit: string().min(1),
        landSquareMetres: number().positive().max(10_000_000),
        plans: object({
          land: iso.date(),
          start: iso.date(),
          completion: iso.date(),
        }),
      }),
    )
      .min(1)
      .max(50),
  }),
  response: object({ projects: array(object({ id: uuid(), number: string() })) }),
  success: 201,
  problems: [
    'unit-unknown',
    'day-ahead',
    'plans-out-of-order',
    'calendar-not-published',
    'rule-not-in-force',
  ],
  idempotent: true,
})

/** Land contracts of industry against supervised projects. */
export const readReconciliation = defineRoute({
  id: 'supervision.read-reconciliation',
  method: 'GET',
  path: '/api/supervision/reconciliation',
  action: 'supervision.read',
  summary: 'Every land contract for industry beside its supervised project; what has none',
  response: object({
    contracts: int(),
    supervised: int(),
    missing: array(
      object({
        contract: string(),
        project: string(),
        company: string(),
        squareMetres: union([int(), number()]),
        suppliedOn: iso.date(),
      }),
    ),
  }),
})
