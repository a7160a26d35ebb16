/**
 * A service as YAML text: written for an editor, read back with the place of every fault.
 */

import { accept, type Result, refuse } from '@guanjia/core/kernel'
import { isNode, LineCounter, parseDocument } from 'yaml'
import { yamlText } from './reading-order.ts'

/** A service as plain content. */
export type PlainService = Readonly<Record<string, unknown>>

/** The text of a service. */
export function serviceText(service: PlainService): string {
  return yamlText(service)
}

/** Reads a text. Refuses with `errors`, the field being `text.LINE.COLUMN`, where it is no YAML or no record. */
export function readServiceText(text: string): Result<PlainService, 'text-not-readable'> {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines })
  const errors = document.errors.map(({ code, message, pos: [start] }) => {
    const { line, col } = lines.linePos(start)
    return fault(line, col, { code: code.toLowerCase(), message: message.replace(/ at line \d[^]*$/, '') })
  })
  if (errors.length > 0) return refuse('text-not-readable', { errors })
  // aliases may stand for more than was sent; content has none
  const value: unknown = document.toJS({ maxAliasCount: 0 })
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    return accept(value as PlainService)
  const noRecord = { code: 'not-a-record', message: 'Here stands a record of named values.' }
  return refuse('text-not-readable', { errors: [fault(1, 1, noRecord)] })
}

function fault(line: number, column: number, said: { readonly code: string; readonly message: string }) {
  return { field: `text.${line}.${column}`, ...said }
}

/** The line of the text on which a value stands, or the nearest record around it; 1 where there is none. */
export function linesIn(text: string): (path: readonly (string | number)[]) => number {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines })
  return (path) => {
    for (let length = path.length; length > 0; length -= 1) {
      const node = document.getIn(path.slice(0, length), true)
      if (isNode(node) && node.range) return lines.linePos(node.range[0]).line
    }
    return 1
  }
}
