/**
 * Joint inspections: opened by supervision, joined by people of partner organisations by invitation, reported on and signed.
 */

import {
  dutyLists,
  inspectionStates,
  invitationEnds,
  itemResults,
  scopeFacts,
  taskStates,
} from '@guanjia/core/supervision'
import { array, boolean, enum as choice, int, iso, object, record, string, unknown, uuid } from 'zod'
import { defineRoute } from '../route.ts'

const state = choice(inspectionStates)
const named = object({ id: string(), name: string() })
const words = string().min(2).max(2000)
const one = object({ id: uuid() })
const lines = array(string().min(1).max(200)).max(50)

const figures = object({
  items: int(),
  checked: int(),
  findings: int(),
  rectified: int(),
  overdue: int(),
  percent: int().nullable(),
  grades: record(string(), int()),
})

/** Why nothing can be changed in an inspection now. */
const running = ['inspection-unknown', 'inspection-reported', 'inspection-closed'] as const

const inspectionRow = object({
  id: uuid(),
  number: string(),
  name: string(),
  state,
  from: iso.date(),
  until: iso.date(),
  figures,
  /** organisations with people whose invitation runs */
  partners: array(string()),
})

/** Every inspection. */
export const listInspections = defineRoute({
  id: 'supervision.list-inspections',
  method: 'GET',
  path: '/api/supervision/inspections',
  action: 'supervision.list-inspections',
  summary: 'Joint inspections, the newest first, and what one may be opened with',
  response: object({
    inspections: array(inspectionRow),
    choices: object({
      projects: array(named),
      parks: array(string()),
      units: array(named),
      /** whoever holds a duty of supervision */
      members: array(named),
      checklists: array(object({ id: string(), name: string(), items: array(string()) })),
    }),
    source: string(),
    mark: choice(['S', 'G', 'U']),
  }),
})

/** An inspection begins. */
export const openInspection = defineRoute({
  id: 'supervision.open-inspection',
  method: 'POST',
  path: '/api/supervision/inspections',
  action: 'supervision.run-inspection',
  summary: 'Opens a joint inspection with its purpose, legal basis, scope, period, members and list of items',
  body: object({
    name: string().min(2).max(100),
    purpose: string().min(2).max(500),
    basis: string().min(2).max(500),
    scope: object({ projects: array(uuid()).max(50), parks: lines, units: lines }),
    from: iso.date(),
    until: iso.date(),
    members: array(uuid()).min(1).max(20),
    items: array(string().min(2).max(200)).min(1).max(50),
  }),
  response: object({ id: uuid(), number: string() }),
  success: 201,
  problems: [
    'period-ends-before-it-begins',
    'period-over-already',
    'scope-empty',
    'supervised-unknown',
    'unit-unknown',
    'park-unknown',
    'member-not-of-supervision',
  ],
  idempotent: true,
})

const finding = object({
  id: uuid(),
  place: string(),
  words: string(),
  document: string(),
  grade: string(),
  gradeName: string(),
  unit: string(),
  dueOn: iso.date(),
  overdue: boolean(),
  task: object({ id: uuid(), number: string(), state: choice(taskStates) }),
})

/** One inspection. */
export const readInspection = defineRoute({
  id: 'supervision.read-inspection',
  method: 'GET',
  path: '/api/supervision/inspections/:id',
  action: 'supervision.read-inspection',
  summary:
    'An inspection; somebody of a partner organisation sees listed facts of its scope, its findings and their own notes',
  params: one,
  response: object({
    row: inspectionRow,
    purpose: string(),
    basis: string(),
    scope: object({ parks: array(string()), units: array(string()) }),
    members: array(string()),
    projects: array(
      object({
        id: uuid(),
        facts: array(object({ fact: choice(scopeFacts), name: string(), value: string() })),
      }),
    ),
    items: array(
      object({
        place: int(),
        text: string(),
        result: choice(itemResults).nullable(),
        note: string().nullable(),
        by: string().nullable(),
        at: iso.datetime().nullable(),
      }),
    ),
    findings: array(finding),
    notes: array(
      object({
        id: uuid(),
        words: string(),
        by: string(),
        organisation: string().nullable(),
        at: iso.datetime(),
      }),
    ),
    conclusion: string().nullable(),
    reportedBy: string().nullable(),
    signedBy: string().nullable(),
    signedAt: iso.datetime().nullable(),
    /** for those who supervise; null to a partner */
    desk: object({
      invitations: array(
        object({
          id: uuid(),
          organisation: string(),
          person: string(),
          until: iso.date(),
          runs: boolean(),
          ended: choice(invitationEnds).nullable(),
          looks: int(),
          lastLookAt: iso.datetime().nullable(),
        }),
      ),
      partners: array(named),
      units: array(object({ id: string(), name: string(), list: choice(dutyLists) })),
      grades: array(named),
      /** what a partner sees of a project */
      partnersSee: array(string()),
      /** number of the report's text as it stands; 0 before the first */
      revision: int(),
      /** why the report went back, where it did and was not drafted anew */
      returned: object({ by: string(), at: iso.datetime(), reason: string() }).nullable(),
      mayReport: boolean(),
      maySign: boolean(),
    }).nullable(),
    /** the last day on which a partner who reads this may do so */
    invitedUntil: iso.date().nullable(),
    mayJoin: boolean(),
  }),
  problems: ['inspection-unknown', 'calendar-not-published', 'rule-not-in-force'],
})

