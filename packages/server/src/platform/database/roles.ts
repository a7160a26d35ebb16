/**
 * The roles of the database and the schema they meet in. Roles belong to the whole cluster, so several databases
 * (and several migrators) may make them at once.
 */

import type { ClientBase } from 'pg'
import { isForbidden } from './database-error.ts'

/**
 * The roles: the migrator owns, the app reads and writes what it was granted, the reader sees views; the intake of leads and
 * their desk reach the schema of leads, which none of the others does.
 */
export const databaseRoles = [
  'guanjia_migrator',
  'guanjia_app',
  'guanjia_reader',
  'guanjia_leads',
  'guanjia_leads_desk',
] as const

/**
 * Makes roles, schema and extensions where they are missing; needs a user who may create roles.
 *
 * @param appUser - user the server logs in as, to become a member of the app's role
 */
export async function prepareDatabase(client: ClientBase, appUser?: string): Promise<void> {
  try {
    await prepare(client, appUser)
  } catch (cause) {
    if (!isForbidden(cause)) throw cause
    throw new Error(
      `The user that Guanjia migrates the database with may not make what it needs (${cause.message}). It needs CREATEROLE ` +
        'and CREATE on the database, and the extensions pg_trgm and btree_gist to be trusted or there already. Grant that, ' +
        'or name another user in DATABASE_MIGRATOR_URL: the server itself then keeps its narrow rights.',
      { cause },
    )
  }
}

async function prepare(client: ClientBase, appUser: string | undefined): Promise<void> {
  for (const role of databaseRoles) await makeRole(client, role)
  if (appUser !== undefined) await join(client, { role: 'guanjia_app', user: appUser })
  await client.query(`
    create schema if not exists guanjia authorization guanjia_migrator;
    create extension if not exists pg_trgm schema public;
    create extension if not exists btree_gist schema public;
    revoke create on schema public from public;
    do $$ begin execute format('grant create, connect on database %I to guanjia_migrator', current_database()); end $$;
  `)
}

async function makeRole(client: ClientBase, role: string): Promise<void> {
  await client.query(`
    do $$ begin
      if not exists (select from pg_roles where rolname = '${role}') then create role ${role} nologin; end if;
    exception when duplicate_object or unique_violation then null;
    end $$`)
  const { rows } = await client.query<{ user: string }>('select current_user as user')
  await join(client, { role, user: rows[0]?.user ?? '' })
}

/** Makes a user a member of a role, where it is not one already. */
async function join(
  client: ClientBase,
  { role, user }: Readonly<Record<'role' | 'user', string>>,
): Promise<void> {
  const { rows } = await client.query<{ member: boolean }>("select pg_has_role($1, $2, 'member') as member", [
    user,
    role,
  ])
  if (rows[0]?.member === true) return
  await client.query(`grant ${client.escapeIdentifier(role)} to ${client.escapeIdentifier(user)}`)
}
