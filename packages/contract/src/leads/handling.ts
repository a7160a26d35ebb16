/**
 * Acts on a lead: codes and days, no words.
 */

import { array, enum as choice, discriminatedUnion, literal, object, string } from 'zod'
import { defineRoute } from '../route.ts'
import { disposition, finding, handling, lead } from './lead-parts.ts'

/** What a handler does with a lead. */
export const actOnLead = defineRoute({
  id: 'leads.act',
  method: 'POST',
  path: '/api/leads/:id/acts',
  action: 'lead.handle',
  summary:
    'Codes a lead, proposes or confirms how it is disposed of, or sends it on; two people for every disposition',
  params: lead,
  body: discriminatedUnion('type', [
    object({
      type: literal('code'),
      coding: object({
        types: array(string().max(40)).max(6),
        field: string().min(1).max(40),
        department: string().min(1).max(60),
      }),
    }),
    object({ type: literal('propose'), disposition, finding: finding.nullable() }),
    object({ type: choice(['confirm', 'send-back', 'send-on']) }),
  ]),
  response: handling,
  problems: [
    'lead-over',
    'disposition-waits',
    'nothing-proposed',
    'own-proposal',
    'lead-not-coded',
    'finding-missing',
    'finding-too-early',
    'nobody-to-tell',
    'told-before',
    'result-not-there',
    'not-transferred',
    'code-unknown',
    'lead-changed',
    'calendar-not-published',
  ],
  idempotent: true,
})
