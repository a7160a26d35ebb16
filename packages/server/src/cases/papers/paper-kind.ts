/**
 * Which events of a case are answered with an official paper.
 */

import type { CaseEvent, CaseEventType, EventOf } from '@guanjia/core/cases'

/** The official papers of a case, by the names of the notices in content. */
export type PaperKind =
  | 'receipt'
  | 'acceptance'
  | 'acceptance-on-tolerance'
  | 'correction'
  | 'special-procedure'
  | 'extension'
  | 'suspension'
  | 'resumption'
  | 'grant'
  | 'refusal'
  | 'no-jurisdiction'
  | 'not-needed'
  | 'revocation'

type Papers = { readonly [Type in CaseEventType]?: (event: EventOf<Type>) => PaperKind }

const papers: Papers = {
  received: () => 'receipt',
  accepted: ({ ground }) => (ground === 'tolerance' ? 'acceptance-on-tolerance' : 'acceptance'),
  'correction-requested': () => 'correction',
  'special-procedure-started': () => 'special-procedure',
  'limit-extended': () => 'extension',
  suspended: () => 'suspension',
  resumed: () => 'resumption',
  'decision-issued': ({ outcome }) => (outcome === 'granted' ? 'grant' : 'refusal'),
  declined: ({ ground }) => (ground === 'no-jurisdiction' ? 'no-jurisdiction' : 'not-needed'),
  revoked: () => 'revocation',
}

/** The paper that belongs to an event, if one does. */
export function paperOf(event: CaseEvent): PaperKind | undefined {
  const paper = papers[event.type] as ((event: CaseEvent) => PaperKind) | undefined
  return paper?.(event)
}
