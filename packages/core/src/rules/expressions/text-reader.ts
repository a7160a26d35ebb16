/**
 * Reads texts in quotation marks.
 */

const escapes: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  '"': '"',
  '\\': '\\',
  '/': '/',
}

/** What a quoted text says, its escapes resolved. */
export function readText(quoted: string): string {
  return quoted
    .slice(1, -1)
    .replace(/\\(?:u([\da-fA-F]{4})|U([\da-fA-F]{6})|(.))/gs, (whole, short, long, sign) => {
      if (sign !== undefined) return escapes[sign] ?? whole
      const point = Number.parseInt(short ?? long, 16)
      return point > 0x10ffff ? whole : String.fromCodePoint(point)
    })
}
