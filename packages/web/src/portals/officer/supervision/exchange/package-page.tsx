/**
 * One package that leaves: exactly what stands in it, then its release by a second person, the file, the receipt.
 */

import './exchange.css'
import { Button } from 'antd'
import { addressOf, type CallOutput, call } from '../../../../api/call.ts'
import { useApi } from '../../../../api/use-api.ts'
import { useNews } from '../../../../api/use-news.ts'
import { exchangeTexts } from '../../../../texts/exchange-zh-cn.ts'
import { momentText } from '../../../../ui/moment.ts'
import { Awaited } from '../../../../ui/reading.tsx'
import { useCaseAct } from '../../case-parts/use-case-act.ts'
import { Submit } from '../../department/acts/act-fields.tsx'
import { ContentPage } from './content-page.tsx'
import { PackageState } from './package-rows.tsx'

const texts = exchangeTexts.page
type Shown = CallOutput<'GET /api/supervision/exchange/packages/:id'>

export function PackagePage({ id }: { readonly id: string }) {
  const reading = useApi('GET /api/supervision/exchange/packages/:id', { params: { id } })
  const { again } = reading
  useNews(['supervision.changed'], again)
  return (
    <Awaited reading={reading}>
      {(shown) => (
        <ContentPage
          row={shown.row}
          content={shown.content}
          state={<PackageState row={shown.row} />}
          heading={shown.row.state === 'released' ? texts.left : texts.preview}
          stays={texts.stays}
        >
          <Acts shown={shown} again={again} />
        </ContentPage>
      )}
    </Awaited>
  )
}

interface ActsProps {
  readonly shown: Shown
  readonly again: () => void
}

function Acts({ shown, again }: ActsProps) {
  const { row } = shown
  if (row.state === 'discarded') return <p className="supervision-hint">{texts.discarded}</p>
  return row.state === 'drafted' ? <Release shown={shown} again={again} /> : <Released row={row} />
}

function Released({ row }: Pick<Shown, 'row'>) {
  const { id, releasedBy, releasedAt, receivedAt } = row
  return (
    <>
      {releasedBy !== null && releasedAt !== null && (
        <p>{exchangeTexts.released(releasedBy, momentText(releasedAt))}</p>
      )}
      <p>
        {receivedAt === null ? exchangeTexts.notReceived : exchangeTexts.received(momentText(receivedAt))}
      </p>
      <div className="act-buttons">
        <Button
          type="primary"
          href={addressOf('GET /api/supervision/exchange/packages/:id/file', { params: { id } })}
        >
          {texts.download}
        </Button>
      </div>
      <p className="supervision-hint">{texts.downloadHint}</p>
    </>
  )
}

function Release({ shown: { row, mayRelease }, again }: ActsProps) {
  const { id } = row
  const act = useCaseAct()
  async function release() {
    const done = await act.run(() =>
      call('POST /api/supervision/exchange/packages/:id/release', { params: { id }, body: {} }),
    )
    if (done !== undefined) again()
  }
  async function discard() {
    const done = await act.run(() =>
      call('POST /api/supervision/exchange/packages/:id/discard', { params: { id }, body: {} }),
    )
    if (done !== undefined) again()
  }
  return (
    <>
      <p>{exchangeTexts.prepared(row.draftedBy, momentText(row.draftedAt))}</p>
      <p className="supervision-hint">{mayRelease ? texts.releaseHint : texts.otherReleases}</p>
      <Submit act={act} label={texts.release} disabled={!mayRelease} onSubmit={() => void release()}>
        <Button disabled={act.busy} onClick={() => void discard()}>
          {texts.discard}
        </Button>
      </Submit>
    </>
  )
}
