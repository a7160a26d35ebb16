/**
 * Sending a file in parts. What has arrived is never sent again: after a break, and after the page was left, an upload
 * goes on where it stopped.
 */

import type { Called } from '../../../api/call.ts'

/** How far an upload is, in bytes. */
export interface UploadStand {
  readonly id: string
  readonly received: number
}

/** The way to the other side. */
export interface UploadDoor {
  readonly start: (
    name: string,
    size: number,
  ) => Promise<Called<UploadStand & { readonly partBytes: number }>>
  readonly find: (id: string) => Promise<Called<UploadStand & { readonly size: number }>>
  readonly append: (
    id: string,
    offset: number,
    bytes: string,
  ) => Promise<Called<{ readonly received: number }>>
}

/** Uploads that were begun and not finished, by the file they are of. */
export interface UploadMemory {
  readonly find: (file: File) => string | undefined
  readonly keep: (file: File, id: string) => void
  readonly forget: (file: File) => void
}

/** What the sender hears on the way. */
export interface UploadHooks {
  readonly onStand: (stand: { readonly sent: number; readonly isResumed: boolean }) => void
  /** the connection is gone; resolves when it is worth another try */
  readonly onBreak: () => Promise<void>
  readonly signal: AbortSignal
}

/** Bytes of a part; as base64 it stays below what a request may hold. */
export const partBytes = 180_000

/** The upload was stopped on purpose. */
export class UploadStopped extends Error {}

/** Sends a file and gives the id of its upload, or why it was refused. */
export async function sendFile(
  file: File,
  { door, memory }: { readonly door: UploadDoor; readonly memory: UploadMemory },
  hooks: UploadHooks,
): Promise<Called<string>> {
  const begun = await begin(file, { door, memory }, hooks)
  if (!begun.ok) return begun
  const { id } = begun.value
  let sent = begun.value.received
  hooks.onStand({ sent, isResumed: sent > 0 })
  while (sent < file.size) {
    const bytes = await base64Of(file.slice(sent, sent + partBytes))
    const at = sent
    const answer = await untilHeard(() => door.append(id, at, bytes), hooks)
    // two windows may have sent the same file: the other side knows how far it is
    const stand = !answer.ok && answer.problem.code === 'upload-offset-wrong' ? await door.find(id) : answer
    if (!stand.ok) return stand
    sent = stand.value.received
    hooks.onStand({ sent, isResumed: false })
  }
  return { ok: true, value: id }
}

async function begin(
  file: File,
  { door, memory }: { readonly door: UploadDoor; readonly memory: UploadMemory },
  hooks: UploadHooks,
): Promise<Called<UploadStand>> {
  const known = memory.find(file)
  if (known !== undefined) {
    const found = await untilHeard(() => door.find(known), hooks)
    if (found.ok && found.value.size === file.size) return found
    memory.forget(file)
  }
  const started = await untilHeard(() => door.start(file.name, file.size), hooks)
  if (started.ok) memory.keep(file, started.value.id)
  return started
}

async function untilHeard<T>(
  send: () => Promise<Called<T>>,
  { onBreak, signal }: UploadHooks,
): Promise<Called<T>> {
  for (;;) {
    if (signal.aborted) throw new UploadStopped()
    const answer = await send()
    if (answer.ok || answer.problem.status !== 0) return answer
    await onBreak()
  }
}

/** The bytes as base64, in pieces that a call can take. */
async function base64Of(blob: Blob): Promise<string> {
  const bytes = new Uint8Array(await blob.arrayBuffer())
  let text = ''
  for (let at = 0; at < bytes.length; at += 8192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8192))
  return btoa(text)
}
