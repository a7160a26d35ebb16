/**
 * The lights of a whole project: its nodes in their order, and the severest of them.
 */

import type { PlainDate } from '../../calendar/index.ts'
import { addDays } from '../../calendar/index.ts'
import { accept, type Result } from '../../kernel/index.ts'
import { type Light, lights } from './light.ts'
import type { NodeFacts } from './node-facts.ts'
import { type LightQuestion, type NodeLight, nodeLight } from './node-light.ts'

/** The lights of a project on a day. */
export interface ProjectLights {
  readonly light: Light
  readonly nodes: readonly NodeLight[]
}

/** The lights of the nodes of a project, which follow each other in the order given. */
export function projectLights(
  nodes: readonly NodeFacts[],
  question: Omit<LightQuestion, 'predecessor'>,
): Result<ProjectLights, 'calendar-not-published'> {
  const judged: NodeLight[] = []
  for (const [place, facts] of nodes.entries()) {
    const predecessor = nodes[place - 1]
    const light = nodeLight(facts, predecessor === undefined ? question : { ...question, predecessor })
    if (!light.ok) return light
    judged.push(light.value)
  }
  const severity = Math.max(0, ...judged.map(({ light }) => lights.indexOf(light)))
  return accept({ light: lights[severity] ?? 'open', nodes: judged })
}

/** A day on which the light of a node became another one. */
export interface LightChange {
  readonly node: string
  readonly on: PlainDate
  readonly from: Light | null
  readonly to: Light
}

/** Every change of a light between two days, both counted; what a node shows on the first day is its first change. */
export function lightChanges(
  nodes: readonly NodeFacts[],
  {
    from,
    to,
    ...question
  }: Omit<LightQuestion, 'predecessor' | 'on'> & Readonly<Record<'from' | 'to', PlainDate>>,
): Result<readonly LightChange[], 'calendar-not-published'> {
  const changes: LightChange[] = []
  const shown = new Map<string, Light>()
  for (let on = from; on <= to; on = addDays(on, 1)) {
    const judged = projectLights(nodes, { ...question, on })
    if (!judged.ok) return judged
    for (const { node, light } of judged.value.nodes) {
      const before = shown.get(node)
      if (before !== light) changes.push({ node, on, from: before ?? null, to: light })
      shown.set(node, light)
    }
  }
  return accept(changes)
}
