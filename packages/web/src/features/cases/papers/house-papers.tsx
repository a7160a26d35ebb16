/**
 * The papers nobody may be asked for: what a register supplies, and what earlier services have given.
 */

import { casesZhCN } from '../../../texts/cases-zh-cn.ts'
import type { Case } from '../case-standing.ts'
import { useWord } from '../use-word.ts'

export function HousePapers({ file }: { readonly file: Case }) {
  const { papers: texts } = casesZhCN
  const word = useWord()
  const listed = file.service.requirements.filter(({ source }) => source !== 'applicant')
  if (listed.length === 0) return null
  return (
    <>
      <h2>{texts.house}</h2>
      <p>{texts.houseLead}</p>
      <ul className="rows">
        {listed.map(({ id, name, state, source }) => (
          <li key={id}>
            <span>{word(name)}</span>
            <span>{source === 'kept' && state === 'missing' ? texts.keptMissing : texts.states[state]}</span>
          </li>
        ))}
      </ul>
    </>
  )
}
