/**
 * The path of a project: activities around the services, what they add to the services' prerequisites, and commitments.
 */

import { type Entry, entriesAt, onlyFields, textAt } from '../reading/entry.ts'
import type { PublicService } from '../services/public-service.ts'
import { type Commitment, readCommitment } from './commitment.ts'
import {
  type PathPrerequisite,
  type ProjectActivity,
  pathPrerequisitesAt,
  readProjectActivity,
} from './project-activity.ts'

/** What a service waits for in the project view beside its own prerequisites. */
export interface ExtraPrerequisites {
  /** id of a service */
  readonly service: string
  readonly after: readonly PathPrerequisite[]
}

/** What stands around the services of a project. */
export interface ProjectPath {
  readonly activities: readonly ProjectActivity[]
  readonly extraPrerequisites: readonly ExtraPrerequisites[]
  readonly commitments: readonly Commitment[]
}

/** Reads a path; what is wrong with it is noted in the entry. */
export function readProjectPath(entry: Entry, services: readonly PublicService[]): ProjectPath {
  onlyFields(entry, 'activities extraPrerequisites commitments')
  return {
    activities: entriesAt(entry, 'activities').map((activity) => readProjectActivity(activity, services)),
    extraPrerequisites: entriesAt(entry, 'extraPrerequisites').map(readExtra),
    commitments: entriesAt(entry, 'commitments').map(readCommitment),
  }
}

function readExtra(entry: Entry): ExtraPrerequisites {
  onlyFields(entry, 'service after')
  return { service: textAt(entry, 'service'), after: pathPrerequisitesAt(entry, 'after') }
}
