/**
 * A register of names in a file, whatever program saved it. A register that is misread has no name in it that anybody
 * could want, and every name would seem free: a file whose writing is not certain is refused.
 *
 * Encodings: UTF-8, UTF-16 with a byte order mark, and GB 18030 (with it GBK and GB 2312) or UTF-16 without the mark where
 * most of the lines read as company names.
 */

import { readFileSync } from 'node:fs'

const marks = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
] as const

/** Encodings that can be told from the lines alone. */
const guesses = ['gb18030', 'utf-16le', 'utf-16be']

/** as many lines as tell an encoding */
const sampled = 200

/** What no line of text holds; a file of bytes does. */
// oxlint-disable-next-line no-control-regex
const noText = /[\u0000-\u0008\u000e-\u001f\ufffd]/

/**
 * The lines of a register; absent where the file cannot be read or its encoding is not certain.
 *
 * @param readsAsName - whether a line is a whole company name
 */
export function readRegister(
  file: string,
  readsAsName: (line: string) => boolean,
): readonly string[] | undefined {
  const bytes = bytesOf(file)
  if (bytes === undefined) return undefined
  const marked = marks.find(([, mark]) => mark.every((byte, place) => bytes[place] === byte))
  const certain = decoded(bytes, marked?.[0] ?? 'utf-8')
  if (certain !== undefined || marked !== undefined) return certain
  return guesses
    .flatMap((encoding) => [decoded(bytes, encoding) ?? []])
    .find((lines) => areNames(lines, readsAsName))
}

function bytesOf(file: string): Uint8Array | undefined {
  try {
    return readFileSync(file)
  } catch {
    return undefined
  }
}

function decoded(bytes: Uint8Array, encoding: string): readonly string[] | undefined {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
    return noText.test(text) ? undefined : text.split(/\r\n?|[\n\u0085\u2028\u2029]/)
  } catch {
    return undefined
  }
}

function areNames(lines: readonly string[], readsAsName: (line: string) => boolean): boolean {
  const written = lines.map((line) => line.trim()).filter((line) => line !== '')
  const sample = written.slice(0, sampled)
  return sample.filter(readsAsName).length * 2 > sample.length
}
