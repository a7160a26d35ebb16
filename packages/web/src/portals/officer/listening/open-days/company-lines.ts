/**
 * A list of companies as it is pasted from a table: one a line, the unified code and the name in either order.
 */

import { checkUnifiedCode } from '@guanjia/core/access'

/** A company that came. */
export interface CompanyLine {
  readonly code: string
  readonly name: string
}

/** What is wrong with a line, counted from 1. */
export interface LineFault {
  readonly line: number
  readonly fault: 'no-code' | 'no-name'
}

const codeForm = /(?<![0-9A-Z])[0-9A-Z]{18}(?![0-9A-Z])/

/** The companies of a list, each once, and the lines that cannot be read; empty lines are passed over. */
export function companyLines(text: string): {
  readonly companies: readonly CompanyLine[]
  readonly faults: readonly LineFault[]
} {
  const companies = new Map<string, CompanyLine>()
  const faults: LineFault[] = []
  for (const [at, written] of text.split('\n').entries()) {
    const line = written.normalize('NFKC').trim()
    if (line === '') continue
    const code = codeForm.exec(line.toUpperCase())?.[0]
    if (code === undefined || !checkUnifiedCode(code).valid) {
      faults.push({ line: at + 1, fault: 'no-code' })
      continue
    }
    const name = line.replace(new RegExp(code, 'i'), '').replace(/^[\s,，、;；]+|[\s,，、;；]+$/g, '')
    if (name.length < 2) faults.push({ line: at + 1, fault: 'no-name' })
    else if (!companies.has(code)) companies.set(code, { code, name })
  }
  return { companies: [...companies.values()], faults }
}
