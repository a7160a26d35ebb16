/**
 * What the law and the register say of a name, with the article, the names in conflict and free alternatives.
 */

import type { CallOutput } from '../../api/call.ts'
import { useTexts } from '../../page.tsx'
import { useRegistrationTexts } from '../../texts/use-registration-texts.ts'
import { useLanguageOf, Words } from '../../ui/words.tsx'
import { Basis } from './basis.tsx'

const tones = {
  available: 'good',
  human: 'near',
  similar: 'near',
  barred: 'bad',
  same: 'bad',
  refused: 'bad',
} as const

type Judgement = CallOutput<'POST /api/registration/names/check'>

/** The verdict as people are told it: a name that is free but barred, or that a registrar looks at, is not simply available. */
function standing({ verdict, barred, human }: Judgement): keyof typeof tones {
  if (verdict === 'same' || (verdict === 'refused' && !human)) return verdict
  if (barred) return 'barred'
  return verdict !== 'similar' && human ? 'human' : verdict
}

interface NameVerdictProps {
  readonly judgement: Judgement
  readonly choose: (name: string) => void
}

export function NameVerdict({ judgement, choose }: NameVerdictProps) {
  const { name: texts } = useRegistrationTexts()
  const { join } = useTexts()
  const languageOf = useLanguageOf()
  const { findings, suggestions, parts } = judgement
  const verdict = standing(judgement)
  const kinds = ['region', 'trade', 'industry', 'form'] as const
  return (
    <div className={`notice ${tones[verdict]}`}>
      <p>
        <strong>{texts[verdict]}</strong>
      </p>
      {parts.trade !== null && (
        <p>
          <Words>
            {kinds.map((kind) => join.labelled(texts.parts[kind], parts[kind] ?? '–')).join(' · ')}
          </Words>
        </p>
      )}
      {findings.length > 0 && (
        <ul>
          {(verdict === 'similar' ? findings : findings.slice(0, 4)).map((finding) => (
            <li key={`${finding.rule} ${finding.code} ${finding.existing}`}>
              <Words>{finding.text ?? join.labelled(texts.conflict, finding.existing ?? '')}</Words>{' '}
              <small>
                <Basis article={finding.article} />
              </small>
            </li>
          ))}
        </ul>
      )}
      {verdict !== 'available' && suggestions.length > 0 && (
        <>
          <p>{texts.try}</p>
          <p>
            {suggestions.slice(0, 3).map((suggestion) => (
              <button
                className="text-button"
                key={suggestion}
                lang={languageOf(suggestion)}
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
