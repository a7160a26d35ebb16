/**
 * The subject of a mail: what is left of it without the marks of answering, the number of an issue in it, and the subject
 * of our answer, which stays one line whatever somebody wrote.
 */

import { isIssueNumber } from '../words/issue-number.ts'
import { comparedWords } from './mail-words.ts'

const mostCharacters = 120
/** more than any subject that people write, marks of answering included */
const mostRead = 600
const answerMarks = /^(?:(?:re|fw|fwd|aw|回复|答复|转发)(?:\[\d+\])? ?[:：] ?)+/i
const ourMark = / ?\[SY\d{2}-\d{6,}-\d\] ?/g

/** One line without control and direction signs, without marks of answering, at most 120 characters. */
export function plainSubject(written: string): string {
  const line = written
    .slice(0, mostRead)
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .replace(ourMark, ' ')
    .trim()
    .replace(answerMarks, '')
    .trim()
  return [...line].slice(0, mostCharacters).join('')
}

/**
 * What a subject within a thread says anew; empty where it is one of the thread's own, with marks of answering or without.
 *
 * @param ofThread - plain subjects under which the thread is known
 */
export function newSubject(written: string, ofThread: readonly string[]): string {
  const subject = plainSubject(written)
  const isKnown = ofThread.some((known) => comparedWords(known) === comparedWords(subject))
  return isKnown ? '' : subject
}

/** The number of an issue that a subject names, check digit included; undefined where it names none. */
export function issueNumberIn(subject: string): string | undefined {
  const said = subject.normalize('NFKC').toUpperCase()
  return said.match(/SY\d{2}-\d{6,}-\d/g)?.find(isIssueNumber)
}
