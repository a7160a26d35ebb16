/**
 * What supervision is handed of the rooms that it watches.
 */

import type { CasesDoor } from './cases/index.ts'
import type { registerFeedback } from './feedback/index.ts'
import type { Ports } from './platform/ports.ts'
import type { ProjectsDoor } from './projects/index.ts'
import { registerSupervision } from './supervision/index.ts'

/** The rooms that are watched. */
export interface SupervisedRooms {
  readonly projects: ProjectsDoor
  readonly cases: CasesDoor
  readonly register: ReturnType<typeof registerFeedback>
}

/** Opens supervision over them. */
export function openSupervision(ports: Ports, { projects, cases, register }: SupervisedRooms): void {
  registerSupervision({
    ...ports,
    findStuck: projects.findRisks,
    listProjects: projects.listRunning,
    readCaseClocks: cases.readClocks,
    readIssueClocks: register.readClocks,
  })
}
