/**
 * The texts of the open days, in English.
 */

import type { OpenDaysTexts } from './open-days-zh-cn.ts'

export const openDaysEn: OpenDaysTexts = {
  title: 'Open days of the parks',
  lead: 'Where each round went, who came, what was asked and answered: all counted from the records.',
  round: (round) => `Open days, round ${round}`,
  none: 'There has been no open day yet.',
  read: 'Questions and answers',
  period: (from, until) => (from === until ? from : `${from} to ${until}`),
  hosts: 'Departments',
  carriers: 'Parks',
  companies: 'Companies',
  onSite: 'Answered on the spot',
  toRegister: 'Into the register',
  closed: (count) => `${count} closed`,
  unit: { hosts: '', carriers: '', companies: '', questions: '' },
  companiesNote: 'each counted once',
  asked: 'Questions and answers',
  all: 'All',
  filter: 'State',
  states: { 'on-site': 'On the spot', later: 'Later', 'not-yet': 'In hand' },
  answered: (by, day) => `${by} · ${day}`,
  withheld: 'The company was answered; the words tell of the company and stand here no more.',
  waiting: (lead, day) => `${lead} leads; due on ${day}`,
  overdue: (lead, day) => `${lead} leads; was due on ${day}`,
  sessions: 'Parks visited',
  ask: 'I have a question too',
  link: {
    title: 'A question of the open day',
    lead: 'A company asked this at your open day. Your answer goes to the company and onto the public page.',
    carrier: 'Park',
    due: 'Due',
    noDue: 'Not set',
    question: 'Question',
    answer: 'Answer',
    answerHint: 'No names, phone numbers or company names, please.',
    name: 'Your name',
    nameHint: 'Kept as evidence only, never published.',
    faults: { answer: 'Write at least 5 characters', name: 'Enter your name' },
    send: 'Send the answer',
    thanks: 'Answered. Thank you.',
    page: 'See the public page',
  },
}
