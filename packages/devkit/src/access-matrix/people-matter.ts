/**
 * Everybody of the table: their duties, their sessions, and what they were allowed by others.
 */

import { randomUUID } from 'node:crypto'
import { identityCheckCharacter } from '@guanjia/core/registration'
import type { Client } from 'pg'
import type { Browser, TestApp } from '../test-app/index.ts'
import { authoritiesOf, dutiesOf } from './caller-duties.ts'
import { allCallers, type Caller } from './callers.ts'

/** Every action of the applicant's side. */
const applicantSide = [
  'registration.read',
  'registration.read-papers',
  'registration.read-attached',
  'registration.edit',
  'registration.reserve-name',
  'registration.hold-seat',
  'registration.file-address',
  'registration.request-signatures',
  'registration.submit',
  'registration.withdraw',
  'licence.read-own',
  'licence.print',
  'project.read',
  'project.ask',
  'project.confirm',
  'project.edit',
  'project.promise',
  'project.file',
  'case.read',
  'case.edit',
  'case.submit',
  'case.withdraw',
  'case.promise',
  'evidence.read',
]

/** Logs everybody in. */
export async function signInAll(app: TestApp): Promise<ReadonlyMap<Caller, Browser>> {
  const browsers = new Map<Caller, Browser>([['stranger', app.stranger]])
  for (const [place, caller] of allCallers.entries()) {
    if (caller === 'stranger') continue
    const first17 = `37021419880412${String(place).padStart(3, '0')}`
    const identityNumber = first17 + identityCheckCharacter(first17)
    browsers.set(
      caller,
      await app.signIn({
        name: '林海宁',
        identityNumber,
        roles: dutiesOf[caller] ?? [],
        authorities: authoritiesOf[caller] ?? [],
        ...(dutiesOf[caller]?.includes('partner') === true && { partner: 'chengyang-discipline' }),
      }),
    )
  }
  return browsers
}

/** Lets the session of one be over, and takes the duty of another. */
export async function endSessions(client: Client, idOf: (caller: Caller) => string): Promise<void> {
  await client.query(
    `update session set opened_at = opened_at - interval '2 days', last_seen_at = last_seen_at - interval '2 days'
     where person_id = $1`,
    [idOf('expired')],
  )
  await client.query('update role_grant set revoked_at = confirmed_at where person_id = $1', [
    idOf('dismissed'),
  ])
}

/** What the owner lets others do, and what others let others do. */
export async function writeDelegations(client: Client, idOf: (caller: Caller) => string): Promise<void> {
  const from = idOf('owner')
  await writeDelegation(client, from, idOf('delegate'), { scope: applicantSide })
  await writeDelegation(client, from, idOf('readingDelegate'), { scope: ['registration.read'] })
  await writeDelegation(client, from, idOf('lateDelegate'), { scope: applicantSide, until: '2026-03-01' })
  await writeDelegation(client, idOf('person'), idOf('othersDelegate'), { scope: applicantSide })
}

/** Somebody lets somebody act for them. */
export async function writeDelegation(
  client: Client,
  from: string,
  to: string,
  { scope, until = '2099-01-01' }: { readonly scope: readonly string[]; readonly until?: string },
): Promise<string> {
  const id = randomUUID()
  await client.query(
    'insert into delegation (id, from_person, to_person, scope, until) values ($1, $2, $3, $4, $5)',
    [id, from, to, scope, until],
  )
  return id
}

/** A duty that waits for its second person. */
export async function writeGrant(client: Client, person: string, proposer: string): Promise<string> {
  const id = randomUUID()
  await client.query(
    `insert into role_grant (id, person_id, role, proposed_by) values ($1, $2, 'clerk', $3)`,
    [id, person, proposer],
  )
  return id
}

/** The account of somebody to whom duties are proposed. */
export async function writeAccount(client: Client, person: string): Promise<string> {
  await client.query(
    `insert into staff_account (person_id, username, password_hash, one_time_secret)
     values ($1, 'bystander', 'none', 'none')`,
    [person],
  )
  return 'bystander'
}

/** A message to somebody. */
export async function writeNotice(client: Client, person: string): Promise<string> {
  const id = randomUUID()
  await client.query(
    `insert into notice (id, key, template, event_type, subject, person_id, channel, language, title, text, link, state,
       due_at, created_at, sent_at, correlation_id)
     values ($1, 'matrix', 'referred', 'registration.referred', 'matrix', $2, 'in-app', 'zh-CN', '试验', '试验', '/my',
       'sent', now(), now(), now(), 'matrix')`,
    [id, person],
  )
  return id
}
