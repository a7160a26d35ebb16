/**
 * The network at a glance, within another page: the chart without what may be tried out, and the step that is looked at
 * under it, with what the page lets one do about it.
 */

import { useLink } from '../../page.tsx'
import { PlanChart } from './chart/plan-chart.tsx'
import { StepDrawer } from './panel/step-drawer.tsx'
import { usePlanTrial } from './plan/use-plan-trial.ts'
import type { WirePlan } from './plan/wire-plan.ts'
import './plan.css'

interface SmallPlanProps {
  readonly wire: WirePlan
  /** what can be done about a step, as a button says it; undefined = nothing */
  readonly actOn: (step: WirePlan['steps'][number]) => string | undefined
  readonly onAct: () => void
}

export function SmallPlan({ wire, actOn, onAct }: SmallPlanProps) {
  const { trial, words, address, change } = usePlanTrial(wire)
  const link = useLink()
  const step = trial.plan.steps.find(({ id }) => id === address.step)
  const wireStep = wire.steps.find(({ id }) => id === address.step)
  const act = wireStep && actOn(wireStep)
  const select = (id: string | undefined) => change({ step: id })
  return (
    <div className="small-plan">
      <PlanChart
        trial={trial}
        wire={wire}
        texts={words.texts}
        zoom="all"
        only={false}
        selected={address.step}
        onSelect={select}
        onZoom={() => undefined}
      />
      {step !== undefined && wireStep !== undefined && (
        <StepDrawer
          step={step}
          wireStep={wireStep}
          words={words}
          onSelect={select}
          onDays={undefined}
          openAt={undefined}
          acts={
            act !== undefined && (
              <button className="button" type="button" onClick={onAct}>
                {act}
              </button>
            )
          }
          link={link}
        />
      )}
    </div>
  )
}
