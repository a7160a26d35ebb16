/**
 * Sends a captured paper in parts, each taken up again where a break left it, and attaches it to the case.
 */

import { type Called, call } from '../../../api/call.ts'

/** What is captured, for which case and paper. */
export interface Capture {
  readonly caseId: string
  readonly requirement: string
  readonly title: string
  readonly file: File
}

/** Uploads and attaches; the first refusal ends it. */
export async function uploadCapture({ caseId, requirement, title, file }: Capture): Promise<Called<unknown>> {
  const started = await call('POST /api/evidence/uploads', { body: { name: file.name, size: file.size } })
  if (!started.ok) return started
  const { id, partBytes } = started.value
  for (let offset = 0; offset < file.size; offset += partBytes) {
    const bytes = await asBase64(file.slice(offset, offset + partBytes))
    const sent = await call('POST /api/evidence/uploads/:id/parts', {
      params: { id },
      body: { offset, bytes },
    })
    if (!sent.ok) return sent
  }
  return call('POST /api/counter/cases/:id/evidence', {
    params: { id: caseId },
    body: { upload: id, requirement, title },
  })
}

function asBase64(part: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.addEventListener('load', () => resolve(String(reader.result).replace(/^data:[^,]*,/, '')))
    reader.addEventListener('error', () => reject(reader.error ?? new Error('the file could not be read')))
    reader.readAsDataURL(part)
  })
}
