/**
 * The texts of the questionnaire about a project, in English.
 */

import type { QuestionsTexts } from './questions-zh-cn.ts'

export const questionsEn: QuestionsTexts = {
  begin: {
    title: 'Draw my approval network',
    lead: 'A dozen questions, about 3 minutes, and you have the network of your own project: what has to be done, in which order, by whom and by when.',
    signIn: 'Sign in and begin',
    name: 'Name of the project',
    nameHint: 'The official name can come later; write what you call it',
    nameMissing: 'Write the name of the project, at least 2 characters',
    kind: 'What kind of project is it?',
    kindHint: 'You get a steward who knows this kind',
    unfinished: 'Go on where you left off',
    safe: 'Every question takes “not sure”: the longer way is drawn first, marked “to be settled”, and can be changed at any time.',
  },
  unsure: 'Not sure',
  restUnsure: 'Not sure about the rest',
  chosen: 'Chosen',
  follows: (value) => `By your other answers this is “${value}”`,
  followsBy: (basis) => `Rule: ${basis}`,
  overrule: 'Choose another answer to overrule it.',
  byRule: 'Choose “not sure” to go by the rule.',
  tickMissing: (none) => `Tick what holds, or choose “${none}” or “Not sure”`,
  numberWrong: (name) =>
    `“${name}” takes a number of 0 or more, such as 30000; leave it empty if you do not know`,
  later: (step, of) => `Further question ${step} of ${of}`,
  notSaved: 'It was not saved; your choice is still on this page. Please try again.',
  toCheck: 'Check the answers',
  gone: 'This question need not be answered now',
  goneLead: 'By your other answers it does not change the network.',
  strip: {
    title: 'The network as it stands',
    certain: (count) => `${count} certain`,
    open: (count) => `${count} to be settled`,
    answered: (question, answer) => `${question} ${answer}`,
    added: 'Needed',
    removed: 'Not needed',
    doubtful: 'To be settled, drawn for now',
    derived: 'It follows',
    nothing: 'No service comes or goes',
    more: (count) => `and ${count} more`,
    service: (name, time) => `${name} (${time})`,
    'working-days': (days) => `${days} working ${days === '1' ? 'day' : 'days'}`,
    'natural-days': (days) => `${days} calendar days`,
    atOnce: 'at once',
    start: 'After every answer you see here what it adds or takes away.',
  },
  filled: {
    title: (count) => `Filled in for you: ${count} to confirm`,
    yours: (stewards, names) =>
      `Your steward ${stewards} filled in: ${names}. Please look at each; what is wrong you can change, and then it is your own answer.`,
    theirs: (names) =>
      `Filled in for the company: ${names}. The network is drawn with them; they are the company’s word once it has confirmed.`,
    confirm: 'They are right, confirm',
    confirmed: 'Confirmed. What was filled in for you is now your own answer.',
    mark: (steward) => `filled in by ${steward}, to be confirmed`,
  },
  check: {
    title: 'Check your answers',
    change: 'Change',
    answers: 'Your answers',
    derived: 'What follows from them',
    derivedHint: 'Nothing to answer. Where it is not so you can change it, and your answer counts.',
    later: 'For later',
    laterHint: 'The network is drawn without them; what hangs on them is marked “to be settled”.',
    openTitle: 'Some questions are not answered',
    openHint: (names) =>
      `${names}. The network can be drawn without them: what hangs on them is drawn and marked “to be settled”.`,
    answer: 'Answer now',
    toBeSettled: 'To be settled',
    unanswered: 'Not answered',
    start: 'From which day?',
    startHint: 'This day is not counted; the first day is the next working day',
    startMissing: 'Choose the day from which it is counted',
    startKept: (day) => `Counted from ${day}; it stays with the first version`,
    make: 'Draw the network',
    remake: 'Draw it anew',
    look: 'See the network',
  },
}
