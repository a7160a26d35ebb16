/**
 * Every service with what the draft makes of it, and how far the draft is.
 */

import { Input, Segmented, Select } from 'antd'
import { useSearchParams } from 'wouter'
import { useApi } from '../../../api/use-api.ts'
import { catalogueTexts } from '../../../texts/catalogue-zh-cn.ts'
import { Awaited } from '../../../ui/reading.tsx'
import { StaffListPage } from '../staff-page.tsx'
import type { CatalogueDesk } from './catalogue-desk.ts'
import { CatalogueTabs } from './catalogue-tabs.tsx'
import { DraftPanel } from './draft-panel.tsx'
import { filterIn, isShown, type ListFilter, queryOf } from './list-filter.ts'
import { ServiceTable } from './service-table.tsx'

const texts = catalogueTexts.list

export function CataloguePage() {
  const reading = useApi('GET /api/catalogue/draft')
  const { again } = reading
  return (
    <StaffListPage title={texts.title} lead={texts.lead} tools={<CatalogueTabs />}>
      <Awaited reading={reading}>{(desk) => <Desk desk={desk} again={again} />}</Awaited>
    </StaffListPage>
  )
}

interface DeskProps {
  readonly desk: CatalogueDesk
  readonly again: () => void
}

function Desk({ desk, again }: DeskProps) {
  const [query, setQuery] = useSearchParams()
  const filter = filterIn(query)
  const shown = desk.services.filter((service) => isShown(service, filter))
  const change = (next: ListFilter) => setQuery(queryOf(next), { replace: true })
  const countOf = (show: ListFilter['show']) =>
    desk.services.filter((service) => isShown(service, { ...filter, show })).length
  return (
    <>
      <DraftPanel desk={desk} again={again} />
      <div className="staff-tools in-list">
        <Segmented
          aria-label={texts.show}
          options={(Object.keys(texts.filters) as ListFilter['show'][]).map((value) => ({
            value,
            label: `${texts.filters[value]} ${countOf(value)}`,
          }))}
          value={filter.show}
          onChange={(show) => change({ ...filter, show })}
        />
        <Select
          aria-label={texts.stage}
          className="stage-filter"
          value={filter.stage}
          options={[
            { value: 0, label: texts.allStages },
            ...desk.stages.map(({ stage, name }) => ({ value: stage, label: texts.stageName(stage, name) })),
          ]}
          onChange={(stage) => change({ ...filter, stage })}
        />
        <Input
          type="search"
          aria-label={texts.words}
          placeholder={texts.words}
          className="word-filter"
          value={filter.words}
          onChange={({ target }) => change({ ...filter, words: target.value })}
        />
      </div>
      <ServiceTable services={shown} />
    </>
  )
}
