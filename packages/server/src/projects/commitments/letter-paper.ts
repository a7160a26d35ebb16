/**
 * A signed letter as a sealed PDF; the same letter gives the same bytes, so it is set when somebody asks for it.
 */

import { join } from 'node:path'
import { filled } from '@guanjia/core/kernel'
import type { CommitmentLetter } from '@guanjia/core/projects'
import { createTypesetter } from '../../platform/documents/index.ts'
import { openDevelopmentSeal, signPdf } from '../../platform/signing/index.ts'
import type { ProjectsRoom } from '../projects-ports.ts'
import { projectsTables } from '../projects-tables.ts'
import type { LetterContent } from './letter-content.ts'

/** A letter ready to be read. */
export interface LetterPaper {
  readonly name: string
  readonly bytes: Buffer
}

/** Renders letters. */
export type RenderLetter = (projectId: string, letter: string) => Promise<LetterPaper | undefined>

/** Opens typesetter and seal. */
export function openLetterPaper(room: ProjectsRoom & { readonly letters: LetterContent }): RenderLetter {
  const { templates, reviewed, words } = room.letters
  const seal = openDevelopmentSeal(join(room.dataFolder, 'keys'), room.clock.now())
  const typesetter = createTypesetter({ templates, reviewed })
  return async (projectId, id) => {
    const row = await findLetter(room, projectId, id)
    if (row === undefined) return undefined
    const { document, number, digest, signed_at: at, key_id: keyId, signature } = row
    const data = {
      ...paperHead(document, words, room.demonstration),
      ...document,
      number,
      digest,
      keyId,
      signature: Buffer.from(signature).toString('base64'),
      signedAt: at.toISOString(),
    }
    const bytes = await signPdf(typesetter.render({ template: 'commitment-letter', at, data }), seal, {
      ...words.signature,
      name: words.author,
      at,
    })
    return { name: filled(words.file, { number }), bytes }
  }
}

function paperHead(
  { heading, signer }: CommitmentLetter,
  { author, demonstration }: LetterContent['words'],
  isDemonstration: boolean,
) {
  const mark = isDemonstration ? demonstration : null
  return { title: `${heading}（${signer}）`, author, keywords: [], demonstration: mark }
}

function findLetter({ database }: ProjectsRoom, projectId: string, id: string) {
  return projectsTables(database)
    .selectFrom('project_letter')
    .innerJoin('project', 'project.id', 'project_letter.project_id')
    .select(['document', 'digest', 'signed_at', 'key_id', 'signature', 'number'])
    .where('project_letter.id', '=', id)
    .where('project.id', '=', projectId)
    .executeTakeFirst()
}
