/**
 * One paper of a case, large: pictures are turned and enlarged here, a PDF is shown by the browser's own viewer.
 */

import { Button, Empty } from 'antd'
import { useState } from 'react'
import type { CallOutput } from '../../../api/call.ts'
import { viewerWords } from '../../../texts/case-words-zh-cn.ts'

/** What is attached to a case. */
export type AttachedEvidence = CallOutput<'GET /api/cases/:id/evidence'>['evidence'][number]

const zooms = [50, 75, 100, 150, 200, 300] as const
const quarter = 90

export function EvidenceViewer({ shown }: { readonly shown: AttachedEvidence | undefined }) {
  const [zoom, setZoom] = useState<number>(100)
  const [turned, turn] = useState(0)
  if (shown === undefined)
    return (
      <div className="viewer">
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={viewerWords.nothing} />
      </div>
    )
  const address = `/api/evidence/${shown.document}/${shown.version}`
  const isPicture = shown.kind === 'jpeg' || shown.kind === 'png'
  const step = (by: 1 | -1) => setZoom(zooms[zooms.findIndex((each) => each === zoom) + by] ?? zoom)
  return (
    <figure className="viewer">
      <figcaption>
        <span>{viewerWords.titled(shown.title, shown.version)}</span>
        {isPicture && (
          <>
            <Button size="small" disabled={zoom === zooms[0]} onClick={() => step(-1)}>
              {viewerWords.smaller}
            </Button>
            <output>{zoom}%</output>
            <Button size="small" disabled={zoom === zooms[zooms.length - 1]} onClick={() => step(1)}>
              {viewerWords.larger}
            </Button>
            <Button size="small" onClick={() => turn((turned + quarter) % 360)}>
              {viewerWords.turn}
            </Button>
          </>
        )}
        <a href={address} target="_blank" rel="noreferrer">
          {viewerWords.apart}
        </a>
      </figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a pane that scrolls is reached by keyboard */}
      <div className="viewer-pane" tabIndex={0} role="region" aria-label={shown.title}>
        {isPicture && (
          <img
            src={address}
            alt={shown.title}
            style={{ width: `${zoom}%`, maxWidth: 'none', transform: `rotate(${turned}deg)` }}
          />
        )}
        {/* oxlint-disable-next-line react/iframe-missing-sandbox -- the browser's viewer of PDF does not open in a sandbox; the file may run nothing */}
        {shown.kind === 'pdf' && <iframe src={address} title={shown.title} />}
        {!isPicture && shown.kind !== 'pdf' && <p>{viewerWords.noPreview}</p>}
      </div>
    </figure>
  )
}
