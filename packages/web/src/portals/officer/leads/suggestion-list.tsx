import { Button } from 'antd'
import { useState } from 'react'
import type { CallOutput } from '../../../api/call.ts'
import { leadsTexts } from '../../../texts/leads-zh-cn.ts'
import { dayText } from '../../../ui/moment.ts'
import { BeginForm } from './begin-form.tsx'

const texts = leadsTexts.suggestions

type Suggestion = CallOutput<'GET /api/leads'>['suggestions'][number]

interface SuggestionListProps {
  readonly suggestions: readonly Suggestion[]
  readonly again: () => void
}

/** Red lights that supervision handed on: a handler decides. */
export function SuggestionList({ suggestions, again }: SuggestionListProps) {
  const [taken, take] = useState<string>()
  if (suggestions.length === 0) return null
  return (
    <section className="lead-suggestions">
      <h2>{texts.title}</h2>
      <p className="lead-hint">{texts.lead}</p>
      <ul className="lead-lines">
        {suggestions.map(({ supervisedId, node, project, decidedOn }) => {
          const key = `${supervisedId} ${node}`
          return (
            <li key={key}>
              <div className="lead-line">
                <b>{project}</b>
                <span className="lead-hint">{texts.decided(dayText(decidedOn))}</span>
                {taken !== key && (
                  <Button onClick={() => take(key)} aria-label={`${texts.take} ${project}`}>
                    {texts.take}
                  </Button>
                )}
              </div>
              {taken === key && (
                <BeginForm
                  origin={{ origin: 'light', suggestion: { supervisedId, node }, follows: null }}
                  onDone={again}
                  onCancel={() => take(undefined)}
                />
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
