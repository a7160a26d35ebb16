/**
 * A photo drawn anew until it is small enough to be sent in one piece: nothing of what the camera wrote beside the picture
 * comes along.
 */

const mostBytes = 170_000
const sizes = [
  [1600, 0.8],
  [1280, 0.7],
  [1024, 0.6],
  [800, 0.5],
] as const

/** The picture as Base64 of a JPEG; undefined where the file cannot be drawn, or stays too large. */
export async function smallerPicture(file: Blob): Promise<string | undefined> {
  try {
    const picture = await createImageBitmap(file, { imageOrientation: 'from-image' })
    for (const [side, quality] of sizes) {
      const bytes = await drawn(picture, side, quality)
      if (bytes !== undefined && bytes.size <= mostBytes) return base64Of(bytes)
    }
    return undefined
  } catch {
    return undefined
  }
}

function drawn(picture: ImageBitmap, longestSide: number, quality: number): Promise<Blob | undefined> {
  const scale = Math.min(1, longestSide / Math.max(picture.width, picture.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(picture.width * scale)
  canvas.height = Math.round(picture.height * scale)
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
  return new Promise((resolve) =>
    canvas.toBlob((bytes) => resolve(bytes ?? undefined), 'image/jpeg', quality),
  )
}

async function base64Of(bytes: Blob): Promise<string> {
  const numbers = new Uint8Array(await bytes.arrayBuffer())
  let text = ''
  for (const number of numbers) text += String.fromCharCode(number)
  return btoa(text)
}
