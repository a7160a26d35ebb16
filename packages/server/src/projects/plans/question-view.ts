/**
 * The questions that apply to a project as it is known, in the reader's language.
 */

import type { readQuestions } from '@guanjia/contract/projects'
import type { RouteOutput } from '@guanjia/contract/route'
import { type Catalogue, deriveFacts, type ProjectAttribute } from '@guanjia/core/catalogue'
import { evaluate, type Facts } from '@guanjia/core/rules'

type Topics = RouteOutput<typeof readQuestions>['topics']
type Answer = Topics[number]['attributes'][number]['value']

/** A page a topic; a question that the answers rule out is left out, one that they leave open is asked. */
export function questionView(catalogue: Catalogue, given: Facts, language: 'zh-CN' | 'en'): Topics {
  const { facts, derivations } = deriveFacts(catalogue.derivedFacts, given)
  const derived = new Set(derivations.map(({ attribute }) => attribute))
  const applies = ({ when }: ProjectAttribute) => !when || evaluate(when, facts).value !== false
  return catalogue.topics
    .filter(({ asked }) => asked === 'project')
    .map(({ id, name }) => ({
      id,
      name: name[language] ?? id,
      attributes: catalogue.attributes
        .filter((attribute) => attribute.topic === id && applies(attribute))
        .map((attribute) => ({
          id: attribute.id,
          question: attribute.question[language] ?? attribute.id,
          hint: attribute.hint?.[language] ?? null,
          type: attribute.type,
          unit: attribute.unit?.[language] ?? null,
          choices: attribute.choices.map(({ value, name }) => ({ value, name: name[language] ?? value })),
          value: answerOf(given[attribute.id]),
          derived: derived.has(attribute.id) ? answerOf(facts[attribute.id]) : null,
          mark: attribute.mark,
        })),
    }))
    .filter(({ attributes }) => attributes.length > 0)
}

function answerOf(value: Facts[string]): Answer {
  return value === undefined ? null : (value as Answer)
}
