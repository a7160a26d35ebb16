/**
 * The list of the desk, opening a lead, and leads that begin at the desk.
 */

import { array, boolean, enum as choice, int, iso, object, string, uuid } from 'zod'
import { defineRoute } from '../route.ts'
import { handling, handlingLight, lead, origin, reader, sealedWords, situation, wrap } from './lead-parts.ts'

/** The list: days and states, nothing of what was said. */
export const listLeads = defineRoute({
  id: 'leads.list',
  method: 'GET',
  path: '/api/leads',
  action: 'lead.list',
  summary:
    'The leads that the reader may handle: day of receipt, state, what is owed; nothing of their content',
  response: object({
    leads: object({
      id: uuid(),
      receivedOn: iso.date(),
      origin,
      isNamed: boolean(),
      situation,
      situationName: string(),
      light: handlingLight.nullable(),
      owed: object({ name: string(), due: iso.date(), left: int() }).nullable(),
      /** whether the reporter wrote last */
      isWaitingForAnswer: boolean(),
      /** whether one of the reader's keys opens it */
      isSealedToMe: boolean(),
    }).array(),
    counts: object({ red: int(), amber: int(), green: int(), over: int() }),
    suggestions: object({
      supervisedId: uuid(),
      node: string(),
      project: string(),
      decidedOn: iso.date(),
    }).array(),
  }),
  problems: ['calendar-not-published'],
})

const named = object({ id: string(), name: string() })

/** What can be chosen on the desk. */
export const readLeadChoices = defineRoute({
  id: 'leads.read-choices',
  method: 'GET',
  path: '/api/leads/choices',
  action: 'lead.list',
  summary:
    'Purposes, dispositions, findings and codes of the zone, and which of them are still to be confirmed',
  response: object({
    purposes: array(named),
    dispositions: array(named),
    findings: array(named),
    types: array(named),
    areTypesUnconfirmed: boolean(),
    fields: array(named),
    areFieldsUnconfirmed: boolean(),
    departments: array(named),
  }),
})

const envelope = object({
  id: uuid(),
  part: string(),
  writtenBy: choice(['reporter', 'handler']),
  writtenOn: iso.date(),
  /** cipher text, Base64 */
  content: string(),
  /** of the reader's own keys alone */
  wraps: array(wrap),
})

/** Opens a lead: every reading says what for, and leaves a leaf. */
export const openLead = defineRoute({
  id: 'leads.open',
  method: 'POST',
  path: '/api/leads/:id/opening',
  action: 'lead.handle',
  summary:
    'Gives the cipher texts of a lead to one of its handlers, for a purpose and under a reference that are recorded',
  params: lead,
  body: object({ purpose: string().min(1).max(40), reference: string().trim().min(2).max(60) }),
  response: object({
    id: uuid(),
    receivedOn: iso.date(),
    origin,
    isNamed: boolean(),
    about: string(),
    sealedBy: choice(['browser', 'server']),
    envelopes: array(envelope),
    /** where the reporter can be answered */
    reporter: reader.nullable(),
    /** whoever handles this lead, and is sealed to */
    readers: array(reader),
    openings: array(object({ on: iso.date(), by: string(), purpose: string(), reference: string() })),
    handling,
  }),
  problems: ['purpose-unknown', 'no-key-of-yours', 'calendar-not-published'],
  idempotent: true,
})

/** Answers the reporter. */
export const answerReporter = defineRoute({
  id: 'leads.answer',
  method: 'POST',
  path: '/api/leads/:id/messages',
  action: 'lead.handle',
  summary: 'Keeps a message that was sealed in the browser to the reporter and to the handlers of the lead',
  params: lead,
  body: sealedWords.extend({
    /** chosen by the sender, because the cipher text is bound to it */
    id: uuid(),
    /** what is told with it to somebody who gave their name */
    tells: choice(['acceptance', 'result']).nullable(),
  }),
  response: object({ id: uuid() }),
  problems: [
    'sealed-to-others',
    'nobody-to-answer',
    'nobody-to-tell',
    'told-before',
    'result-not-there',
    'message-kept',
    'lead-changed',
  ],
  idempotent: true,
})

/** A lead that begins at the desk. */
export const beginLead = defineRoute({
  id: 'leads.begin',
  method: 'POST',
  path: '/api/leads',
  action: 'lead.list',
  summary:
    'Begins a lead at the desk: a suggestion of the lights taken over, or retaliation against a reporter',
  body: sealedWords.extend({
    id: uuid(),
    origin: choice(['light', 'retaliation']),
    /** authority that it is about, kept from its own people */
    about: string().min(1).max(60),
    suggestion: object({ supervisedId: uuid(), node: string().min(1).max(40) }).nullable(),
    /** the lead whose reporter was retaliated against */
    follows: uuid().nullable(),
  }),
  response: object({ id: uuid() }),
  success: 201,
  problems: [
    'suggestion-not-open',
    'lead-not-there',
    'origin-incomplete',
    'authority-not-listed',
    'own-authority',
    'sealed-to-others',
    'lead-kept',
  ],
  idempotent: true,
})

/** To whom a new lead about an authority is sealed. */
export const listReaders = defineRoute({
  id: 'leads.list-readers',
  method: 'GET',
  path: '/api/leads/readers',
  action: 'lead.list',
  summary: 'Current keys of the handlers who may know of a lead about an authority',
  query: object({ about: string().min(1).max(60) }),
  response: object({ readers: array(reader) }),
})
