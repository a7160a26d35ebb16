/**
 * Whom PostgreSQL runs as. It refuses to run as root, so under root it runs as the user `postgres`, who must then be
 * able to walk down to the programs and to the data.
 */

import { execFileSync } from 'node:child_process'
import { type Stats, statSync } from 'node:fs'
import { dirname } from 'node:path'

/** A user id and group id; undefined stands for "the one who started us". */
export interface ServiceUser {
  readonly uid: number
  readonly gid: number
}

const name = 'postgres'

/** The user to run as, made where it does not exist yet; undefined where we are not root. */
export function findServiceUser(): ServiceUser | undefined {
  if (process.getuid?.() !== 0) return undefined
  const known = lookUp()
  if (known !== undefined) return known
  try {
    execFileSync('useradd', ['--system', '--user-group', '--no-create-home', name], { stdio: 'ignore' })
  } catch (cause) {
    throw new Error(
      'PostgreSQL does not run as root, and the user "postgres" could not be made. ' +
        'Start Guanjia as an ordinary user, or set DATABASE_URL to a PostgreSQL that runs already.',
      { cause },
    )
  }
  return lookUp()
}

function lookUp(): ServiceUser | undefined {
  try {
    const [uid, gid] = ['-u', '-g'].map((flag) =>
      Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })),
    )
    return uid === undefined || gid === undefined ? undefined : { uid, gid }
  } catch {
    return undefined
  }
}

/** Whether the user may walk through a folder with this owner and mode. */
export function mayEnter(folder: Pick<Stats, 'uid' | 'gid' | 'mode'>, user: ServiceUser): boolean {
  if (folder.uid === user.uid) return (folder.mode & 0o100) !== 0
  if (folder.gid === user.gid) return (folder.mode & 0o010) !== 0
  return (folder.mode & 0o001) !== 0
}

/**
 * Refuses to go on where the user cannot walk down to `folder`; says which folder stands in the way. What is not there yet is
 * made by us and stands in nobody's way.
 */
export function demandWay(folder: string, user: ServiceUser): void {
  for (let place = folder; ; place = dirname(place)) {
    const stats = statSync(place, { throwIfNoEntry: false })
    if (stats && !mayEnter(stats, user)) throw new Error(noWay(folder, place, stats.mode))
    if (place === dirname(place)) return
  }
}

function noWay(folder: string, closed: string, mode: number): string {
  return (
    `PostgreSQL runs as the user "postgres" because Guanjia was started as root, and that user may not enter ` +
    `${closed} (mode ${(mode & 0o777).toString(8)}), which leads to ${folder}. ` +
    'Move Guanjia to a folder everybody may enter (for example /srv/guanjia), start it as an ordinary user, ' +
    'or set DATABASE_URL to a PostgreSQL that runs already. Nothing was changed.'
  )
}
