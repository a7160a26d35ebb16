/**
 * Routes of the papers of a case.
 */

import * as contract from '@guanjia/contract/registration'
import { accept, refuse } from '@guanjia/core/kernel'
import { answer } from '../../platform/http/answer.ts'
import { type ApplicationParams, findOwner, loadRow } from '../registration-acts.ts'
import type { RegistrationPorts } from '../registration-ports.ts'
import type { ApplicationRow } from '../registration-tables.ts'
import { acceptancePaper, applicationForm, archiveOf, articlesOf, refusalPaper } from './case-papers.ts'

type Make = (ports: RegistrationPorts, row: ApplicationRow) => Promise<Buffer | undefined>

/** Answers the routes. */
export function implementPaperRoutes(ports: RegistrationPorts): void {
  const { implement } = ports
  const owned = findOwner(ports)
  const missing = { 'paper-not-issued': 404 } as const
  const paper =
    (make: Make, name: string) =>
    async ({ params }: { readonly params: ApplicationParams }) => {
      const row = await loadRow(ports, params.id)
      const bytes = await make(ports, row)
      if (bytes === undefined) return refuse('paper-not-issued')
      const headers = {
        'content-disposition': `inline; filename="${row.number}-${name}"`,
        'cache-control': 'private, no-store',
      }
      return accept(answer<Uint8Array>(bytes, { headers }))
    }
  implement(contract.readAcceptance, paper(acceptancePaper, 'acceptance.pdf'), missing, owned)
  implement(contract.readRefusal, paper(refusalPaper, 'refusal.pdf'), missing, owned)
  implement(contract.readForm, paper(applicationForm, 'application-form.pdf'), missing, owned)
  implement(contract.readArticles, paper(articlesOf, 'articles.pdf'), missing, owned)
  implement(contract.readArchive, paper(archiveOf, 'archive.zip'), missing, owned)
}
