/**
 * The last plan that was read, for when it cannot be read again; gone with the tab.
 */

import type { PlanSheet } from '../plan-sheet.ts'

/** A plan with the moment it was read. */
export interface OfflinePlan {
  readonly at: string
  readonly sheet: PlanSheet
}

/** Keeps a plan under a name of its own; where there is no room, the last one stays. */
export function keepPlan(name: string, sheet: PlanSheet): void {
  try {
    sessionStorage.setItem(`plan ${name}`, JSON.stringify({ at: new Date().toISOString(), sheet }))
  } catch {
    // a tab without storage shows no plan offline, and loses nothing else
  }
}

/** The plan kept under a name, if any. */
export function keptPlan(name: string): OfflinePlan | undefined {
  try {
    const text = sessionStorage.getItem(`plan ${name}`)
    return text === null ? undefined : (JSON.parse(text) as OfflinePlan)
  } catch {
    return undefined
  }
}
