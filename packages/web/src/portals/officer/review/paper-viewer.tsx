/**
 * One file, page by page, as large as it has to be to be read.
 */

import type { Application } from '@guanjia/contract/registration'
import { type ReactNode, useEffect, useState } from 'react'
import { useApi } from '../../../api/use-api.ts'
import { fileAddress } from '../../../features/registration/index.ts'
import { staffTexts } from '../../../texts/staff-zh-cn.ts'
import { Awaited } from '../../../ui/reading.tsx'

export type ShownFile = Pick<Application['papers'][number]['files'][number], 'digest' | 'name' | 'format'>

const texts = staffTexts.papers
const zooms = [50, 75, 100, 150, 200, 300] as const
const asWide = 2

interface ViewerProps {
  /** id of the application */
  readonly id: string
  readonly file: ShownFile
}

export function PaperViewer({ id, file }: ViewerProps) {
  return file.format === 'pdf' ? (
    <PdfFile id={id} file={file} />
  ) : (
    <Frame id={id} file={file}>
      <img src={fileAddress(id, file.digest)} alt={file.name} />
    </Frame>
  )
}

interface FrameProps extends ViewerProps {
  /** how to turn the pages, where there are several */
  readonly pages?: ReactNode
  readonly children: ReactNode
}

/** The tools above, the page below: it scrolls within its frame. */
function Frame({ id, file, pages, children }: FrameProps) {
  const [zoom, setZoom] = useState(asWide)
  const percent = zooms[zoom] ?? 100
  return (
    <div className="paper-viewer">
      <div className="paper-tools" role="toolbar" aria-label={texts.tools}>
        {pages}
        <span className="paper-zoom">
          <button
            className="button quiet"
            type="button"
            disabled={zoom === 0}
            onClick={() => setZoom(zoom - 1)}
          >
            {texts.smaller}
          </button>
          <output>{percent}%</output>
          <button
            className="button quiet"
            type="button"
            disabled={zoom === zooms.length - 1}
            onClick={() => setZoom(zoom + 1)}
          >
            {texts.larger}
          </button>
        </span>
        <a className="button quiet" href={fileAddress(id, file.digest)} download={file.name}>
          {texts.download}
        </a>
      </div>
      {/* a frame that scrolls is reached by the keyboard */}
      <section className="paper-page" aria-label={file.name} tabIndex={0}>
        <div style={{ width: `${percent}%` }}>{children}</div>
      </section>
    </div>
  )
}

function PdfFile({ id, file }: ViewerProps) {
  const [page, setPage] = useState(1)
  const reading = useApi('GET /api/registration/applications/:id/files/:digest/pages/:page', {
    params: { id, digest: file.digest, page: String(page) },
  })
  const [pages, setPages] = useState(1)
  const known = reading.state === 'ready' ? reading.value.pages : undefined
  useEffect(() => {
    if (known !== undefined) setPages(known)
  }, [known])
  return (
    <Frame id={id} file={file} pages={<Turning page={page} pages={pages} turn={setPage} />}>
      <Awaited reading={reading}>
        {({ picture }) => <Picture svg={picture} label={`${file.name} ${texts.page(page, pages)}`} />}
      </Awaited>
    </Frame>
  )
}

interface TurningProps {
  readonly page: number
  readonly pages: number
  readonly turn: (page: number) => void
}

function Turning({ page, pages, turn }: TurningProps) {
  return (
    <span className="paper-zoom">
      <button className="button quiet" type="button" disabled={page <= 1} onClick={() => turn(page - 1)}>
        {texts.before}
      </button>
      <output>{texts.page(page, pages)}</output>
      <button className="button quiet" type="button" disabled={page >= pages} onClick={() => turn(page + 1)}>
        {texts.next}
      </button>
    </span>
  )
}

/** As an image of its own: nothing that stands in the picture can reach the page. */
function Picture({ svg, label }: { readonly svg: string; readonly label: string }) {
  const [address, setAddress] = useState<string>()
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }))
    setAddress(made)
    return () => URL.revokeObjectURL(made)
  }, [svg])
  return address === undefined ? null : <img src={address} alt={label} />
}
