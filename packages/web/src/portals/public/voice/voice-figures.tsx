/**
 * The three rates with their definitions, and the median time of every step of the loop.
 */

import { useApi } from '../../../api/use-api.ts'
import { useMoments } from '../../../ui/use-moments.ts'
import { useVoiceTexts } from './use-voice-texts.ts'

const rates = ['response', 'resolution', 'satisfaction'] as const
const hoursOfDay = 24
const longestInHours = 48

export function VoiceFigures() {
  const { figures: texts } = useVoiceTexts()
  const { day } = useMoments()
  const reading = useApi('GET /api/voice/figures')
  if (reading.state !== 'ready') return null
  const { rates: counted, steps, from, to } = reading.value
  return (
    <section className="voice-figures">
      <h2>{texts.title}</h2>
      <p className="hint">{texts.period(day(from), day(to))}</p>
      <dl>
        {rates.map((name) => {
          const { count, of } = counted[name]
          return (
            <div key={name}>
              <dt>
                {texts[name]}
                <small>{texts[`${name}Is`]}</small>
              </dt>
              <dd>
                {of === 0 ? texts.none : `${((count / of) * 100).toFixed(1)}%`}
                {of > 0 && <small>{texts.of(String(count), String(of))}</small>}
              </dd>
            </div>
          )
        })}
      </dl>
      <h3>{texts.steps}</h3>
      <dl>
        {steps.map(({ step, issues, medianHours }) => (
          <div key={step}>
            <dt>{texts[step]}</dt>
            <dd>
              {medianHours === null ? texts.none : timeText(medianHours, texts)}
              {medianHours !== null && <small>{texts.issues(String(issues))}</small>}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function timeText(hours: number, texts: ReturnType<typeof useVoiceTexts>['figures']): string {
  return hours < longestInHours ? texts.hours(hours.toFixed(1)) : texts.days((hours / hoursOfDay).toFixed(1))
}
