/**
 * The chart over the whole screen of a phone, to be pushed about with a finger.
 */

import { useState } from 'react'
import { FullSheet } from '../../../ui/full-sheet.tsx'
import { SegmentedChoice } from '../../../ui/segmented-choice.tsx'
import type { Zoom } from '../chart/chart-layout.ts'
import { PlanChart } from '../chart/plan-chart.tsx'
import type { PlanTrial } from '../plan/use-plan-trial.ts'
import type { WirePlan } from '../plan/wire-plan.ts'

interface PhoneChartProps {
  readonly plan: PlanTrial
  readonly wire: WirePlan
  readonly onClose: () => void
}

export function PhoneChart({ plan, wire, onClose }: PhoneChartProps) {
  const { words, trial, address, change } = plan
  const { texts } = words
  const [zoom, setZoom] = useState<Zoom>('all')
  const zooms = (['all', 'week', 'day'] as const).map((value) => ({ value, label: texts.tools.zooms[value] }))
  return (
    <FullSheet label={texts.title} className="plan-page phone-chart" onClose={onClose}>
      <div className="phone-chart-bar chart-tools">
        <button className="button quiet" type="button" onClick={onClose}>
          {texts.phone.exit}
        </button>
        <SegmentedChoice
          id="phone-zoom"
          label={texts.tools.zoom}
          options={zooms}
          value={zoom}
          onChange={setZoom}
        />
      </div>
      <PlanChart
        trial={trial}
        wire={wire}
        texts={texts}
        zoom={zoom}
        only={address.only}
        selected={undefined}
        onSelect={(step) => {
          onClose()
          change({ step })
        }}
        onZoom={() => undefined}
      />
    </FullSheet>
  )
}
