/**
 * Uploads that were begun in this browser, so that the same file goes on where it stopped.
 */

import type { UploadMemory } from './resumable-upload.ts'

function keyOf({ name, size, lastModified }: File): string {
  return `guanjia-upload:${name}:${size}:${lastModified}`
}

/** A browser that keeps nothing begins every upload anew, which is no fault. */
function safely<T>(work: () => T): T | undefined {
  try {
    return work()
  } catch {
    return undefined
  }
}

export const browserUploads: UploadMemory = {
  find: (file) => safely(() => localStorage.getItem(keyOf(file))) ?? undefined,
  keep: (file, id) => safely(() => localStorage.setItem(keyOf(file), id)),
  forget: (file) => safely(() => localStorage.removeItem(keyOf(file))),
}
