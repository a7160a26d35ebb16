/**
 * What was filed before and says nearly the same, while somebody still writes: perhaps nothing has to be filed.
 */

import { useEffect, useState } from 'react'
import { useApi } from '../../../api/use-api.ts'
import { observeTexts as texts } from '../../../texts/observe-zh-cn.ts'
import { voiceZhCN } from '../../../texts/voice-zh-cn.ts'
import { dayText } from '../../../ui/moment.ts'

const pauseMs = 500
const fewestCharacters = 6
const mostCharacters = 300

export function LikeIssues({ words, isOnline }: { readonly words: string; readonly isOnline: boolean }) {
  const [like, setLike] = useState('')
  useEffect(() => {
    const later = setTimeout(() => setLike(words.trim().slice(0, mostCharacters)), pauseMs)
    return () => clearTimeout(later)
  }, [words])
  return isOnline && [...like].length >= fewestCharacters ? <Found words={like} /> : null
}

function Found({ words }: { readonly words: string }) {
  const reading = useApi('GET /api/my/observer/alike', { query: { words } })
  if (reading.state !== 'ready' || reading.value.issues.length === 0) return null
  return (
    <section className="like-answers" aria-live="polite">
      <h2>{texts.alike}</h2>
      <p className="hint">{texts.alikeHint}</p>
      <ul className="rows">
        {reading.value.issues.map(({ number, words: said, topic, situation, lead, filedAt }) => (
          <li key={number}>
            <span>
              <b>{said ?? texts.unsaid(topic['zh-CN'])}</b>
              <small className="hint">
                {[
                  number,
                  dayText(filedAt.slice(0, 10)),
                  lead?.['zh-CN'] ?? texts.noLead,
                  voiceZhCN.situations[situation],
                ].join(' · ')}
              </small>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
