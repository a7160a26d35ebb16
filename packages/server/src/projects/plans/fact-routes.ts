/**
 * Questions and answers over the wire.
 */

import * as contract from '@guanjia/contract/projects'
import type { Catalogue, Derivation, PublicService } from '@guanjia/core/catalogue'
import { accept } from '@guanjia/core/kernel'
import { act, findPeople } from '../project-acts.ts'
import type { ProjectsRoom } from '../projects-ports.ts'
import { confirmAnswers } from './answer-confirmation.ts'
import { type FactsEffect, saveFacts } from './fact-commands.ts'
import { projectCatalogue } from './plan-source.ts'
import { findQuestions } from './question-queries.ts'
import { wordIn } from './question-view.ts'

type Language = 'zh-CN' | 'en'

const unpublished = { 'catalogue-unpublished': 503 } as const

/** Answers the routes of the questionnaire. */
export function implementFactRoutes(room: ProjectsRoom): void {
  const { implement } = room
  const concerned = findPeople(room)
  implement(
    contract.readQuestions,
    async ({ params, language, principal }) => {
      const version = await projectCatalogue(room, params.id)
      if (!version.ok) return version
      return accept(
        await findQuestions(room, version.value.catalogue, { projectId: params.id, language, principal }),
      )
    },
    unpublished,
    concerned,
  )
  implement(
    contract.saveFacts,
    async (input) => {
      const projectId = input.params.id
      const version = await projectCatalogue(room, projectId)
      if (!version.ok) return version
      const { catalogue } = version.value
      const saved = await act(room, { name: 'projects.save-facts', subject: projectId, input }, (context) =>
        saveFacts(catalogue, context, { projectId, ...input.body }),
      )
      return saved.ok ? accept(effectView(saved.value, catalogue, room, input.language)) : saved
    },
    {
      ...unpublished,
      'project-ended': 409,
      'answers-changed-meanwhile': 409,
      'facts-not-readable': 422,
      'attribute-unknown': 422,
      'value-wrong': 422,
    },
    concerned,
  )
  implement(
    contract.confirmFacts,
    (input) => {
      const projectId = input.params.id
      const confirming = { name: 'projects.confirm-facts', subject: projectId, input, legal: true }
      return act(room, confirming, (context) => confirmAnswers(context, { projectId, ...input.body }))
    },
    { 'project-ended': 409, 'answers-changed-meanwhile': 409, 'nothing-to-confirm': 409 },
    concerned,
  )
}

function effectView(
  { added, removed, unsure, derived, ...counts }: FactsEffect,
  catalogue: Catalogue,
  room: ProjectsRoom,
  language: Language,
) {
  const named = (services: readonly PublicService[]) =>
    services.map((service) => serviceView(service, language))
  return {
    ...counts,
    added: named(added),
    removed: named(removed),
    unsure: named(unsure),
    derived: derived.map((one) => derivedView(one, catalogue, room, language)),
  }
}

function serviceView({ id, name, committed }: PublicService, language: Language) {
  const unit = committed.unit === 'natural-days' ? ('natural-days' as const) : ('working-days' as const)
  return { id, name: wordIn(language)(name), days: committed.value, unit }
}

function derivedView(
  { attribute, value, basis, mark }: Derivation,
  { attributes }: Catalogue,
  { questionnaire: { yes, no } }: ProjectsRoom,
  language: Language,
) {
  const word = wordIn(language)
  const found = attributes.find(({ id }) => id === attribute)
  const choice = found?.choices.find((one) => one.value === value)?.name
  const truth = value === true ? yes : no
  return {
    id: attribute,
    name: found === undefined ? attribute : word(found.name),
    value: word(choice ?? truth),
    basis,
    mark,
  }
}
