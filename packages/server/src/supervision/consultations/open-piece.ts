/**
 * Opening a piece of evidence: whoever does so is written down with the moment, before the piece is sent.
 */

import type { Principal } from '@guanjia/core/access'
import { accept, assert, type Result, refuse } from '@guanjia/core/kernel'
import { documentAnswer } from '../../cases/index.ts'
import { type Answer, answer } from '../../platform/http/answer.ts'
import { personOf, type SupervisionRoom } from '../supervision-ports.ts'
import { supervisionTables } from '../supervision-tables.ts'

/** Who opens which piece. */
export interface PieceLook {
  readonly consultationId: string
  readonly place: number
  readonly principal: Principal
  readonly correlationId: string
}

/** Keeps the look and sends the piece: the file as it is, words as plain text. */
export async function openPiece(
  room: SupervisionRoom,
  { consultationId, place, principal, correlationId }: PieceLook,
): Promise<Result<Answer<Buffer>, 'piece-unknown'>> {
  const piece = await supervisionTables(room.database)
    .selectFrom('consultation_piece')
    .selectAll()
    .where('consultation_id', '=', consultationId)
    .where('place', '=', place)
    .executeTakeFirst()
  if (piece === undefined) return refuse('piece-unknown')
  const sent = await pieceAnswer(room, piece)
  if (sent === undefined) return refuse('piece-unknown')
  const command = {
    name: 'supervision.open-piece',
    subject: consultationId,
    principal,
    correlationId,
    legal: false,
  }
  const kept = await room.runCommand(command, async (context) => {
    await supervisionTables(context.tx)
      .insertInto('consultation_look')
      .values({ consultation_id: consultationId, place, person_id: personOf(context), at: context.now })
      .execute()
    context.emit({ type: 'supervision.consultation-moved', subject: consultationId, body: { act: 'look' } })
    return accept({})
  })
  assert(kept.ok, 'a look is kept')
  return accept(sent)
}

interface Piece {
  readonly words: string | null
  readonly document_id: string | null
  readonly version: number | null
}

async function pieceAnswer(room: SupervisionRoom, { words, document_id: document, version }: Piece) {
  if (document !== null && version !== null) return await documentAnswer(room, { document, version })
  return answer(Buffer.from(words ?? ''), { headers: { 'content-type': 'text/plain; charset=utf-8' } })
}
