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
import type { RouteOutput } from '@guanjia/contract/route'
import { accept, refuse } from '@guanjia/core/kernel'
import { answer, type CookieToSet, redirect } from '../platform/http/answer.ts'
import type { ProblemTable } from '../platform/http/handler.ts'
import type { AccessPorts } from './access-ports.ts'
import type { AccessTables } from './access-tables.ts'
import type { PendingLogIn } from './identity-service.ts'
import { admitPerson } from './person-store.ts'
import { logOut } from './session-commands.ts'
import { findSession, type LiveSession, openSession } from './session-store.ts'
import { checkLogIn } from './staff-log-in.ts'

/** The cookie that carries the session's token. */
export const sessionCookie = 'guanjia_session'

const pendingCookie = 'guanjia_log_in'
const pendingSeconds = 600

const problems = {
  'identity-service-unreachable': 503,
  'log-in-failed': 401,
  'real-name-missing': 403,
  'account-resting': 429,
} as const satisfies ProblemTable<string>

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
  implement(finishLogIn, ({ query, cookies }) => finish(ports, query, cookies[pendingCookie]), problems)
  implement(openStaffSession, ({ body }) => admitStaff(ports, body), problems)
  implement(
    closeSessionRoute,
    async ({ cookies, ...sender }) => {
      const token = cookies[sessionCookie]
      if (token !== undefined) await logOut(ports, sender, token)
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
  const { id, name, assurance, roles, delegations } = principal
  return {
    signedIn: true,
    demonstration,
    personId: id,
    name,
    assurance,
    roles: [...roles],
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

async function finish(
  ports: AccessPorts,
  query: Readonly<Record<string, string | undefined>>,
  cookie: string | undefined,
) {
  const pending = readPending(cookie)
  if (pending === undefined) return refuse('log-in-failed')
  const callback = new URL('/api/session/callback', ports.origin)
  for (const [name, value] of Object.entries(query)) if (value) callback.searchParams.set(name, value)
  const realName = await ports.identityService.finish(callback, pending)
  if (!realName.ok) return realName
  const personId = await admitPerson(tables(ports), realName.value, ports.newId())
  const opening = { personId, assurance: 'face' as const, now: ports.clock.now() }
  const token = await openSession(tables(ports), opening)
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

async function admitStaff(
  ports: AccessPorts,
  body: { readonly username: string; readonly password: string; readonly code: string },
) {
  const now = ports.clock.now()
  const checked = await checkLogIn(tables(ports), body, now)
  if (!checked.ok) return checked
  const opening = { personId: checked.value.personId, assurance: 'two-factor' as const, now }
  const token = await openSession(tables(ports), opening)
  const live = await findSession(tables(ports), token, { clock: ports.clock, how: 'look' })
  const view = sessionView(live, ports.demonstration !== undefined)
  // an account from which every duty was taken away has nothing to come in for
  if (!view.signedIn) return refuse('log-in-failed')
  return accept(answer(view, { cookies: [{ name: sessionCookie, value: token, path: '/' }] }))
}
