/**
 * The tools over the chart: chart or list, how close, what alone, and a field that finds a step.
 */

import { type FormEvent, type RefObject, useId, useState } from 'react'
import type { PlanningTexts } from '../../../texts/planning-zh-cn.ts'
import { SegmentedChoice } from '../../../ui/segmented-choice.tsx'
import type { Zoom } from '../chart/chart-layout.ts'

interface ChartToolsProps {
  readonly texts: PlanningTexts
  readonly isList: boolean
  readonly onList: (isList: boolean) => void
  readonly zoom: Zoom
  readonly onZoom: (zoom: Zoom) => void
  readonly only: boolean
  readonly onOnly: (only: boolean) => void
  readonly search: RefObject<HTMLInputElement | null>
  /** goes to the first step of that name; false where there is none */
  readonly onFind: (words: string) => boolean
}

export function ChartTools(props: ChartToolsProps) {
  const { texts, isList, onList, zoom, onZoom, only, onOnly } = props
  const { tools } = texts
  const zooms = (['all', 'week', 'day'] as const).map((value) => ({ value, label: tools.zooms[value] }))
  return (
    <div className="chart-tools no-print">
      <SegmentedChoice
        id="plan-shown"
        label={tools.shown}
        options={[
          { value: 'chart', label: tools.chart },
          { value: 'list', label: tools.list },
        ]}
        value={isList ? 'list' : 'chart'}
        onChange={(value) => onList(value === 'list')}
      />
      {!isList && (
        <>
          <SegmentedChoice id="plan-zoom" label={tools.zoom} options={zooms} value={zoom} onChange={onZoom} />
          <label className="only">
            <input type="checkbox" checked={only} onChange={() => onOnly(!only)} />
            {tools.only}
          </label>
        </>
      )}
      <StepSearch {...props} />
    </div>
  )
}

function StepSearch({ texts, search, onFind }: ChartToolsProps) {
  const { tools } = texts
  const field = useId()
  const [isMissing, setMissing] = useState(false)
  const find = (event: FormEvent) => {
    event.preventDefault()
    setMissing(!onFind(search.current?.value.trim() ?? ''))
  }
  return (
    <search>
      <form className="step-search" onSubmit={find}>
        <label className="visually-hidden" htmlFor={field}>
          {tools.search}
        </label>
        <input
          id={field}
          ref={search}
          className="input"
          type="search"
          placeholder={tools.search}
          onChange={() => setMissing(false)}
        />
        <span role="status">{isMissing ? tools.noMatch : ''}</span>
      </form>
    </search>
  )
}
