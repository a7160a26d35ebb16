/**
 * What comes before the risks: questions whose clock runs, and contacts that were promised for today.
 */

import { Link } from 'wouter'
import type { CallOutput } from '../../../../api/call.ts'
import { stewardTexts } from '../../../../texts/stewards-zh-cn.ts'
import { Light } from '../../../../ui/light.tsx'
import { momentText } from '../../../../ui/moment.ts'
import { shortDay } from '../days.ts'

type Risks = CallOutput<'GET /api/stewards/risks'>

const texts = stewardTexts.today

export function OpenQuestions({ questions }: Pick<Risks, 'questions'>) {
  if (questions.length === 0) return null
  return (
    <section className="staff-panel" aria-labelledby="questions">
      <h2 id="questions">{texts.questions}</h2>
      <ul className="steward-lines">
        {questions.map(({ projectId, name, text, dueAt, isOverdue, askedAt }) => (
          <li key={`${projectId} ${askedAt}`}>
            <Light colour={isOverdue ? 'red' : 'amber'}>{texts.answerBy(momentText(dueAt))}</Light>
            <span>
              <b>{name}</b>
              {text}
            </span>
            <Link href={`/work/projects/${projectId}?log=1`}>{texts.answer}</Link>
          </li>
        ))}
      </ul>
    </section>
  )
}

export function ContactsDue({ rows }: { readonly rows: Risks['contactsDue'] }) {
  if (rows.length === 0) return null
  return (
    <section className="staff-panel" aria-labelledby="contacts-due">
      <h2 id="contacts-due">{texts.contacts}</h2>
      <ul className="steward-lines">
        {rows.map(({ id, name, nextContactOn }) => (
          <li key={id}>
            <Light colour="amber">{texts.promised(shortDay(nextContactOn ?? ''))}</Light>
            <b>{name}</b>
            <Link href={`/work/projects/${id}?log=1`}>{stewardTexts.project.log}</Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
