/**
 * What the law and the register say of a name, with the article, the names in conflict and free alternatives.
 */

import type { CallOutput } from '../../api/call.ts'
import { useRegistrationTexts } from '../../texts/use-registration-texts.ts'

const tones = { available: 'good', similar: 'near', same: 'bad', refused: 'bad' } as const

interface NameVerdictProps {
  readonly judgement: CallOutput<'POST /api/registration/names/check'>
  readonly choose: (name: string) => void
}

export function NameVerdict({ judgement, choose }: NameVerdictProps) {
  const { name: texts } = useRegistrationTexts()
  const { verdict, findings, suggestions, parts } = judgement
  const { region, trade, industry, form } = parts
  return (
    <div className={`notice ${tones[verdict]}`}>
      <p>
        <strong>{texts[verdict]}</strong>
      </p>
      {trade !== null && <p>{texts.parts(region ?? '–', trade, industry ?? '–', form ?? '–')}</p>}
      {findings.length > 0 && (
        <ul>
          {findings.slice(0, 4).map((finding) => (
            <li key={`${finding.rule} ${finding.code} ${finding.existing}`}>
              {finding.text ?? (finding.existing === null ? '' : texts.existing(finding.existing))}{' '}
              <small>{texts.article(finding.article)}</small>
            </li>
          ))}
        </ul>
      )}
      {verdict !== 'available' && suggestions.length > 0 && (
        <>
          <p>{texts.try}:</p>
          <p>
            {suggestions.slice(0, 3).map((suggestion) => (
              <button
                className="text-button"
                key={suggestion}
                type="button"
                onClick={() => choose(suggestion)}
              >
                {suggestion}
              </button>
            ))}
          </p>
        </>
      )}
    </div>
  )
}
