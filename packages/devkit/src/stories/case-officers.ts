/**
 * The office's side of a case, over the API: a clerk at the counter and the reviewers of two authorities, each with their
 * own session.
 */

import type { Browser, Page } from '@playwright/test'
import { staffWindow } from './desk-people.ts'

interface Moved {
  readonly version: number
}

/** What officers do to one case. */
export interface CaseOfficers {
  readonly askForCorrection: (gaps: readonly { requirement: string; what: string }[]) => Promise<void>
  readonly accept: () => Promise<void>
  /** both authorities agree and the leading one grants */
  readonly grant: (reasons: string) => Promise<void>
  readonly deliver: () => Promise<void>
}

/** Officers who work on the case of an applicant, whose page tells how far it is. */
export async function caseOfficers(browser: Browser, applicant: Page, id: string): Promise<CaseOfficers> {
  const { origin } = new URL(applicant.url())
  const clerk = await staffWindow(browser, origin, 'bangban')
  const approval = await staffWindow(browser, origin, 'shenpi1')
  const housing = await staffWindow(browser, origin, 'shenpi2')
  const act = async (officer: Page, path: string, body: object) => {
    const read = await applicant.request.get(`/api/cases/${id}`)
    const { version } = (await read.json()) as Moved
    const answer = await officer.request.post(`/api/cases/${id}/${path}`, {
      headers: { 'idempotency-key': crypto.randomUUID() },
      data: { version, ...body },
    })
    if (!answer.ok()) throw new Error(`${path}: ${await answer.text()}`)
  }
  const agree = { opinion: 'agree', reasons: '符合条件', conditions: [] }
  return {
    askForCorrection: (gaps) => act(clerk, 'correction', { gaps }),
    accept: () => act(clerk, 'acceptance', { follow: [] }),
    grant: async (reasons) => {
      await act(housing, 'opinions', { authority: 'housing', ...agree })
      await act(approval, 'opinions', { authority: 'approval-service', ...agree })
      await act(housing, 'decision', {
        outcome: 'granted',
        reasons,
        basis: '消防法第十三条',
        remedies: null,
        lateBecause: null,
        conditions: [],
        milestones: [],
      })
    },
    deliver: () => act(clerk, 'delivery', { how: 'electronic' }),
  }
}
