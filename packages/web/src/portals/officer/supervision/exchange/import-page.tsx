/**
 * One package that came in, and the receipt for whoever sent it.
 */

import './exchange.css'
import { Button } from 'antd'
import { addressOf } from '../../../../api/call.ts'
import { useApi } from '../../../../api/use-api.ts'
import { exchangeTexts } from '../../../../texts/exchange-zh-cn.ts'
import { Light } from '../../../../ui/light.tsx'
import { momentText } from '../../../../ui/moment.ts'
import { Awaited } from '../../../../ui/reading.tsx'
import { ContentPage } from './content-page.tsx'

const texts = exchangeTexts.page

export function ImportPage({ id }: { readonly id: string }) {
  const reading = useApi('GET /api/supervision/exchange/imports/:id', { params: { id } })
  return (
    <Awaited reading={reading}>
      {({ row, content }) => (
        <ContentPage
          row={row}
          content={content}
          state={<Light colour="green">{exchangeTexts.incoming}</Light>}
          heading={texts.came}
        >
          <p>{exchangeTexts.imported(row.importedBy, momentText(row.importedAt))}</p>
          <div className="act-buttons">
            <Button
              type="primary"
              href={addressOf('GET /api/supervision/exchange/imports/:id/receipt', { params: { id } })}
            >
              {texts.receiptFile}
            </Button>
          </div>
          <p className="supervision-hint">{texts.receiptHint}</p>
        </ContentPage>
      )}
    </Awaited>
  )
}
