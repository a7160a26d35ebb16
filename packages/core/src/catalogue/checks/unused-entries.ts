/**
 * Evidence that no service asks for, outputs that no service gives, statutes and registers that nothing names.
 */

import type { CatalogueEntries } from '../catalogue-entries.ts'
import type { ContentFinding } from '../reading/entry.ts'

/** Every entry that could be taken away without anybody noticing. */
export function unusedEntries(catalogue: CatalogueEntries): readonly ContentFinding[] {
  const { services, evidenceTypes, outputs } = catalogue
  const asked = services.flatMap(({ evidence }) => evidence.map(({ type }) => type))
  const given = services.flatMap((service) => service.outputs)
  const cited = services.flatMap(({ legalBasis }) => legalBasis.map(({ statute }) => statute))
  const supplying = evidenceTypes.flatMap(({ registers }) => registers)
  return [
    ...unused('evidence', evidenceTypes, asked, (id) => `No service asks for ${id}.`),
    ...unused('outputs', outputs, given, (id) => `No service gives ${id}.`),
    ...unused('statutes', catalogue.statutes, cited, (id) => `No service rests on ${id}.`),
    ...unused('registers', catalogue.registers, supplying, (id) => `No evidence comes from ${id}.`),
  ]
}

function unused(
  kind: string,
  entries: readonly { readonly id: string }[],
  used: readonly string[],
  sentence: (id: string) => string,
): readonly ContentFinding[] {
  const ids = new Set(used)
  return entries.flatMap(({ id }, index) =>
    id === '' || ids.has(id)
      ? []
      : [{ code: `${kind}-unused`, path: [kind, index, 'id'], sentence: sentence(id) }],
  )
}
