/**
 * Every paper that a set-up may ask for, before anything is answered: most ask for none, so that the list stands behind
 * one line.
 */

import { useApi } from '../../../api/use-api.ts'
import { useRegistrationTexts } from '../../../texts/use-registration-texts.ts'
import { Words } from '../../../ui/words.tsx'
import { PaperBasis } from './paper-basis.tsx'

export function PaperGuide() {
  const { papers: texts } = useRegistrationTexts()
  const reading = useApi('GET /api/registration/papers')
  if (reading.state !== 'ready') return null
  return (
    <details className="paper-guide">
      <summary>{texts.guide}</summary>
      <ul className="rows">
        {reading.value.papers.map((paper) => (
          <li key={paper.paper}>
            <span>
              <Words>{paper.name}</Words>
              <small className="hint">{paper.hint}</small>
              <PaperBasis paper={paper} />
            </span>
          </li>
        ))}
      </ul>
      <p className="hint">{texts.generalHint}</p>
    </details>
  )
}
