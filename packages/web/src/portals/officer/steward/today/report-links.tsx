/**
 * The weekly report, of this week and the last, to go on writing in or to file.
 */

import { addressOf } from '../../../../api/call.ts'
import { stewardTexts } from '../../../../texts/stewards-zh-cn.ts'
import { daysLater, weekName } from '../days.ts'

const texts = stewardTexts.today

export function ReportLinks({ today }: { readonly today: string }) {
  const papers = [
    { name: texts.reportWord, week: weekName(today), format: 'docx' },
    { name: texts.reportPdf, week: weekName(today), format: 'pdf' },
    { name: texts.lastWeekWord, week: weekName(daysLater(today, -7)), format: 'docx' },
    { name: texts.lastWeekPdf, week: weekName(daysLater(today, -7)), format: 'pdf' },
  ]
  return (
    <section className="staff-panel steward-gap" aria-labelledby="report">
      <h2 id="report">{texts.report}</h2>
      <ul className="report-links">
        {papers.map(({ name, week, format }) => (
          <li key={name}>
            <a href={addressOf('GET /api/stewards/report/paper', { query: { week, format } })}>{name}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}
