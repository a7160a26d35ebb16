/**
 * A link as a picture with its code: looked at, and saved as one that every telephone can send on.
 */

import { useState } from 'react'
import { usePlanningTexts } from './plan/use-planning-texts.ts'

interface ShareCardProps {
  readonly projectId: string
  readonly share: string
}

export function ShareCard({ projectId, share }: ShareCardProps) {
  const { share: texts } = usePlanningTexts()
  const [isSaved, setSaved] = useState<boolean>()
  const address = `/api/projects/${projectId}/shares/${share}/card.svg`
  async function save() {
    const bytes = await pictureOf(address).catch(() => undefined)
    setSaved(bytes !== undefined)
    if (bytes !== undefined) download(bytes, `${share}.png`)
  }
  return (
    <div className="share-card">
      <img src={address} alt={texts.cardAlt} width={250} />
      <p>
        <button className="button quiet" type="button" onClick={() => void save()}>
          {texts.saveCard}
        </button>
        <span className="quiet" role="status">
          {isSaved === undefined ? texts.cardHint : isSaved ? texts.cardSaved : texts.cardFailed}
        </span>
      </p>
    </div>
  )
}

/** The drawing as a picture of points: messengers pass no drawings on. */
async function pictureOf(address: string): Promise<Blob | undefined> {
  const drawing = new Image()
  drawing.src = address
  await drawing.decode()
  const canvas = document.createElement('canvas')
  canvas.width = drawing.naturalWidth
  canvas.height = drawing.naturalHeight
  canvas.getContext('2d')?.drawImage(drawing, 0, 0)
  return new Promise((resolve) => canvas.toBlob((blob) => resolve(blob ?? undefined), 'image/png'))
}

function download(bytes: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(bytes)
  link.download = name
  link.click()
  URL.revokeObjectURL(link.href)
}
