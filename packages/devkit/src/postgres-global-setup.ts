/**
 * Before the tests: a folder for this run. After them: its PostgreSQL stops and the folder goes.
 */

import { makeRunFolder, orphanedRunFolders, removeRunFolder } from './test-database/run-folder.ts'
import { stopTestCluster } from './test-database/test-cluster.ts'

export default function setup(): () => void {
  for (const orphan of orphanedRunFolders()) throwAway(orphan)
  const folder = makeRunFolder()
  return () => throwAway(folder)
}

function throwAway(folder: string): void {
  stopTestCluster(folder)
  removeRunFolder(folder)
}
