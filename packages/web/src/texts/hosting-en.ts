/**
 * The texts about the confirmation of a filed address by its host, in English.
 */

import type { HostingTexts } from './hosting-zh-cn.ts'

export const hostingEn: HostingTexts = {
  states: {
    'not-asked': 'The host has to confirm',
    asked: 'The host was asked',
    confirmed: 'Confirmed by the host',
    refused: 'Refused by the host',
  },
  needed: (host) =>
    `Seats of a cluster are hosted by ${host}, which confirms online once the address is filed. Without its word a registrar looks at the case.`,
  told: {
    asked: (host) => `The link has been sent to ${host}. You can go on meanwhile.`,
    confirmed: (host) => `${host} will receive your mail.`,
    refused: (host) => `${host} refuses. Please choose another seat.`,
  },
  reason: 'Reason:',
  titles: {
    filing: 'A company has filed an address with you: do you host it?',
    correction: 'The address of a company shall be corrected to yours: do you host it?',
  },
  answered: { confirmed: 'Hosting confirmed', refused: 'Hosting refused' },
  thanks: 'The applicant and the registrar have your answer. You may close this page.',
  company: 'Company',
  host: 'Host',
  seats: { filing: 'Filed seat', correction: 'Seat after the correction' },
  askedAts: { filing: 'Filed', correction: 'Proposed' },
  lead: 'Once confirmed, you receive the mail sent to this address. You can answer once.',
  name: 'Your name',
  nameMissing: 'Write your name',
  confirm: 'Confirm',
  refuseTitle: 'Not hosting it',
  reasonLabel: 'Reason',
  reasonHints: {
    filing: 'The applicant reads it. State the facts, for instance: no places left this term',
    correction: 'The registrar reads it. State the facts, for instance: no places left this term',
  },
  reasonMissing: 'Write a reason of at least 4 characters',
  refuse: 'Refuse',
}
