/**
 * What this room needs of the platform, and its own content.
 */

import type { CasesDoor } from '../cases/index.ts'
import type { CatalogueDoor } from '../catalogue/index.ts'
import type { CommandContext } from '../platform/commands/command.ts'
import type { Ports } from '../platform/ports.ts'
import type { ApplicantSigner } from '../platform/signing/index.ts'
import type { QuestionnaireContent } from './questionnaire-content.ts'
import type { StewardsContent } from './stewards-content.ts'

/** The platform's doors. */
export type ProjectsPorts = Pick<
  Ports,
  | 'implement'
  | 'database'
  | 'clock'
  | 'runCommand'
  | 'zone'
  | 'newId'
  | 'contentFolder'
  | 'jobs'
  | 'outbox'
  | 'files'
  | 'dataFolder'
  | 'demonstration'
  | 'keysFolder'
  | 'origin'
>

/** The doors and the content. */
export interface ProjectsRoom extends ProjectsPorts {
  readonly content: StewardsContent
  readonly questionnaire: QuestionnaireContent
  readonly catalogues: CatalogueDoor
  readonly cases: CasesDoor
  readonly signer: ApplicantSigner
}

/** The person a command is run by; commands of this room are run by nobody else. */
export function personOf({ principal }: Pick<CommandContext, 'principal'>): string {
  if (principal.kind !== 'person') throw new Error(`${principal.kind} runs no command of projects`)
  return principal.id
}