/** Somebody of a partner is invited. */
export const invitePartner = defineRoute({
  id: 'supervision.invite-partner',
  method: 'POST',
  path: '/api/supervision/inspections/:id/invitations',
  action: 'supervision.run-inspection',
  summary: 'Invites the holder of a partner account to this inspection alone, at the longest until it ends',
  params: one,
  body: object({
    organisation: string().min(1),
    username: string().min(2).max(60),
    until: iso.date().optional(),
  }),
  response: object({ id: uuid(), until: iso.date() }),
  success: 201,
  problems: [
    ...running,
    'partner-unknown',
    'partner-account-unknown',
    'partner-of-other-organisation',
    'invited-already',
    'invitation-outlasts-inspection',
    'invitation-over-already',
  ],
  idempotent: true,
})

/** An invitation is taken back. */
export const withdrawInvitation = defineRoute({
  id: 'supervision.withdraw-invitation',
  method: 'POST',
  path: '/api/supervision/invitations/:id/withdrawal',
  action: 'supervision.run-inspection',
  summary: 'Ends an invitation at once; the sessions of who is invited to nothing else end with it',
  params: one,
  body: object({}),
  response: one,
  problems: ['invitation-unknown', 'invitation-ended'],
  idempotent: true,
})

/** An item was looked at. */
export const checkItem = defineRoute({
  id: 'supervision.check-item',
  method: 'POST',
  path: '/api/supervision/inspections/:id/items/:place',
  action: 'supervision.join-inspection',
  summary: 'Records what an item of the list came to',
  /** `place`: which item of the list, from 1 */
  params: object({ id: uuid(), place: string().regex(/^[1-9]\d?$/) }),
  body: object({ result: choice(itemResults), note: string().min(2).max(500) }),
  response: object({ checked: int(), items: int() }),
  problems: [...running, 'item-unknown'],
  idempotent: true,
})

/** A note. */
export const writeInspectionNote = defineRoute({
  id: 'supervision.write-inspection-note',
  method: 'POST',
  path: '/api/supervision/inspections/:id/notes',
  action: 'supervision.join-inspection',
  summary: 'Writes a note; a partner’s note is read by its writer and by those who supervise',
  params: one,
  body: object({ words }),
  response: one,
  success: 201,
  problems: running,
  idempotent: true,
})

/** Something is found. */
export const recordInspectionFinding = defineRoute({
  id: 'supervision.record-inspection-finding',
  method: 'POST',
  path: '/api/supervision/inspections/:id/findings',
  action: 'supervision.run-inspection',
  summary: 'Records a finding with its evidence and grade, and enters it as a task with both duties',
  params: one,
  body: object({
    place: string().min(2).max(100),
    words: string().min(2).max(500),
    document: string().min(2).max(200),
    grade: string().min(1),
    dueOn: iso.date(),
    leadUnit: string().min(1),
    duties: array(
      object({
        list: choice(dutyLists),
        unit: string().min(1),
        answerable: string().min(2).max(50),
        duty: string().min(2).max(500),
      }),
    ).max(4),
  }),
  response: object({ id: uuid(), task: uuid(), number: string() }),
  success: 201,
  problems: [
    ...running,
    'grade-unknown',
    'territorial-duty-missing',
    'departmental-duty-missing',
    'duty-twice',
    'unit-of-other-list',
    'unit-unknown',
    'source-unknown',
    'due-day-passed',
  ],
  idempotent: true,
})

/** The report is drafted. */
export const reportInspection = defineRoute({
  id: 'supervision.report-inspection',
  method: 'POST',
  path: '/api/supervision/inspections/:id/report',
  action: 'supervision.run-inspection',
  summary: 'Drafts the report, or drafts it anew; not while an item was not looked at',
  params: one,
  body: object({ conclusion: words }),
  response: object({ state }),
  problems: ['inspection-unknown', 'inspection-closed', 'items-unchecked'],
  idempotent: true,
})

/** The report goes back. */
export const returnInspectionReport = defineRoute({
  id: 'supervision.return-inspection-report',
  method: 'POST',
  path: '/api/supervision/inspections/:id/return',
  action: 'supervision.run-inspection',
  summary: 'Gives a report that is not signed yet back with the reason; the inspection goes on',
  params: one,
  body: object({ reason: string().trim().min(2).max(500) }),
  response: object({ state }),
  problems: ['inspection-unknown', 'inspection-not-reported', 'inspection-closed'],
  idempotent: true,
})

/** Somebody else signs it. */
export const signInspection = defineRoute({
  id: 'supervision.sign-inspection',
  method: 'POST',
  path: '/api/supervision/inspections/:id/signature',
  action: 'supervision.sign-inspection',
  summary:
    'Signs the report as it was read, as a second person, and closes the inspection; every invitation ends with it',
  params: one,
  /** `revision`: number of the text that was read */
  body: object({ revision: int().min(1) }),
  response: object({ state, ended: int() }),
  problems: [
    'inspection-unknown',
    'inspection-not-reported',
    'inspection-closed',
    'report-revised-meanwhile',
  ],
  idempotent: true,
})

/** The report on paper. */
export const printInspection = defineRoute({
  id: 'supervision.print-inspection',
  method: 'GET',
  path: '/api/supervision/inspections/:id/paper',
  action: 'supervision.run-inspection',
  summary: 'The signed report as a sealed PDF, with counts and the rate of rectification when it was signed',
  params: one,
  response: unknown(),
  produces: 'application/pdf',
  problems: ['inspection-unknown', 'inspection-not-signed'],
})

/** What a partner is invited to. */
export const listInvitations = defineRoute({
  id: 'supervision.list-invitations',
  method: 'GET',
  path: '/api/supervision/invitations',
  action: 'supervision.list-invitations',
  summary: 'The inspections to which the reader is invited at this moment',
  response: object({
    invitations: array(
      object({ id: uuid(), number: string(), name: string(), organisation: string(), until: iso.date() }),
    ),
  }),
})
