/**
 * Who may call the routes by which the zone listens – what anybody says, observers, open days: part of the table.
 */

/** Groups of callers that the whole table shares. */
interface Groups<Caller extends string> {
  readonly everybody: readonly Caller[]
  readonly departments: readonly Caller[]
}

/** Callers whom this part of the table names. */
type Named = 'dispatcher' | 'observer' | 'otherReviewer' | 'consultedReviewer' | 'departmentHead' | 'operator'

const atMailbox = ['dispatcher', 'operator'] as const
const mailboxAccess = {
  'feedback.read-mailbox': atMailbox,
  'feedback.visit-mailbox': atMailbox,
  'feedback.retry-mail': atMailbox,
  'feedback.deliver-mail': atMailbox,
}

/** By route: everybody who may call it. */
export function listeningAccess<Caller extends string>({
  everybody,
  departments,
}: Groups<Caller>): Readonly<Record<string, readonly (Caller | Named)[]>> {
  return {
    'feedback.read-choices': everybody,
    'feedback.keep-photo': everybody,
    'feedback.file': everybody,
    'feedback.follow': everybody,
    'feedback.answer-reply': everybody,
    'feedback.list-answers': everybody,
    'feedback.read-figures': everybody,
    'feedback.receive-orders': everybody,
    ...mailboxAccess,
    'feedback.list-observers': ['dispatcher'],
    'feedback.appoint-observer': ['dispatcher'],
    'feedback.end-observer-term': ['dispatcher'],
    'feedback.read-observer-letter': ['dispatcher', 'observer'],
    'feedback.list-activities': ['dispatcher'],
    'feedback.read-activity': ['dispatcher'],
    'feedback.announce-activity': ['dispatcher'],
    'feedback.note-attendance': ['dispatcher'],
    'feedback.keep-minutes': ['dispatcher'],
    'feedback.raise-issue': ['dispatcher'],
    'feedback.read-own-observer': ['observer'],
    'feedback.list-own-findings': ['observer'],
    'feedback.file-finding': ['observer'],
    'feedback.list-like-findings': ['observer'],
    'feedback.sign-in-to-activity': ['observer'],
    'feedback.list-open-days': everybody,
    'feedback.read-open-day': everybody,
    'feedback.read-asked-question': everybody,
    'feedback.answer-asked-question': everybody,
    'feedback.read-open-day-desk': ['dispatcher'],
    'feedback.open-open-day': ['dispatcher'],
    'feedback.add-open-day-session': ['dispatcher'],
    'feedback.record-open-day-question': ['dispatcher'],
    'feedback.ask-carrier': ['dispatcher'],
    // tours: of the authority that leads the case and one more; the head of it goes to the stop
    'feedback.list-tours': ['dispatcher', ...departments, 'otherReviewer', 'consultedReviewer'],
    'feedback.read-tour': ['dispatcher', ...departments],
    'feedback.print-itinerary': ['dispatcher', ...departments],
    'feedback.open-tour': ['dispatcher'],
    'feedback.plan-stop': ['dispatcher'],
    'feedback.drop-stop': ['dispatcher'],
    'feedback.list-own-stops': [...departments, 'otherReviewer', 'consultedReviewer'],
    'feedback.note-visit': ['departmentHead'],
    'feedback.record-heard': ['departmentHead'],
    'feedback.list-questionnaires': ['dispatcher'],
    'feedback.open-questionnaire': ['dispatcher'],
    'feedback.read-questionnaire-round': ['dispatcher'],
    'feedback.read-questionnaire-letters': ['dispatcher'],
    'feedback.raise-from-questionnaire': ['dispatcher'],
    'feedback.read-survey': everybody,
    'feedback.answer-survey': everybody,
  }
}
