/**
 * Published answers to what is nearly the same, while somebody still writes: perhaps nothing has to be sent.
 */

import { useEffect, useState } from 'react'
import { useApi } from '../../../api/use-api.ts'
import { useVoiceTexts } from './use-voice-texts.ts'

const pauseMs = 600
const fewestCharacters = 8
const mostCharacters = 300

export function LikeAnswers({ words }: { readonly words: string }) {
  const [like, setLike] = useState('')
  useEffect(() => {
    const later = setTimeout(() => setLike(words.trim().slice(0, mostCharacters)), pauseMs)
    return () => clearTimeout(later)
  }, [words])
  return [...like].length < fewestCharacters ? null : <Found like={like} />
}

function Found({ like }: { readonly like: string }) {
  const texts = useVoiceTexts()
  const reading = useApi('GET /api/voice/answers', { query: { like } })
  if (reading.state !== 'ready' || reading.value.answers.length === 0) return null
  return (
    <section className="like-answers" aria-live="polite">
      <h2>{texts.asked}</h2>
      <p className="hint">{texts.askedHint}</p>
      {reading.value.answers.map(({ number, question, answer }) => (
        <details key={number}>
          <summary>{question}</summary>
          <p>{answer}</p>
        </details>
      ))}
    </section>
  )
}
