/**
 * A version of a plan in the reader's language: what changed, and why.
 */

import type { listPlans } from '@guanjia/contract/projects'
import type { RouteOutput } from '@guanjia/contract/route'
import type { Catalogue } from '@guanjia/core/catalogue'
import type { PlanChange, PlanDiff } from '@guanjia/core/planning'
import { planIn } from './plan-commands.ts'
import type { PlanRow } from './plan-source.ts'

type Language = 'zh-CN' | 'en'
type VersionView = RouteOutput<typeof listPlans>['versions'][number]

/** A kept version as the wire has it. */
export function versionView(catalogue: Catalogue, row: PlanRow, language: Language): VersionView {
  const plan = planIn(row)
  const diff = row.diff as PlanDiff | null
  const changes = row.change as unknown as readonly PlanChange[]
  const names = namesIn(catalogue, plan.steps, language)
  return {
    version: row.version,
    madeAt: row.made_at.toISOString(),
    permit: plan.dates?.permit ?? null,
    end: plan.dates?.end ?? row.start_on,
    because: changes.flatMap((change) => changed(change, names)),
    changes: changes.map((change) => ({ kind: change.kind, what: whatChanged(change, names, language) })),
    added: (diff?.added ?? []).map(names.step),
    removed: (diff?.removed ?? []).map(names.step),
    permitMoved: movedView(diff?.permit),
  }
}

function movedView(moved: PlanDiff['permit']): VersionView['permitMoved'] {
  if (moved === undefined) return null
  const { workingDays, dates } = moved
  return { from: dates?.from ?? null, to: dates?.to ?? null, workingDays }
}

interface Names {
  readonly step: (id: string) => string
  readonly attribute: (id: string) => string
  readonly commitment: (id: string) => string
}

/** Names of steps and attributes; a step that is gone is known by its service. */
function namesIn(
  { services, attributes, path }: Catalogue,
  steps: ReturnType<typeof planIn>['steps'],
  language: Language,
): Names {
  const nameAmong = (id: string, ...lists: readonly (readonly Named[])[]) =>
    lists.flat().find((one) => one.id === id)?.name[language] ?? id
  return {
    step: (id) => nameAmong(id, steps, services),
    attribute: (id) => nameAmong(id, attributes),
    commitment: (id) => nameAmong(id, path.commitments),
  }
}

interface Named {
  readonly id: string
  readonly name: Readonly<Record<string, string>>
}

function whatChanged(change: PlanChange, names: Names, language: Language): string {
  if (change.kind !== 'catalogue-published' || change.number === undefined)
    return changed(change, names).join('、')
  const { number, reason = '' } = change
  return language === 'zh-CN' ? `第 ${number} 版：${reason}` : `version ${number}: ${reason}`
}

function changed(change: PlanChange, { step, attribute, commitment }: Names): readonly string[] {
  if (change.kind === 'facts') return change.attributes.map(attribute)
  if ('commitment' in change) return [commitment(change.commitment)]
  return 'step' in change ? [step(change.step)] : []
}
