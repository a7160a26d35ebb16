/**
 * A photo made small enough for a weak network. It is drawn anew: nothing of what the camera wrote beside the picture,
 * the position least of all, comes along.
 */

const longestSide = 1600
const quality = 0.8

/** The picture alone, as a JPEG of at most 1600 pixels on its longer side. */
export async function smallerPhoto(file: Blob): Promise<Blob> {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' })
  const scale = Math.min(1, longestSide / Math.max(picture.width, picture.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(picture.width * scale)
  canvas.height = Math.round(picture.height * scale)
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
  picture.close()
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (bytes) => (bytes === null ? reject(new Error('the photo could not be drawn')) : resolve(bytes)),
      'image/jpeg',
      quality,
    )
  })
}
