/**
 * What stands behind the link of a questionnaire: the questions, or what became of the answers. The form works as it is; a
 * browser that runs scripts says at once what is missing, and loses nothing of what was written.
 */

import { useState } from 'react'
import { Link, useSearchParams } from 'wouter'
import type { CallOutput } from '../../../api/call.ts'
import { useApi } from '../../../api/use-api.ts'
import { useLink, usePage } from '../../../page.tsx'
import { Awaited } from '../../../ui/reading.tsx'
import { Shell } from '../../../ui/shell.tsx'
import { Title } from '../../../ui/title.tsx'
import { TitleBlock } from '../../../ui/title-block.tsx'
import { useMoments } from '../../../ui/use-moments.ts'
import { SurveyForm } from './survey-form.tsx'
import { useSurveyTexts } from './use-survey-texts.ts'

type Survey = CallOutput<'GET /api/survey/:token'>

/** What a form without scripts comes back with, where a number of an issue does not. */
const issueForm = /^SY\d{2}-/

export function SurveyPage({ token }: { readonly token: string }) {
  const reading = useApi('GET /api/survey/:token', { params: { token } })
  return (
    <Shell>
      <Awaited reading={reading}>{(survey) => <Behind survey={survey} token={token} />}</Awaited>
    </Shell>
  )
}

function Behind({ survey, token }: { readonly survey: Survey; readonly token: string }) {
  const [search] = useSearchParams()
  const [taken, setTaken] = useState<{ readonly issue: string | null }>()
  const said = search.get('said') ?? ''
  if (taken !== undefined) return <Thanks issue={taken.issue} />
  if (issueForm.test(said)) return <Thanks issue={said} />
  if (said === 'thanks' || survey.state === 'answered') return <Thanks issue={null} />
  if (said === 'survey-group-full' || survey.state === 'full') return <Elsewhere why="full" />
  if (survey.state === 'over') return <Elsewhere why="over" />
  return <Questions survey={survey} token={token} said={said} onTaken={setTaken} />
}

interface QuestionsProps {
  readonly survey: Survey
  readonly token: string
  readonly said: string
  readonly onTaken: (taken: { readonly issue: string | null }) => void
}

function Questions({ survey, token, said, onTaken }: QuestionsProps) {
  const texts = useSurveyTexts()
  const { language } = usePage()
  const { day } = useMoments()
  return (
    <>
      <Title faulty={said !== ''}>{survey.name[language]}</Title>
      <p className="survey-round">
        {texts.round(String(survey.number))} · {texts.until(day(survey.until))}
      </p>
      <p className="lead">{survey.lead[language]}</p>
      {said !== '' && (
        <div className="notice bad" role="alert">
          <p>
            <strong>{texts.mend}</strong>
          </p>
          <p>{texts.mendHint}</p>
        </div>
      )}
      <p className="notice">{texts.anonymous}</p>
      <SurveyForm survey={survey} token={token} onTaken={onTaken} />
    </>
  )
}

function Thanks({ issue }: { readonly issue: string | null }) {
  const { thanks: texts } = useSurveyTexts()
  const link = useLink()
  return (
    <>
      <Title>{texts.title}</Title>
      <p className="lead">{texts.lead}</p>
      {issue !== null && (
        <>
          <TitleBlock cells={[{ label: texts.issue, value: <span className="code">{issue}</span> }]} />
          <p>{texts.issueHint}</p>
          <Link className="button" href={link(`/voice/${issue}`)}>
            {texts.follow}
          </Link>
        </>
      )}
    </>
  )
}

function Elsewhere({ why }: { readonly why: 'full' | 'over' }) {
  const texts = useSurveyTexts()
  const link = useLink()
  return (
    <>
      <Title>{texts[why].title}</Title>
      <p className="lead">{texts[why].lead}</p>
      <Link className="button" href={link('/voice')}>
        {texts.say}
      </Link>
    </>
  )
}
