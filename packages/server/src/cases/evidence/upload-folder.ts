/**
 * The bytes of uploads under way, one file each.
 */

import { mkdir, open, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'

/** Where uploads grow. */
export interface UploadFolder {
  /** writes at an offset and returns when the disk has it */
  readonly write: (id: string, offset: number, bytes: Buffer) => Promise<void>
  readonly read: (id: string) => Promise<Buffer>
  readonly remove: (id: string) => Promise<void>
}

/** Uploads in a folder of the data. */
export function uploadFolder(folder: string): UploadFolder {
  const place = (id: string) => join(folder, id)
  return {
    write: async (id, offset, bytes) => {
      await mkdir(folder, { recursive: true })
      const file = await open(place(id), offset === 0 ? 'w' : 'r+', 0o600)
      try {
        await file.write(bytes, 0, bytes.length, offset)
        await file.sync()
      } finally {
        await file.close()
      }
    },
    read: (id) => readFile(place(id)),
    remove: (id) => rm(place(id), { force: true }),
  }
}
