/**
 * Stages and groups: in which part of a project's life a service stands, and with which others it is done together.
 */

import { type Entry, idsAt, note, onlyFields, textAt, type Wording, wordingAt } from '../reading/entry.ts'
import { type Provenance, provenanceOf } from '../reading/provenance.ts'

/** Code of a stage: 1 land and planning, 2 scheme, 3 construction permit, 4 completion, 5 alongside. */
export type StageNumber = 1 | 2 | 3 | 4 | 5

/** A stage of the approval of construction projects. */
export interface Stage extends Provenance {
  readonly stage: StageNumber
  readonly name: Wording
}

/** Services of one stage that are done together. */
export interface ServiceGroup extends Provenance {
  readonly id: string
  readonly stage: StageNumber
  readonly name: Wording
  /** ids of authorities, the first leads; none where the project itself does */
  readonly authorities: readonly string[]
}

/** Reads a stage; what is wrong with it is noted in the entry. */
export function readStage(entry: Entry): Stage {
  onlyFields(entry, 'stage name source mark')
  return { stage: stageAt(entry, 'stage'), name: wordingAt(entry, 'name'), ...provenanceOf(entry) }
}

/** Reads a group; what is wrong with it is noted in the entry. */
export function readServiceGroup(entry: Entry): ServiceGroup {
  onlyFields(entry, 'id stage name authorities source mark')
  return {
    id: textAt(entry, 'id'),
    stage: stageAt(entry, 'stage'),
    name: wordingAt(entry, 'name'),
    authorities: idsAt(entry, 'authorities'),
    ...provenanceOf(entry),
  }
}

/** The code of a stage at a field. */
export function stageAt(entry: Entry, field: string): StageNumber {
  const found = ([1, 2, 3, 4, 5] as const).find((stage) => stage === entry.fields[field])
  if (found === undefined) note(entry, 'stage-unknown', [field], `${field} is 1, 2, 3, 4 or 5.`)
  return found ?? 1
}
