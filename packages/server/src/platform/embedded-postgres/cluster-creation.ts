/**
 * Makes a new cluster beside its final place and moves it there in one step, so that a half-made one is never found.
 */

import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chownSync,
  existsSync,
  linkSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Binaries } from './binaries.ts'
import type { ServiceUser } from './service-user.ts'

const draftPrefix = 'postgres-new-'

/** What a new cluster is made with. */
export interface NewCluster {
  readonly binaries: Binaries
  readonly user: ServiceUser | undefined
  readonly home: string
  readonly cluster: string
  readonly password: string
}

/** Makes the cluster in UTF-8, where Chinese letters count as letters, with page checksums and SCRAM passwords. */
export async function makeCluster({ binaries, user, home, cluster, password }: NewCluster): Promise<void> {
  const draft = mkdtempSync(join(home, draftPrefix))
  const passwordFile = `${draft}.password`
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 })
  if (user !== undefined) for (const path of [draft, passwordFile]) chownSync(path, user.uid, user.gid)
  try {
    await promisify(execFile)(
      binaries.initdb,
      [
        `--pgdata=${draft}`,
        '--username=postgres',
        '--encoding=UTF8',
        '--locale=C.UTF-8',
        '--auth=scram-sha-256',
        `--pwfile=${passwordFile}`,
        '--data-checksums',
      ],
      { ...user, cwd: draft, env: { PATH: process.env['PATH'], LC_ALL: 'C.UTF-8', TZ: 'UTC' } },
    )
    moveIntoPlace(draft, cluster)
  } catch (cause) {
    if (!existsSync(cluster)) throw new Error(`PostgreSQL could not make its files in ${home}.`, { cause })
  } finally {
    removeDrafts(home)
  }
}

/** Our own, and what makers that were killed have left; one still at work finds the finished cluster in its place. */
function removeDrafts(home: string): void {
  for (const name of readdirSync(home)) {
    if (name.startsWith(draftPrefix)) rmSync(join(home, name), { recursive: true, force: true })
  }
}

/** A cluster that somebody else made meanwhile is kept: both were made with the same password. */
function moveIntoPlace(draft: string, cluster: string): void {
  try {
    renameSync(draft, cluster)
  } catch (error) {
    if (!existsSync(cluster)) throw error
  }
}

/** The superuser's password: made once, readable by the owner of the folder alone. */
export function keepPassword(home: string): string {
  const file = join(home, 'postgres-password')
  const draft = `${file}-${randomBytes(4).toString('hex')}`
  if (!existsSync(file)) {
    if (existsSync(join(home, 'postgres'))) {
      throw new Error(`${file} is missing and nobody can log in without it. Put it back from your backup.`)
    }
    writeFileSync(draft, randomBytes(24).toString('base64url'), { mode: 0o600 })
    try {
      linkSync(draft, file)
    } catch {
      // another server was faster; its password stands
    }
    rmSync(draft)
  }
  return readFileSync(file, 'utf8')
}
