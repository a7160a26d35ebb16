/**
 * What one has filed: the four moments of each, the answer, and the last word, which is the observer's.
 */

import { Link } from 'wouter'
import type { CallOutput } from '../../../api/call.ts'
import { useApi } from '../../../api/use-api.ts'
import { LoopStrip } from '../../../features/feedback/index.ts'
import { observeTexts as texts } from '../../../texts/observe-zh-cn.ts'
import { voiceZhCN } from '../../../texts/voice-zh-cn.ts'
import { Light } from '../../../ui/light.tsx'
import { dayText } from '../../../ui/moment.ts'
import { Awaited } from '../../../ui/reading.tsx'

type Own = CallOutput<'GET /api/my/observer/findings'>['findings'][number]

export function OwnFindings() {
  const reading = useApi('GET /api/my/observer/findings')
  return (
    <Awaited reading={reading}>
      {({ findings }) =>
        findings.length === 0 ? (
          <p className="sheet">{texts.noFindings}</p>
        ) : (
          <ul className="finding-list">
            {findings.map((finding) => (
              <OneFinding key={finding.id} finding={finding} />
            ))}
          </ul>
        )
      }
    </Awaited>
  )
}

function OneFinding({ finding }: { readonly finding: Own }) {
  const { number, words, place, situation, lead, due, light, steps, reply, mayAnswer } = finding
  return (
    <li>
      <h2>
        <Link href={`/voice/${number}`}>{words}</Link>
      </h2>
      <p className="hint">{[number, place, lead?.['zh-CN'] ?? texts.noLead].filter(Boolean).join(' · ')}</p>
      <p className="finding-standing">
        <span>{voiceZhCN.situations[situation]}</span>
        {due !== null && light !== null && <Light colour={light}>{texts.dueOn(dayText(due))}</Light>}
      </p>
      <LoopStrip steps={steps} words={voiceZhCN.steps} notYet={voiceZhCN.notYet} />
      {reply !== null && <p className="said">{reply.words}</p>}
      {mayAnswer && (
        <Link className="button" href={`/voice/${number}`}>
          {texts.answer}
        </Link>
      )}
    </li>
  )
}
