/**
 * Sessions, duties and powers on the wire.
 */

import { roles } from '@guanjia/core/access'
import {
  array,
  boolean,
  enum as choice,
  int,
  iso,
  literal,
  undefined as nothing,
  object,
  string,
  union,
  uuid,
} from 'zod'
import { defineRoute } from './route.ts'

const role = choice(roles)

const delegation = object({ id: string(), fromId: string(), scope: array(string()), until: iso.datetime() })

/** Nobody is signed in. */
const noSession = object({ signedIn: literal(false), demonstration: boolean() })

/** What the browser may know of the person signed in. */
const session = object({
  signedIn: literal(true),
  demonstration: boolean(),
  personId: uuid(),
  name: string(),
  assurance: choice(['face', 'two-factor', 'sms']),
  roles: array(role),
  /** authorities that a member of staff works for */
  authorities: array(string()),
  delegations: array(delegation),
  /** moment at which the session ends if nothing more is asked */
  endsAt: iso.datetime(),
})

/** Who am I. */
export const readSession = defineRoute({
  id: 'access.read-session',
  method: 'GET',
  path: '/api/session',
  action: 'session.read',
  summary: 'Who is signed in, with which duties, until when',
  response: union([noSession, session]),
})

/** Starts the log-in of applicants at the identity service. */
export const startLogIn = defineRoute({
  id: 'access.start-log-in',
  method: 'GET',
  path: '/api/session/login',
  action: 'session.open',
  summary: 'Redirects to the identity service; `to` is the page to come back to',
  query: object({ to: string().max(500).optional() }),
  response: nothing(),
  success: 302,
  produces: 'text/plain',
  problems: ['identity-service-unreachable'],
})

/** Where the identity service sends the browser back to. */
export const finishLogIn = defineRoute({
  id: 'access.finish-log-in',
  method: 'GET',
  path: '/api/session/callback',
  action: 'session.open',
  summary: 'Opens the session from the answer of the identity service and redirects to the page left',
  query: object({
    code: string().optional(),
    state: string().optional(),
    iss: string().optional(),
    error: string().optional(),
    error_description: string().optional(),
  }),
  response: nothing(),
  success: 302,
  produces: 'text/plain',
  problems: [
    'log-in-failed',
    'identity-service-unreachable',
    'real-name-missing',
    'assurance-unknown',
    'identity-conflicting',
  ],
})

/** Log-in of staff: name, password and one-time code. */
export const openStaffSession = defineRoute({
  id: 'access.open-staff-session',
  method: 'POST',
  path: '/api/session/staff',
  action: 'session.open',
  summary: 'Opens a staff session with two factors',
  body: object({
    username: string().min(1).max(60),
    password: string().min(1).max(200),
    code: string().regex(/^\d{6}$/),
    /** replaces the password; needed with one that was given by somebody else */
    newPassword: string().min(12).max(200).optional(),
  }),
  response: session,
  problems: ['log-in-failed', 'password-must-be-changed', 'password-too-simple', 'no-duty-yet'],
})

/** Log-out. */
export const closeSession = defineRoute({
  id: 'access.close-session',
  method: 'DELETE',
  path: '/api/session',
  action: 'session.close',
  summary: 'Ends the session; asking twice does no harm',
  response: object({ signedIn: literal(false) }),
})

const grant = object({
  id: uuid(),
  personId: uuid(),
  personName: string(),
  role,
  /** partner organisation whose person it is, as it is called; null for our own staff */
  partner: string().nullable(),
  state: choice(['proposed', 'live', 'revoked']),
  proposedBy: string().nullable(),
  proposedAt: iso.datetime(),
})

/** The duties given, proposed and taken away. */
export const listGrants = defineRoute({
  id: 'access.list-grants',
  method: 'GET',
  path: '/api/access/grants',
  action: 'access.read-grants',
  summary: 'Every grant of a role with its state',
  response: object({ grants: array(grant) }),
})

/** First half of a grant. */
export const proposeGrant = defineRoute({
  id: 'access.propose-grant',
  method: 'POST',
  path: '/api/access/grants',
  action: 'access.propose-grant',
  summary: 'Proposes a role for somebody else; it works once a second administrator confirms it',
  body: object({ username: string().min(1).max(60), role }),
  response: object({ id: uuid() }),
  success: 201,
  problems: [
    'account-unknown',
    'role-already-given',
    'not-for-oneself',
    'partner-organisation-missing',
    'account-of-partner',
  ],
  idempotent: true,
})

const grantParams = object({ id: uuid() })

/** Second half of a grant. */
export const confirmGrant = defineRoute({
  id: 'access.confirm-grant',
  method: 'POST',
  path: '/api/access/grants/:id/confirm',
  action: 'access.confirm-grant',
  summary: 'Confirms a proposed role; never one’s own proposal, never for oneself',
  params: grantParams,
  response: object({ id: uuid() }),
  problems: ['grant-unknown', 'grant-not-proposed', 'second-person-required'],
  idempotent: true,
})

/** Takes a role away; the next request of that person no longer has it. */
export const revokeGrant = defineRoute({
  id: 'access.revoke-grant',
  method: 'POST',
  path: '/api/access/grants/:id/revoke',
  action: 'access.revoke-grant',
  summary: 'Takes a role away at once',
  params: grantParams,
  body: object({ reason: string().min(2).max(500) }),
  response: object({ id: uuid() }),
  problems: ['grant-unknown', 'not-for-oneself'],
  idempotent: true,
})

/** Gives a colleague power over one's own matters. */
export const giveDelegation = defineRoute({
  id: 'access.give-delegation',
  method: 'POST',
  path: '/api/access/delegations',
  action: 'access.delegate',
  summary: 'Lets somebody else act in one’s own matters, for named acts, until a day',
  body: object({
    /** name and identity number of the person who receives the power */
    name: string().min(1).max(100),
    identityNumber: string().length(18),
    scope: array(string().max(60)).min(1).max(20),
    days: int().min(1).max(365),
  }),
  response: object({ id: uuid(), until: iso.datetime() }),
  success: 201,
  problems: ['identity-number-wrong', 'scope-unknown', 'not-for-oneself'],
  idempotent: true,
})

/** Ends a delegation early. */
export const endDelegation = defineRoute({
  id: 'access.end-delegation',
  method: 'DELETE',
  path: '/api/access/delegations/:id',
  action: 'access.end-delegation',
  summary: 'Ends a power given earlier',
  params: object({ id: uuid() }),
  response: object({ id: uuid() }),
  problems: ['delegation-unknown'],
})

/** The log-ins of a demonstration; answers 404 anywhere else. */
export const listDemonstrationAccounts = defineRoute({
  id: 'access.list-demonstration-accounts',
  method: 'GET',
  path: '/api/demonstration/accounts',
  action: 'public.read',
  summary: 'Staff log-ins of the demonstration with the one-time code of this half minute',
  response: object({
    accounts: array(
      object({ username: string(), name: string(), title: string(), password: string(), code: string() }),
    ),
  }),
})
