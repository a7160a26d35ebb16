/**
 * Photos drawn anew: place, time and device stay on the reporter's own device.
 */

import type { ReportFile } from '@guanjia/core/leads'
import { encodeBase64 } from '@guanjia/core/ledger'
import { Fault } from './page-parts.ts'

const mostPhotos = 3
const mostBytes = 500_000
const longestSides = [1600, 1100, 750] as const

/** The photos of a field, as JPEG without notes. */
export async function plainPhotos(files: readonly File[]): Promise<readonly ReportFile[]> {
  if (files.length > mostPhotos) throw new Fault('照片最多3张，请少选一些。')
  return await Promise.all(
    files.map(async (file, at) => ({
      name: `照片${at + 1}`,
      type: 'image/jpeg' as const,
      bytes: encodeBase64(new Uint8Array(await (await drawn(file)).arrayBuffer())),
    })),
  )
}

async function drawn(file: File): Promise<Blob> {
  const picture = await createImageBitmap(file).catch(() => undefined)
  for (const longest of picture === undefined ? [] : longestSides) {
    const blob = picture && (await drawnAt(picture, longest))
    if (blob && blob.size <= mostBytes) return blob
  }
  throw new Fault('有一张照片读不出来或太大，请换一张 JPG 或者 PNG。')
}

function drawnAt(picture: ImageBitmap, longest: number): Promise<Blob | null> {
  const scale = Math.min(1, longest / Math.max(picture.width, picture.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(picture.width * scale)
  canvas.height = Math.round(picture.height * scale)
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.75))
}
