/**
 * The question to a hosting organisation whether it takes a company that has filed its address there: behind a link, without
 * an account.
 */

import { enum as choice, discriminatedUnion, iso, literal, object, string } from 'zod'
import { defineRoute } from '../route.ts'

const params = object({ token: string().min(16).max(100) })
const state = choice(['asked', 'confirmed', 'refused'])

/** How the host of a seat stands to its filing, as the applicant and the registrar see it. */
export const hostConfirmation = object({
  host: string(),
  state: choice(['not-asked', 'asked', 'confirmed', 'refused']),
  reason: string().nullable(),
  answeredAt: iso.datetime().nullable(),
})

/** What the host is asked. */
export const readFiledAddress = defineRoute({
  id: 'registration.read-filed-address',
  method: 'GET',
  path: '/api/registration/hosting/:token',
  action: 'address.confirm',
  summary: 'The filed address that a host is asked about, for whoever has the link',
  params,
  response: object({
    /** a company that files its address, or one on the register that moves by a correction */
    occasion: choice(['filing', 'correction']),
    company: string(),
    address: string(),
    host: string(),
    askedAt: iso.datetime(),
    state,
    answeredAt: iso.datetime().nullable(),
  }),
  problems: ['hosting-link-unknown'],
})

/** What the host answers. */
export const answerFiledAddress = defineRoute({
  id: 'registration.answer-filed-address',
  method: 'POST',
  path: '/api/registration/hosting/:token',
  action: 'address.confirm',
  summary:
    'The host confirms, or refuses with a reason; a refusal frees the seat of a form not handed in yet, and ends a correction',
  params,
  body: discriminatedUnion('outcome', [
    object({ outcome: literal('confirmed'), name: string().trim().min(2).max(50) }),
    object({
      outcome: literal('refused'),
      name: string().trim().min(2).max(50),
      reason: string().trim().min(4).max(500),
    }),
  ]),
  response: object({ state, answeredAt: iso.datetime() }),
  problems: ['hosting-link-unknown', 'filing-answered', 'filing-settled', 'filing-moved'],
  idempotent: true,
})
