/**
 * Who may call the routes by which the zone listens – what anybody says, observers, open days: part of the table.
 */

/** By route: everybody who may call it. */
export function listeningAccess<Caller extends string>(
  everybody: readonly Caller[],
): Readonly<Record<string, readonly (Caller | 'dispatcher' | 'observer')[]>> {
  return {
    'feedback.read-choices': everybody,
    'feedback.keep-photo': everybody,
    'feedback.file': everybody,
    'feedback.follow': everybody,
    'feedback.answer-reply': everybody,
    'feedback.list-answers': everybody,
    'feedback.read-figures': everybody,
    'feedback.receive-orders': everybody,
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
    'feedback.list-questionnaires': ['dispatcher'],
    'feedback.open-questionnaire': ['dispatcher'],
    'feedback.read-questionnaire-round': ['dispatcher'],
    'feedback.read-questionnaire-letters': ['dispatcher'],
    'feedback.raise-from-questionnaire': ['dispatcher'],
    'feedback.read-survey': everybody,
    'feedback.answer-survey': everybody,
  }
}
