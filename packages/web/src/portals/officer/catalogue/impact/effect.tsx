/**
 * What another version of the catalogue does to a plan, in words.
 */

import type { CallOutput } from '../../../../api/call.ts'
import { catalogueTexts } from '../../../../texts/catalogue-zh-cn.ts'
import { Light } from '../../../../ui/light.tsx'
import { dayText } from '../../../../ui/moment.ts'

const texts = catalogueTexts.impact

/** What another version does to a plan. */
export type Effect = CallOutput<'GET /api/catalogue/draft/impact'>['projects'][number]['effect']

/** By how many working days something moves, and from which day to which. */
export function Shift({ moved }: { readonly moved: Effect['permit'] }) {
  if (moved === null) return <span className="quiet">{texts.same}</span>
  const { workingDays, beforeOn, afterOn } = moved
  return (
    <>
      {workingDays < 0 ? (
        <Light colour="green">{texts.sooner(workingDays)}</Light>
      ) : (
        <Light colour="amber">{texts.later(workingDays)}</Light>
      )}
      {beforeOn !== null && afterOn !== null && (
        <small className="due-day">{texts.fromTo(dayText(beforeOn), dayText(afterOn))}</small>
      )}
    </>
  )
}

/** The services that enter and leave, and how many steps move. */
export function Steps({ effect: { entering, leaving, steps } }: { readonly effect: Effect }) {
  return (
    <ul className="step-list">
      {entering.map(({ id, name }) => (
        <li key={id}>＋ {texts.entering(name)}</li>
      ))}
      {leaving.map(({ id, name }) => (
        <li key={id}>－ {texts.leaving(name)}</li>
      ))}
      {steps.length > 0 && <li className="quiet">{texts.moved(steps.length)}</li>}
    </ul>
  )
}
