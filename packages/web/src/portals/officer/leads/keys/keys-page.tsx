/**
 * Keys, their sheets, hand-overs, and for keepers the requests for a name.
 */

import '../leads.css'
import { useApi } from '../../../../api/use-api.ts'
import { leadsTexts } from '../../../../texts/leads-zh-cn.ts'
import { Awaited } from '../../../../ui/reading.tsx'
import { Title } from '../../../../ui/title.tsx'
import { Framed } from '../../staff-page.tsx'
import { HandOverPanel } from './hand-over-panel.tsx'
import { KeyTable } from './key-table.tsx'
import type { Keys } from './lead-keys.ts'
import { NewKeyPanel } from './new-key-panel.tsx'
import { RecoveryPanel } from './recovery-panel.tsx'
import { RequestPanel } from './request-panel.tsx'

const texts = leadsTexts.keys

export function KeysPage() {
  const reading = useApi('GET /api/leads/keys')
  const { again } = reading
  return (
    <Framed>
      <div className="staff-head">
        <Title>{texts.title}</Title>
        <p className="staff-lead">{texts.lead}</p>
      </div>
      <Awaited reading={reading}>{(keys) => <Page keys={keys} again={again} />}</Awaited>
    </Framed>
  )
}

function Page({ keys, again }: { readonly keys: Keys; readonly again: () => void }) {
  const isHandler = keys.offices.includes('handler')
  return (
    <div className="staff-halves">
      <div>
        <KeyTable keys={keys} again={again} />
        {keys.offices.includes('keeper') && <RequestPanel keys={keys.own} />}
        <HandOverPanel keys={isHandler ? keys.own : []} />
      </div>
      <div>
        <NewKeyPanel offices={keys.offices} again={again} />
        {keys.own.length > 0 && <RecoveryPanel keys={keys.own} again={again} />}
      </div>
    </div>
  )
}
