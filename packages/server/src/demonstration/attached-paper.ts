/**
 * A paper that an applicant of a demonstration uploads and attaches.
 */

import type { Send } from './projects/people-at-work.ts'

const paper = '%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n'

/** Uploads a small file, keeps it in the owner's library and attaches it to a requirement. */
export async function attachPaper(
  send: Send,
  owner: string,
  { caseId, requirement }: { readonly caseId: string; readonly requirement: string },
): Promise<void> {
  const file = { name: '材料.pdf', size: paper.length }
  const { id: upload } = await send<{ id: string }>(owner, 'POST', '/api/evidence/uploads', file)
  const part = { offset: 0, bytes: Buffer.from(paper).toString('base64') }
  await send(owner, 'POST', `/api/evidence/uploads/${upload}/parts`, part)
  const kept = { upload, type: requirement, title: '材料' }
  const { id: document } = await send<{ id: string }>(owner, 'POST', '/api/evidence', kept)
  await send(owner, 'POST', `/api/cases/${caseId}/evidence`, { requirement, document })
}
