/**
 * What others asked and was answered, without anything that tells who.
 */

import { Link, useSearchParams } from 'wouter'
import { useApi } from '../../../api/use-api.ts'
import { useLink, usePage } from '../../../page.tsx'
import { Awaited } from '../../../ui/reading.tsx'
import { SegmentedChoice } from '../../../ui/segmented-choice.tsx'
import { Shell } from '../../../ui/shell.tsx'
import { Title } from '../../../ui/title.tsx'
import { useMoments } from '../../../ui/use-moments.ts'
import { useVoiceTexts } from './use-voice-texts.ts'

export function AnswersPage() {
  const texts = useVoiceTexts()
  const link = useLink()
  const { language } = usePage()
  const { day } = useMoments()
  const [search, setSearch] = useSearchParams()
  const topic = search.get('topic') ?? ''
  const choices = useApi('GET /api/voice/choices')
  const reading = useApi('GET /api/voice/answers', topic === '' ? {} : { query: { topic } })
  return (
    <Shell back="/voice">
      <Title>{texts.answers.title}</Title>
      <p className="lead">{texts.answers.lead}</p>
      {choices.state === 'ready' && (
        <SegmentedChoice
          id="topic"
          label={texts.answers.filter}
          options={[
            { value: '', label: texts.answers.all },
            ...choices.value.topics.map(({ id, name }) => ({ value: id, label: name[language] })),
          ]}
          value={topic}
          onChange={(value) => setSearch(value === '' ? {} : { topic: value }, { replace: true })}
        />
      )}
      <Awaited reading={reading}>
        {({ answers }) =>
          answers.length === 0 ? (
            <p>{texts.answers.none}</p>
          ) : (
            <ul className="public-answers">
              {answers.map((each) => (
                <li key={each.number}>
                  <h2>{each.question}</h2>
                  <p>{each.answer}</p>
                  <p className="hint">
                    <span className="tag">{texts.outcomes[each.outcome]}</span>
                    {[
                      each.lead[language],
                      texts.answers.asked(day(each.filedOn)),
                      texts.answers.answered(day(each.repliedOn)),
                    ].join(' · ')}
                  </p>
                </li>
              ))}
            </ul>
          )
        }
      </Awaited>
      <Link className="button" href={link('/voice')}>
        {texts.answers.say}
      </Link>
    </Shell>
  )
}
