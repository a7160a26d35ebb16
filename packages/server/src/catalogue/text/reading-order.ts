/**
 * Plain content as YAML that people like to read: fields in the order of the files of a zone, short records on one line.
 * The database keeps records without an order.
 */

import { Document, isCollection, visit } from 'yaml'

const order = new Map(
  [
    'id gives statute article type name form kind stage group service who authorities registers unit choices',
    'question hint topic asked when after excludes legalBasis statutory committed oneTimeNotice excluded evidence makeUp',
    'byCommitment offered outputs mayFollow anyOf waivedBy insteadOf duration value extension from until guards sentence',
    'lapse rules otherwise feeds replaces validity text reason note notes basis source mark zh-CN en',
  ]
    .join(' ')
    .split(' ')
    .map((field, place) => [field, place] as const),
)

/** a record or list that is no longer than this stays on one line */
const shortLine = 96

/** The value with the fields of every record in the order in which they are read. */
export function inReadingOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inReadingOrder)
  if (typeof value !== 'object' || value === null) return value
  const place = (field: string) => order.get(field) ?? order.size
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([one], [other]) => unitLast(one, other) ?? place(one) - place(other))
      .map(([field, member]) => [field, inReadingOrder(member)]),
  )
}

/** A unit stands behind the number it belongs to. */
function unitLast(one: string, other: string): number | undefined {
  if (one === 'value' && other === 'unit') return -1
  return one === 'unit' && other === 'value' ? 1 : undefined
}

/** The value as YAML. */
export function yamlText(value: unknown): string {
  const document = new Document(inReadingOrder(value))
  visit(document, (key, node) => {
    if (key === null || !isCollection(node)) return undefined
    if (JSON.stringify(node).length > shortLine) return undefined
    node.flow = true
    return visit.SKIP
  })
  return document.toString({ lineWidth: 0, flowCollectionPadding: true })
}
