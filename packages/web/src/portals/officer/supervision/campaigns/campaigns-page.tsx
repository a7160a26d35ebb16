/**
 * Campaigns: the focus areas, the campaigns below them, each with its runs and their rates.
 */

import './campaigns.css'
import { useApi } from '../../../../api/use-api.ts'
import { useNews } from '../../../../api/use-news.ts'
import { campaignsTexts as texts } from '../../../../texts/campaigns-zh-cn.ts'
import { Awaited } from '../../../../ui/reading.tsx'
import { StaffListPage } from '../../staff-page.tsx'
import { RuleSource } from '../rule-source.tsx'
import { SupervisionTabs } from '../supervision-tabs.tsx'
import { CampaignRun } from './campaign-run.tsx'
import type { CampaignTree } from './campaign-shown.ts'
import { OpenCampaign } from './open-campaign.tsx'

export function CampaignsPage() {
  const reading = useApi('GET /api/supervision/campaigns')
  const { again } = reading
  useNews(['supervision.changed'], again)
  const tree = reading.state === 'ready' ? reading.value : undefined
  return (
    <StaffListPage title={texts.title} lead={texts.lead} tools={<SupervisionTabs />}>
      {tree?.mayRun === true && (
        <div className="staff-tools in-list">
          <OpenCampaign tree={tree} again={again} />
        </div>
      )}
      <Awaited reading={reading}>
        {(shown) => (
          <>
            <Areas tree={shown} again={again} />
            <RuleSource source={shown.source} mark={shown.mark} />
          </>
        )}
      </Awaited>
    </StaffListPage>
  )
}

interface AreasProps {
  readonly tree: CampaignTree
  readonly again: () => void
}

/** Whoever runs campaigns sees all of them; a unit those alone in which something was found at it. */
function Areas({ tree, again }: AreasProps) {
  const areas = tree.mayRun
    ? tree.areas
    : tree.areas
        .map((area) => ({ ...area, campaigns: area.campaigns.filter(({ runs }) => runs.length > 0) }))
        .filter(({ campaigns }) => campaigns.length > 0)
  if (areas.length === 0) return <p className="light-empty">{texts.unitNone}</p>
  return areas.map(({ id, name, campaigns }) => (
    <section key={id} className="campaign-area">
      <h2>{name}</h2>
      {campaigns.map((campaign) => (
        <div key={campaign.id} className="campaign">
          <h3>{campaign.name}</h3>
          {campaign.runs.length === 0 ? (
            <p className="supervision-hint">{texts.none}</p>
          ) : (
            campaign.runs.map((run) => <CampaignRun key={run.id} run={run} tree={tree} again={again} />)
          )}
        </div>
      ))}
    </section>
  ))
}
