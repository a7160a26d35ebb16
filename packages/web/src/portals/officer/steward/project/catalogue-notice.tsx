/**
 * The catalogue has a newer version than the plan of this project rests on: what taking it would change, and taking it.
 */

import { type FormEvent, useState } from 'react'
import { type CallOutput, call } from '../../../../api/call.ts'
import { useApi } from '../../../../api/use-api.ts'
import { catalogueTexts } from '../../../../texts/catalogue-zh-cn.ts'
import { dayText } from '../../../../ui/moment.ts'
import { ProblemNotice } from '../../../../ui/problem-notice.tsx'
import { BusyButton } from '../../case-parts/busy-button.tsx'
import { useCaseAct } from '../../case-parts/use-case-act.ts'
import { type Effect, Shift, Steps } from '../../catalogue/impact/effect.tsx'

const texts = catalogueTexts.adopting

interface CatalogueNoticeProps {
  readonly projectId: string
  readonly onAdopted: () => void
}

export function CatalogueNotice({ projectId, onAdopted }: CatalogueNoticeProps) {
  const reading = useApi('GET /api/projects/:id/catalogue', { params: { id: projectId } })
  const [made, setMade] = useState<number>()
  if (made !== undefined)
    return (
      <p className="staff-panel" role="status">
        {texts.adopted(made)}
      </p>
    )
  // a project without a plan has nothing to take it into
  if (reading.state !== 'ready' || reading.value.effect === null) return null
  const adopted = (version: number) => {
    setMade(version)
    onAdopted()
  }
  return (
    <Newer projectId={projectId} resting={reading.value} effect={reading.value.effect} onAdopted={adopted} />
  )
}

interface NewerProps {
  readonly projectId: string
  readonly resting: CallOutput<'GET /api/projects/:id/catalogue'>
  readonly effect: Effect
  readonly onAdopted: (version: number) => void
}

function Newer({ projectId, resting: { planned, inForce }, effect, onAdopted }: NewerProps) {
  const act = useCaseAct()
  async function adopt(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const body = { number: inForce.number, reason: String(new FormData(event.currentTarget).get('reason')) }
    const params = { id: projectId }
    const adopted = await act.run(() => call('POST /api/projects/:id/catalogue', { params, body }))
    if (adopted !== undefined) onAdopted(adopted.version)
  }
  return (
    <section className="staff-panel" aria-labelledby="newer-catalogue">
      <h2 id="newer-catalogue">{texts.title}</h2>
      <p>{texts.planned(planned.number, inForce.number, dayText(inForce.effectiveOn))}</p>
      <EffectLines effect={effect} />
      <form className="contact-form" onSubmit={(event) => void adopt(event)}>
        <label className="above" htmlFor="adopting-reason">
          {texts.reason}
        </label>
        <input className="input" id="adopting-reason" name="reason" required minLength={2} maxLength={200} />
        <ProblemNotice problem={act.refusal} />
        <BusyButton htmlType="submit" busy={act.busy}>
          {texts.adopt(inForce.number)}
        </BusyButton>
      </form>
    </section>
  )
}

function EffectLines({ effect }: { readonly effect: Effect }) {
  const { permit, end, entering, leaving } = effect
  if (permit === null && end === null && entering.length + leaving.length === 0)
    return <p>{texts.unchanged}</p>
  return (
    <>
      <dl className="effect-lines">
        <dt>{texts.permit}</dt>
        <dd>
          <Shift moved={permit} />
        </dd>
        <dt>{texts.end}</dt>
        <dd>
          <Shift moved={end} />
        </dd>
      </dl>
      <Steps effect={effect} />
    </>
  )
}
