/**
 * Firms that left no number, each with its link and code on a slip to be printed and handed over.
 */

import { Button } from 'antd'
import { Link } from 'wouter'
import { useApi } from '../../../../api/use-api.ts'
import { questionnaireDeskTexts as texts } from '../../../../texts/questionnaire-desk-zh-cn.ts'
import { dayText } from '../../../../ui/moment.ts'
import { Awaited } from '../../../../ui/reading.tsx'
import { Title } from '../../../../ui/title.tsx'
import { Framed } from '../../staff-page.tsx'

export function LettersPage({ id }: { readonly id: string }) {
  const reading = useApi('GET /api/questionnaires/:id/letters', { params: { id } })
  return (
    <Framed>
      <Awaited reading={reading}>
        {({ number, name, until, letters }) => (
          <>
            <Link className="back no-print" href={`/work/questionnaires/${id}`}>
              {texts.backToRound}
            </Link>
            <div className="staff-head no-print">
              <Title>{texts.lettersTitle(number)}</Title>
              <p className="staff-lead">{texts.lettersLead}</p>
              <Button onClick={() => window.print()}>{texts.print}</Button>
            </div>
            {letters.length === 0 && <p>{texts.noLetters}</p>}
            <ul className="letter-slips">
              {letters.map(({ company, url, svg }) => (
                <li key={url}>
                  <img
                    src={`data:image/svg+xml;utf8,${encodeURIComponent(svg)}`}
                    alt={texts.letterAlt(company)}
                  />
                  <div>
                    <b>{company}</b>
                    <span>{name['zh-CN']}</span>
                    <span>{texts.letterUntil(dayText(until))}</span>
                    <small>{url}</small>
                  </div>
                </li>
              ))}
            </ul>
          </>
        )}
      </Awaited>
    </Framed>
  )
}
