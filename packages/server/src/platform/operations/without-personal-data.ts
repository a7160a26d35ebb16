/**
 * Sentences of errors, fit for a log and for a row that is kept. An error of the database or of a foreign system repeats
 * what it was given, and that may be somebody's number, address or name: whatever could be one is struck out.
 */

const digits = /[+\d][\dXx -]{5,}[\dXx]/g
const mailAddress = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g
/** our own sentences are English: Chinese in one came from outside */
const chinese = /[\u3400-\u9fff\uf900-\ufaff\u{20000}-\u{3134f}·]+/gu
/** what PostgreSQL quotes of the value it was given: `invalid input syntax for type date: "…"` */
const quotedValue = /(: )"[^"]*"/g

/** The sentence with `…` in the place of what could be personal. */
export function withoutPersonalData(sentence: string): string {
  return sentence
    .replace(quotedValue, '$1"…"')
    .replace(mailAddress, '…')
    .replace(digits, '…')
    .replace(chinese, '…')
}
