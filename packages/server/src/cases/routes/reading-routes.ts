/**
 * Routes of everybody whom a case concerns: the case, its timeline, its papers.
 */

import * as contract from '@guanjia/contract/cases'
import { accept, refuse } from '@guanjia/core/kernel'
import { answer } from '../../platform/http/answer.ts'
import { readTimeline, viewCase } from '../case-view.ts'
import type { CasesPorts } from '../cases-ports.ts'
import type { CasePapers } from '../papers/case-papers.ts'
import { findCaseResource } from './case-acts.ts'

/** Answers the routes that read. */
export function implementReadingRoutes(ports: CasesPorts, papers: CasePapers): void {
  const { implement } = ports
  const owned = findCaseResource(ports)
  implement(
    contract.readCase,
    ({ params, principal }) => viewCase(ports, params.id, principal),
    { 'calendar-not-published': 503 },
    owned,
  )
  implement(
    contract.readCaseTimeline,
    async ({ params }) => accept(await readTimeline(ports, params.id)),
    {},
    owned,
  )
  implement(
    contract.readCasePaper,
    async ({ params }) => {
      const paper = await papers.render(params.id, Number(params.event))
      if (paper === undefined) return refuse('paper-unknown')
      const name = encodeURIComponent(`${paper.name}.pdf`)
      return accept(
        answer(paper.bytes, { headers: { 'content-disposition': `inline; filename*=UTF-8''${name}` } }),
      )
    },
    { 'paper-unknown': 404 },
    owned,
  )
}
