/**
 * How the hosting organisation of a cluster seat stands to the filed address; nothing where nobody has to confirm.
 */

import type { Application } from '@guanjia/contract/registration'
import { Light } from '../../ui/light.tsx'
import { Words } from '../../ui/words.tsx'
import { useHostingTexts } from './use-hosting-texts.ts'

const colours = { 'not-asked': 'paused', asked: 'amber', confirmed: 'green', refused: 'red' } as const

export function HostStanding({ confirmation }: { readonly confirmation: Application['hostConfirmation'] }) {
  const texts = useHostingTexts()
  if (confirmation === null) return null
  const { host, state, reason } = confirmation
  return (
    <div className="host-standing">
      <Light colour={colours[state]}>{texts.states[state]}</Light>
      <span className="hint">
        <Words>{state === 'not-asked' ? texts.needed(host) : texts.told[state](host)}</Words>
        {reason !== null && (
          <>
            {' '}
            {texts.reason} <Words>{reason}</Words>
          </>
        )}
      </span>
    </div>
  )
}

/** How the host of a seat stands; a seat chosen a moment ago was not asked about yet. */
export function hostStandingOf(
  application: Application,
  seat: Application['seat'],
): Application['hostConfirmation'] {
  if (seat === null) return application.hostConfirmation
  const { confirmingHost: host } = seat
  if (host === null) return null
  if (seat.code === application.seat?.code) return application.hostConfirmation
  return { host, state: 'not-asked', reason: null, answeredAt: null }
}
