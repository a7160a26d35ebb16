/**
 * The four nodes of a project as a line of shapes: readable without colour.
 */

import type { CallOutput } from '../../../api/call.ts'

/** A row of the board. */
export type LightRow = CallOutput<'GET /api/supervision/lights'>['rows'][number]

export function LightNodes({ nodes }: Pick<LightRow, 'nodes'>) {
  return (
    <ol className="light-nodes">
      {nodes.map(({ node, name, light, shape, lightName, plannedOn, doneOn }) => (
        <li key={node} className={light} title={doneOn ?? plannedOn ?? ''}>
          <span aria-hidden="true">{shape}</span>
          {name}
          <span className="visually-hidden">：{lightName}</span>
        </li>
      ))}
    </ol>
  )
}
