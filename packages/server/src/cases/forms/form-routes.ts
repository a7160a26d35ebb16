/**
 * Routes of what is asked on the screen.
 */

import * as contract from '@guanjia/contract/cases'
import type { RouteOutput } from '@guanjia/contract/route'
import { factsToAsk, type ProjectAttribute } from '@guanjia/core/catalogue'
import { accept, refuse } from '@guanjia/core/kernel'
import { loadCase } from '../case-view.ts'
import type { CasesPorts } from '../cases-ports.ts'
import { findCaseResource } from '../routes/case-acts.ts'
import { viewForm } from './case-form.ts'

type Question = RouteOutput<typeof contract.readOpening>['questions'][number]

/** Answers the routes of forms. */
export function implementFormRoutes(ports: CasesPorts): void {
  const { implement } = ports
  implement(
    contract.readOpening,
    async ({ params }) => {
      const published = await ports.catalogue.current()
      const service = published?.catalogue.services.find(({ id }) => id === params.id)
      if (published === undefined || service === undefined) return refuse('service-unknown')
      return accept({
        service: { id: service.id, name: service.name },
        online: ports.content.forms.isOnline(service),
        questions: factsToAsk(published.catalogue, service).map(questionOf),
      })
    },
    { 'service-unknown': 404 },
  )
  implement(
    contract.readCaseForm,
    async ({ params }) => accept(await viewForm(ports, await loadCase(ports, params.id))),
    {},
    findCaseResource(ports),
  )
}

function questionOf({ id, question, hint, type, unit, choices }: ProjectAttribute): Question {
  return {
    id,
    question,
    hint: hint ?? null,
    type,
    unit: unit ?? null,
    choices: choices.map((each) => ({ ...each })),
  }
}
