/**
 * The way to the intake: the poster to hang up, and how many others were shown the way here.
 */

import { Button } from 'antd'
import { useApi } from '../../../api/use-api.ts'
import { leadsTexts } from '../../../texts/leads-zh-cn.ts'
import { Awaited } from '../../../ui/reading.tsx'

const texts = leadsTexts.door

export function DoorPanel() {
  const reading = useApi('GET /api/leads/turned-away')
  return (
    <section className="lead-door">
      <div>
        <h2>{texts.title}</h2>
        <p className="lead-hint">{texts.lead}</p>
        <Button href="/api/leads/poster.pdf" download>
          {texts.poster}
        </Button>
      </div>
      <div>
        <h2>{texts.turnedAway}</h2>
        <Awaited reading={reading}>
          {({ months, atLeast }) => (
            <>
              <p className="lead-hint">{texts.turnedAwayLead(atLeast)}</p>
              {months.length === 0 ? (
                <p>{texts.none}</p>
              ) : (
                <ul className="lead-months">
                  {months.map(({ month, count }) => (
                    <li key={month}>
                      <span>{texts.month(month)}</span>
                      <b>{count === null ? texts.fewer(atLeast) : texts.count(count)}</b>
                    </li>
                  ))}
                </ul>
              )}
            </>
          )}
        </Awaited>
      </div>
    </section>
  )
}
