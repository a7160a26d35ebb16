/**
 * Texts that may stand where nobody may ever erase them: ids, numbers, codes and instants, and no word about a person.
 */

/** ids, case numbers, licence numbers, unified codes, instants, hashes in hex or Base64: nothing of it is a word */
const idForm = /^[\w.:/+=-]{0,200}$/

/** 18 characters that begin like an identity number and hold its day of birth, or a mobile number */
const personalNumber =
  /(?<![\w-])(?:\d{6}(?:18|19|20)\d{2}(?:0\d|1[0-2])[0-3]\d{4}[\dX]|1[3-9]\d{9})(?![\w-])/

/** Whether a text is an id and names nobody: no words, no identity number, no mobile number; at most 200 characters. */
export function isPlainId(text: string): boolean {
  return idForm.test(text) && !personalNumber.test(text)
}
