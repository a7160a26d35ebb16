/**
 * The departments' part: opinions, questions among them, and procedures outside the office.
 */

import { type Case, useWord } from '../../../../features/cases/index.ts'
import { useTexts } from '../../../../page.tsx'
import { casesZhCN } from '../../../../texts/cases-zh-cn.ts'
import { Light } from '../../../../ui/light.tsx'
import { useMoments } from '../../../../ui/use-moments.ts'

export function Review({ file }: { readonly file: Case }) {
  const { reviews: texts, special, due } = casesZhCN
  const word = useWord()
  const { join } = useTexts()
  const { day } = useMoments()
  const named = (id: string) => word(file.authorityNames[id] ?? { 'zh-CN': id })
  const kindOf = (id: string) => file.service.specialProcedures.find((each) => each.id === id)?.name
  return (
    <>
      {file.specialProcedures.length > 0 && (
        <>
          <h2>{special.title}</h2>
          <ul className="rows">
            {file.specialProcedures.map((procedure) => (
              <li key={procedure.id}>
                <span>
                  {word(kindOf(procedure.kind) ?? { 'zh-CN': procedure.kind })}
                  <span className="hint">{procedure.reason}</span>
                </span>
                {procedure.endedOn === null ? (
                  <Light colour="paused">{special.expected(day(procedure.expected))}</Light>
                ) : (
                  <span>{special.ended(day(procedure.endedOn))}</span>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      {file.reviews.length > 0 && (
        <>
          <h2>{texts.title}</h2>
          <ul className="rows">
            {file.reviews.map(({ authority, opinion, reasons, conditions }) => (
              <li key={authority}>
                <span>
                  {named(authority)}
                  {reasons !== null && <span className="hint">{join.clauses([reasons, ...conditions])}</span>}
                </span>
                <span>{opinion === null ? texts.waiting : texts.opinions[opinion]}</span>
              </li>
            ))}
            {file.consultations.map((consultation) => (
              <li key={consultation.id}>
                <span>
                  {join.labelled(texts.consultations, named(consultation.asked))}
                  <span className="hint">{consultation.question}</span>
                </span>
                <span>{consultation.closed ? texts.answered : due.consultation(day(consultation.due))}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}
