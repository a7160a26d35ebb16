/**
 * Which places may not become full: the data folder, and wherever the database writes.
 */

import { sql } from 'kysely'
import type { Database } from '../database/database.ts'
import { type FreeSpace, freeInFolder } from './disk.ts'

/** What is known of where things are kept. */
export interface WatchedPlaces {
  readonly dataFolder: string
  /** folder of a database elsewhere, where it can be seen from here */
  readonly databaseFolder: string | undefined
  /** bytes the database may grow to; 0 where nobody said */
  readonly databaseRoomBytes: number
}

/** The places to look at. */
export function watchedPlaces(places: WatchedPlaces, database: Database): readonly FreeSpace[] {
  const { dataFolder, databaseFolder, databaseRoomBytes } = places
  return [
    freeInFolder(dataFolder),
    ...(databaseFolder === undefined ? [] : [freeInFolder(databaseFolder)]),
    ...(databaseRoomBytes === 0 ? [] : [roomInDatabase(database, databaseRoomBytes)]),
  ]
}

function roomInDatabase(database: Database, room: number): FreeSpace {
  return async () => {
    const { rows } = await sql<{ bytes: number }>`
      select pg_database_size(current_database()) as bytes`.execute(database)
    return room - (rows[0]?.bytes ?? 0)
  }
}
