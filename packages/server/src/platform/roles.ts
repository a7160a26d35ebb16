/**
 * The three roles of the database and the schema they meet in. Roles belong to the whole cluster, so several databases
 * (and several migrators) may make them at once.
 */

import type { ClientBase } from 'pg'

/** The roles: the migrator owns, the app reads and writes what it was granted, the reader sees views. */
export const databaseRoles = ['guanjia_migrator', 'guanjia_app', 'guanjia_reader'] as const

/** Makes roles, schema and extensions where they are missing; needs a user who may create roles. */
export async function prepareDatabase(client: ClientBase): Promise<void> {
  for (const role of databaseRoles) await makeRole(client, role)
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
  await client.query(`
    do $$ begin
      if not pg_has_role(current_user, '${role}', 'member') then
        execute format('grant ${role} to %I', current_user);
      end if;
    exception when unique_violation then null;
    end $$`)
}
