/**
 * The words of a mail as the register keeps them: no signs that hide or turn text, no quoted mail below an answer, and cut
 * where the register ends, with a note that says so.
 */

/** How much is kept, and the note that stands where the rest was cut off. */
export interface WordLimit {
  readonly characters: number
  readonly note: string
}

/** Tab and the end of a line stay; every other control sign, and signs that turn or hide text, go. */
const hiddenSigns = /[^\P{Cc}\n\t]|[\p{Cf}\u2028\u2029]/gu

/** Where mail programs begin to quote what was answered; each has its own line. */
const quoteStarts = [
  /^-{2,}\s*(?:原始邮件|转发的邮件|Original(?: Message)?)\s*-{2,}/i,
  /^(?:在|于)\s?.{4,80}(?:写道|写信)\s*[:：]\s*$/,
  /^On .{4,120} wrote:\s*$/i,
  /^发件人\s*[:：]\s?\S/,
  /^From:\s?\S.*@/i,
]

/** Readable text: one kind of line end, no hidden signs, no more than one empty line in a row. */
export function plainMailText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .normalize('NFC')
    .replace(hiddenSigns, '')
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

/** What an answer adds, without the mail it answers; all of it where nothing else would be left. */
export function withoutQuote(text: string): string {
  const lines = text.split('\n')
  const start = lines.findIndex((line) => quoteStarts.some((form) => form.test(line.trim())))
  const kept = (start < 0 ? lines : lines.slice(0, start)).filter((line) => !line.startsWith('>'))
  const said = kept.join('\n').trim()
  return said === '' ? text : said
}

/** A text as texts are compared with each other: width, case and blanks make no difference. */
export function comparedWords(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, '')
}

/** The first so many characters, the note among them where something was cut off. */
export function cutWords(text: string, { characters, note }: WordLimit): string {
  // the table counts code points, as the spread does
  const signs = [...text]
  if (signs.length <= characters) return text
  return `${signs.slice(0, characters - [...note].length).join('')}${note}`
}
