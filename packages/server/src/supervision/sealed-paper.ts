/**
 * Papers of supervision in official layout: set as a notice and sealed.
 */

import { join } from 'node:path'
import { array, object, string } from 'zod'
import { readContentFile } from '../platform/content-file.ts'
import { createTypesetter } from '../platform/documents/index.ts'
import { openDevelopmentSeal, signPdf } from '../platform/signing/index.ts'
import type { SupervisionRoom } from './supervision-ports.ts'

const rareFile = object({ characters: array(object({ character: string(), description: string() })) })

/** Why a paper is sealed, where, and in whose name. */
export interface SealWords {
  readonly reason: string
  readonly location: string
  readonly name: string
}

/** What a notice is set from, without the moment. */
export type Notice = Parameters<ReturnType<typeof createTypesetter>['render']>[0]['data']

/** Opens typesetter and seal; what it gives sets a notice of a moment and seals it. */
export function openSealedPaper(
  room: Pick<SupervisionRoom, 'contentFolder' | 'keysFolder' | 'clock'>,
  words: SealWords,
): (at: Date, notice: Notice) => Promise<Buffer> {
  const templates = join(room.contentFolder, 'documents')
  const { characters } = rareFile.parse(readContentFile(join(templates, 'rare-characters.yaml')))
  const reviewed = new Map(characters.map(({ character, description }) => [character, description]))
  const typesetter = createTypesetter({ templates, reviewed })
  const seal = openDevelopmentSeal(room.keysFolder, room.clock.now())
  return (at, notice) =>
    signPdf(typesetter.render({ template: 'notice', at, data: notice }), seal, { ...words, at })
}
