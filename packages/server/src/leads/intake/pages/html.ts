/**
 * HTML from templates: every value is escaped unless it is HTML already.
 */

/** A piece of HTML. */
export interface Html {
  readonly html: string
}

type Piece = string | number | Html | undefined | readonly Piece[]

const signs: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function written(piece: Piece): string {
  if (piece === undefined) return ''
  if (typeof piece === 'string') return piece.replace(/[&<>"']/g, (sign) => signs[sign] ?? sign)
  if (typeof piece === 'number') return String(piece)
  return 'html' in piece ? piece.html : piece.map(written).join('')
}

/** A template of HTML; lists are written one after the other, undefined is nothing. */
export function html(texts: TemplateStringsArray, ...pieces: readonly Piece[]): Html {
  const tidy = texts.map((text) => text.replace(/\n\s*/g, '\n'))
  return { html: tidy.reduce((whole, text, at) => whole + written(pieces[at - 1]) + text) }
}
