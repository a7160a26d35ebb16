/**
 * A project with the answers of the page's own example and the first version of its plan, made over the wire by whoever is
 * signed in.
 */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { parse } from 'yaml'

const example = join(
  import.meta.dirname,
  '../../../../content/qingdao/examples/projects/p1-tcm-innovation-base.yaml',
)

/** Facts by their dotted names. */
function flat(values: Readonly<Record<string, unknown>>, prefix = ''): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([key, value]) =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.entries(flat(value as Record<string, unknown>, `${prefix}${key}.`))
        : [[`${prefix}${key}`, value] as const],
    ),
  )
}

async function sent(page: Page, method: 'POST' | 'PATCH', url: string, data: object): Promise<unknown> {
  const headers = { 'idempotency-key': crypto.randomUUID() }
  const answer = await page.request.fetch(url, { method, data, headers })
  if (!answer.ok()) throw new Error(`${method} ${url}: ${await answer.text()}`)
  return answer.json()
}

/** Makes the project and its plan from 1 February 2023; gives its id. */
export async function plannedProject(page: Page): Promise<string> {
  const { facts } = parse(readFileSync(example, 'utf8')) as { facts: Record<string, unknown> }
  const made = await sent(page, 'POST', '/api/projects', { name: '中医药传承创新基地一期', kind: 'medical' })
  const { id } = made as { readonly id: string }
  await sent(page, 'PATCH', `/api/projects/${id}/facts`, { answersVersion: 1, facts: flat(facts) })
  await sent(page, 'POST', `/api/projects/${id}/plans`, { start: '2023-02-01' })
  return id
}

/** Sets days of steps, which makes a new version. */
export async function replan(
  page: Page,
  id: string,
  durations: Readonly<Record<string, number>>,
): Promise<void> {
  await sent(page, 'POST', `/api/projects/${id}/plans`, { durations })
}
