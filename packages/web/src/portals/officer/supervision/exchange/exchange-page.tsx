/**
 * Exchange with partners: what waits for its release, what left and came, what was agreed, whose keys are believed.
 */

import './exchange.css'
import { useApi } from '../../../../api/use-api.ts'
import { useNews } from '../../../../api/use-news.ts'
import { exchangeTexts as texts } from '../../../../texts/exchange-zh-cn.ts'
import { Awaited } from '../../../../ui/reading.tsx'
import { StaffListPage } from '../../staff-page.tsx'
import { RuleSource } from '../rule-source.tsx'
import { SupervisionTabs } from '../supervision-tabs.tsx'
import { AgreementList } from './agreement-list.tsx'
import { KeyList } from './key-list.tsx'
import { IncomingRows, OutgoingRows } from './package-rows.tsx'
import { PreparePackage } from './prepare-package.tsx'
import { TakeFiles } from './take-files.tsx'

export function ExchangePage() {
  const reading = useApi('GET /api/supervision/exchange')
  const { again } = reading
  useNews(['supervision.changed'], again)
  return (
    <StaffListPage title={texts.title} lead={texts.lead} tools={<SupervisionTabs />}>
      {reading.state === 'ready' && (
        <div className="staff-tools in-list exchange-tools">
          <PreparePackage agreements={reading.value.agreements} />
          <TakeFiles again={again} />
        </div>
      )}
      <Awaited reading={reading}>
        {(desk) => (
          <>
            <OutgoingRows rows={desk.outgoing} />
            <IncomingRows rows={desk.incoming} />
            <AgreementList agreements={desk.agreements} />
            <KeyList own={desk.own} partners={desk.partners} again={again} />
            <RuleSource source={desk.source} mark={desk.mark} />
          </>
        )}
      </Awaited>
    </StaffListPage>
  )
}
