/**
 * GeoReport v2 in JSON and in XML: the same answer written twice.
 *
 * @see https://wiki.open311.org/GeoReport_v2/
 */

/** A field of an answer. */
type Field = string | number | boolean | null

/** An answer: one list of records under the names that the XML gives them. */
export interface Open311Answer {
  readonly status: number
  readonly root: string
  readonly item: string
  readonly records: readonly Readonly<Record<string, Field>>[]
}

/** The body of an answer, and its media type. */
export function writtenAnswer({ root, item, records }: Open311Answer, format: 'json' | 'xml') {
  if (format === 'json') return { type: 'application/json; charset=utf-8', body: JSON.stringify(records) }
  const inner = records.map((record) => `<${item}>${fieldsOf(record)}</${item}>`).join('')
  return {
    type: 'text/xml; charset=utf-8',
    body: `<?xml version="1.0" encoding="utf-8"?>\n<${root}>${inner}</${root}>`,
  }
}

function fieldsOf(record: Readonly<Record<string, Field>>): string {
  return Object.entries(record)
    .map(([name, value]) => (value === null ? `<${name}/>` : `<${name}>${escaped(String(value))}</${name}>`))
    .join('')
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
}

/** The text between two tags; signs that no XML may hold are left out. */
function escaped(text: string): string {
  return [...text]
    .filter((sign) => sign >= ' ' || sign === '\n' || sign === '\t')
    .map((sign) => entities[sign] ?? sign)
    .join('')
}
