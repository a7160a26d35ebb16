/**
 * Log-in and log-out: the two doors (identity service for applicants, two factors for staff) and the cookie.
 */

import {
  closeSession as closeSessionRoute,
  finishLogIn,
  openStaffSession,
  readSession,
  startLogIn,
} from '@guanjia/contract/access'
import type { RouteOutput, RouteProblem } from '@guanjia/contract/route'
import { accept, refuse } from '@guanjia/core/kernel'
import { answer, type CookieToSet, redirect } from '../platform/http/answer.ts'
import type { Caller, ProblemTable } from '../platform/http/handler.ts'
import type { AccessPorts } from './access-ports.ts'
import type { AccessTables } from './access-tables.ts'
import type { PendingLogIn } from './identity-service.ts'
import { admitPerson } from './person-store.ts'
import { type AtTheDoor, logIn, logOut, noteFailure } from './session-commands.ts'
import { findSession, type LiveSession } from './session-store.ts'
import { checkLogIn, type LogIn } from './staff-log-in.ts'

/** The cookie that carries the session's token. */
export const sessionCookie = 'guanjia_session'

const pendingCookie = 'guanjia_log_in'
const pendingSeconds = 600

const problems = {
  'identity-service-unreachable': 503,
  'log-in-failed': 401,
  'real-name-missing': 403,
  'assurance-unknown': 403,
  'identity-conflicting': 409,
  'password-must-be-changed': 403,
  'password-too-simple': 422,
  'no-duty-yet': 403,
} as const satisfies ProblemTable<
  RouteProblem<typeof startLogIn | typeof finishLogIn | typeof openStaffSession>
>

/** Answers the routes of sessions. */
export function implementSessionRoutes(ports: AccessPorts): void {
  const { implement } = ports
  implement(
    readSession,
    async ({ principal, sessionEndsAt: endsAt }) =>
      accept(sessionView({ principal, endsAt }, ports.demonstration !== undefined)),
    {},
  )
  implement(startLogIn, ({ query }) => begin(ports, query?.to), problems)
  implement(finishLogIn, (input) => finish(ports, input), problems)
  implement(openStaffSession, (input) => admitStaff(ports, input), problems)
  implement(
    closeSessionRoute,
    async (input) => {
      await logOut(ports, input.principal, atTheDoor(input))
      return accept(answer({ signedIn: false as const }, { cookies: [removal(sessionCookie)] }))
    },
    {},
  )
}

function tables(ports: AccessPorts) {
  return ports.database.withTables<AccessTables>()
}

function removal(name: string): CookieToSet {
  return { name, value: '', maxAge: 0, path: '/' }
}

function sessionView(live: LiveSession, demonstration: boolean): RouteOutput<typeof readSession> {
  const { principal, endsAt } = live
  if (principal.kind !== 'person') return { signedIn: false, demonstration }
  const { id, name, assurance, roles, authorities, delegations } = principal
  return {
    signedIn: true,
    demonstration,
    personId: id,
    name,
    assurance,
    roles: [...roles],
    authorities: [...authorities],
    delegations: delegations.map((given) => ({ ...given, scope: [...given.scope] })),
    endsAt: endsAt.toISOString(),
  }
}

async function begin(ports: AccessPorts, to = '/my/cases') {
  const started = await ports.identityService.start(isOwnPage(to) ? to : '/')
  if (!started.ok) return started
  const { url, pending } = started.value
  const value = Buffer.from(JSON.stringify(pending)).toString('base64url')
  const cookie = { name: pendingCookie, value, maxAge: pendingSeconds, path: '/api/session' }
  return accept(redirect(url, { cookies: [cookie] }))
}

/** Only pages of this site: a path that no browser could read as another host. */
function isOwnPage(to: string): boolean {
  return /^\/(?![/\\])[\w\-./?=&%~:@+,;]*$/.test(to)
}

function atTheDoor({ cookies, correlationId }: Pick<Caller, 'cookies' | 'correlationId'>): AtTheDoor {
  return { correlationId, oldToken: cookies[sessionCookie] }
}

interface Returning extends Caller {
  readonly query: Readonly<Record<string, string | undefined>>
}

async function finish(ports: AccessPorts, input: Returning) {
  const pending = readPending(input.cookies[pendingCookie])
  if (pending === undefined) return refuse('log-in-failed')
  const callback = new URL('/api/session/callback', ports.origin)
  for (const [name, value] of Object.entries(input.query)) if (value) callback.searchParams.set(name, value)
  const identified = await ports.identityService.finish(callback, pending)
  const admitted = identified.ok
    ? await admitPerson(tables(ports), identified.value, ports.newId())
    : identified
  if (!identified.ok || !admitted.ok) {
    await noteFailure(ports, input)
    return admitted.ok ? refuse('log-in-failed') : admitted
  }
  const arrival = { personId: admitted.value, assurance: identified.value.assurance }
  const token = await logIn(ports, atTheDoor(input), arrival)
  const gone = { ...removal(pendingCookie), path: '/api/session' }
  return accept(redirect(pending.to, { cookies: [{ name: sessionCookie, value: token, path: '/' }, gone] }))
}

function readPending(cookie: string | undefined): PendingLogIn | undefined {
  try {
    const pending: unknown = JSON.parse(Buffer.from(cookie ?? '', 'base64url').toString('utf8'))
    return isPending(pending) && isOwnPage(pending.to) ? pending : undefined
  } catch {
    return undefined
  }
}

function isPending(value: unknown): value is PendingLogIn {
  if (typeof value !== 'object' || value === null) return false
  const fields = value as Record<string, unknown>
  return ['verifier', 'state', 'nonce', 'to'].every((name) => typeof fields[name] === 'string')
}

async function admitStaff(ports: AccessPorts, input: Caller & { readonly body: LogIn }) {
  const { username, password, newPassword } = input.body
  if (newPassword !== undefined && (newPassword === password || newPassword.includes(username)))
    return refuse('password-too-simple')
  const at = { database: tables(ports), seal: ports.seal }
  const { personId, refusal } = await checkLogIn(at, input.body, ports.clock.now())
  if (personId === undefined || refusal !== undefined) {
    await noteFailure(ports, input, personId)
    return refuse(refusal ?? 'log-in-failed')
  }
  const token = await logIn(ports, atTheDoor(input), { personId, assurance: 'two-factor', newPassword })
  const live = await findSession(tables(ports), token, { clock: ports.clock, how: 'look' })
  const view = sessionView(live, ports.demonstration !== undefined)
  // an account without any duty has nothing to come in for; the new password is kept
  if (!view.signedIn) return refuse('no-duty-yet')
  return accept(answer(view, { cookies: [{ name: sessionCookie, value: token, path: '/' }] }))
}
