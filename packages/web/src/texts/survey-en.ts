/**
 * The texts of the page behind the link of a questionnaire, in English.
 */

import type { SurveyTexts } from './survey-zh-cn.ts'

export const surveyEn: SurveyTexts = {
  round: (number) => `Round ${number}`,
  until: (day) => `until ${day}`,
  anonymous:
    'No names: neither the company nor the hour is kept with your answers, and what you write is kept apart from what you tick.',
  number: (number, of) => `Question ${number} of ${of}`,
  optional: ' (optional)',
  several: 'Choose all that apply.',
  group: (name) => `First of all: ${name}`,
  groupFull: 'No place left',
  reply: 'Please answer me',
  replyHint:
    'What you wrote above goes into the register of issues with your number, and a department answers. Your other answers stay without a name.',
  phone: 'Phone number',
  phoneHint: 'Only where you want an answer, and for nothing else.',
  send: 'Send',
  sending: 'Sending',
  faults: {
    missing: (question) => `Please answer: ${question}`,
    group: 'Choose a group first',
    words: 'You want an answer: say what about',
    phone: 'You want an answer: leave a phone number',
  },
  mend: 'Your answers were not taken',
  mendHint: 'Please mend this and send them again.',
  thanks: {
    title: 'Thank you, we have it',
    lead: 'The results of the round are used to serve better; figures of fewer than three answers are not shown.',
    issue: 'Number of your issue',
    issueHint: 'Keep the number: with the last four digits of your phone it shows how far things are.',
    follow: 'Follow it',
  },
  full: {
    title: 'No place is left, thank you',
    lead: 'Each group has so many places, and all of yours are taken. You can tell us directly at any time.',
  },
  over: {
    title: 'The survey has ended',
    lead: 'Thank you all the same. You can tell us directly at any time.',
  },
  say: 'Tell us something',
}
