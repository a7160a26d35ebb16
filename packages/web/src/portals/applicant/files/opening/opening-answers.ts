/**
 * What was answered before a case is opened. Until then there is no case to keep it in: it stays on this device, so that one
 * may leave in the middle and go on, and goes when the case is there.
 */

import { useState } from 'react'
import type { CallOutput } from '../../../../api/call.ts'

export type Opening = CallOutput<'GET /api/services/:id/opening'>
export type OpeningQuestion = Opening['questions'][number]

/** Answers by question as they were written; an empty one is not known, an absent one is still to be given. */
export type OpeningAnswers = Readonly<Record<string, string>>

/** The answers and the way to change them. */
export interface KeptAnswers {
  readonly answers: OpeningAnswers
  readonly keep: (question: string, answer: string) => OpeningAnswers
  readonly forget: () => void
}

export function useOpeningAnswers(service: string): KeptAnswers {
  const name = `opening ${service}`
  const [answers, set] = useState<OpeningAnswers>(() => answersKept(name))
  return {
    answers,
    keep: (question, answer) => {
      const changed = { ...answers, [question]: answer }
      set(changed)
      store(name, JSON.stringify(changed))
      return changed
    },
    forget: () => store(name, null),
  }
}

function answersKept(name: string): OpeningAnswers {
  try {
    return JSON.parse(localStorage.getItem(name) ?? '{}') as OpeningAnswers
  } catch {
    return {}
  }
}

function store(name: string, text: string | null): void {
  try {
    if (text === null) localStorage.removeItem(name)
    else localStorage.setItem(name, text)
  } catch {
    // a browser without storage asks again, and loses nothing else
  }
}

/** The first question that is still to be answered. */
export function openQuestion({ questions }: Opening, answers: OpeningAnswers): OpeningQuestion | undefined {
  return questions.find(({ id }) => answers[id] === undefined)
}

/** What is known of the facts; what nobody knows is left out, and the paper it decides is asked for. */
export function knownFacts({ questions }: Opening, answers: OpeningAnswers) {
  const known: Record<string, string | number | boolean> = {}
  for (const { id, type } of questions) {
    const text = (answers[id] ?? '').trim()
    if (text === '') continue
    if (type === 'boolean') known[id] = text === 'yes'
    else known[id] = type === 'number' ? Number(text) : text
  }
  return known
}
