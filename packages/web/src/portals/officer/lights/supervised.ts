/**
 * A supervised project on its page.
 */

import type { CallOutput } from '../../../api/call.ts'
import type { LightColour } from '../../../ui/light.tsx'

/** A supervised project as the API gives it. */
export type Supervised = CallOutput<'GET /api/supervision/projects/:id'>

/** The colour of a light; what is not planned has none. */
export function colourOf(light: string): LightColour {
  return light === 'red' || light === 'amber' || light === 'green' || light === 'paused' ? light : 'plain'
}
