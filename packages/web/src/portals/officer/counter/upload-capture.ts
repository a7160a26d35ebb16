/**
 * Sends a captured paper, taken up again where a break left it, and attaches it to the case.
 */

import { type Called, call } from '../../../api/call.ts'
import { browserUploads, sendFile, uploadDoor } from '../../../features/cases/index.ts'

/** What is captured, for which case and paper. */
export interface Capture {
  readonly caseId: string
  readonly requirement: string
  readonly title: string
  readonly file: File
}

const pauseMs = 2_000

/** A capture goes on by itself after a break, for as long as the page is open. */
const hooks = {
  onStand: () => undefined,
  onBreak: () => new Promise<void>((resolve) => setTimeout(resolve, pauseMs)),
  signal: new AbortController().signal,
}

/** Uploads and attaches; the first refusal ends it. */
export async function uploadCapture({ caseId, requirement, title, file }: Capture): Promise<Called<unknown>> {
  const arrived = await sendFile(file, { door: uploadDoor, memory: browserUploads }, hooks)
  if (!arrived.ok) return arrived
  const attached = await call('POST /api/counter/cases/:id/evidence', {
    params: { id: caseId },
    body: { upload: arrived.value, requirement, title },
  })
  // what could not be attached is sent anew when it is captured again
  browserUploads.forget(file)
  return attached
}
