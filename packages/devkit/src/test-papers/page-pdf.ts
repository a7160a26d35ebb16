/**
 * A small PDF that any viewer shows: one line of Latin text a page, on A4.
 */

function objectsOf(lines: readonly string[]): readonly string[] {
  const first = 4
  const pages = lines.map((_, place) => `${first + 2 * place} 0 R`).join(' ')
  const sheets = lines.flatMap((line, place) => {
    const drawing = `BT /F1 36 Tf 72 720 Td (${line.replace(/[()\\]/g, '')}) Tj ET`
    return [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${first + 1 + 2 * place} 0 R >>`,
      `<< /Length ${drawing.length} >>\nstream\n${drawing}\nendstream`,
    ]
  })
  return [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${pages}] /Count ${lines.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ...sheets,
  ]
}

/** The PDF, with a page for each line. */
export function pagePdf(lines: readonly string[]): Buffer {
  let text = '%PDF-1.7\n'
  const offsets: number[] = []
  for (const [place, body] of objectsOf(lines).entries()) {
    offsets.push(text.length)
    text += `${place + 1} 0 obj\n${body}\nendobj\n`
  }
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const size = offsets.length + 1
  const end = `trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`
  return Buffer.from(`${text}xref\n0 ${size}\n0000000000 65535 f \n${table}${end}`, 'latin1')
}
