/**
 * What the head of a mail says about who speaks: a person, or a machine that must not be answered (RFC 3834).
 */

/** The lines of a head that tell machines from people; each empty where the mail has no such line. */
export interface MailHead {
  /** address of the sender, in small letters */
  readonly from: string
  /** envelope sender as the last server noted it; `<>` for bounces */
  readonly returnPath: string
  readonly autoSubmitted: string
  readonly precedence: string
  readonly listId: string
  readonly contentType: string
  /** the word by which some answering machines mark what they send */
  readonly autoReply: string
}

/** Why a mail is not a person speaking: our own mail come back, a bounce, a list, or an answering machine. */
export type MailMachine = 'own' | 'bounce' | 'list' | 'answering-machine'

const postMasters = /^(?:mailer-daemon|postmaster|no-?reply|do-?not-?reply)@/

/**
 * What kind of machine sent it; undefined for people.
 *
 * @param own - addresses of this house, in small letters
 */
export function machineBehind(head: MailHead, own: readonly string[]): MailMachine | undefined {
  if (own.includes(head.from)) return 'own'
  if (head.returnPath.trim() === '<>' || postMasters.test(head.from)) return 'bounce'
  if (/^multipart\/report\b/i.test(head.contentType)) return 'bounce'
  if (head.listId !== '' || /^(?:list|bulk|junk)$/i.test(head.precedence.trim())) return 'list'
  const isAnswered = /^(?!no\b)\S/i.test(head.autoSubmitted.trim())
  const isMarked = head.autoReply !== '' || /^auto[_-]?reply$/i.test(head.precedence.trim())
  return isAnswered || isMarked ? 'answering-machine' : undefined
}
