/**
 * A light in words.
 */

import { filled } from '@guanjia/core/kernel'
import type { Light, NodeLight } from '@guanjia/core/supervision'
import { type LightsContent, lightSentence } from '../lights-content.ts'

/** Languages of the board. */
export type Language = 'zh-CN' | 'en'

/** What a node is called. */
export function nodeName({ nodes }: LightsContent, node: string, language: Language): string {
  return nodes.find(({ id }) => id === node)?.name[language] ?? node
}

/** A node with the reason that decides its light, in one sentence. */
export function sentenceOf(content: LightsContent, { node, because }: NodeLight, language: Language): string {
  const [first] = because
  const reason = first === undefined ? '' : lightSentence(content, first, language)
  return filled(content.board.sentence[language], { node: nodeName(content, node, language), reason })
}

/** Shape and name of a light. */
export function lightWords({ lights }: LightsContent, light: Light, language: Language) {
  return { light, shape: lights[light].shape, lightName: lights[light].name[language] }
}
