/**
 * The texts of the public pages beside the front page, in English. The Chinese text prevails.
 */

import type { PublicTexts } from './public-zh-cn.ts'

export const publicEn: PublicTexts = {
  missing: {
    title: 'Page not found',
    text: 'The address may be wrong, or the page has moved. Start again from the front page.',
  },
  help: {
    title: 'Help',
    sections: [
      [
        'Start a company',
        'Begin at Business. There is one question a page. Your answers are saved; sign in on another device to go on.',
      ],
      [
        'When a registrar looks at it',
        'Some cases cannot be decided by the system. We tell you why, who decides and by when: within half a working day.',
      ],
      ['Contact us', 'Call 12345. The number of the service hall is to be confirmed.'],
      ['Report a fault on this site', 'Call 12345 and tell us the page and what is wrong.'],
    ],
  },
  accessibility: {
    title: 'Accessibility',
    standard:
      'This site follows the Web Content Accessibility Guidelines (WCAG 2.2), level AA, and GB/T 37668.',
    points: [
      'You can do everything with the keyboard and always see where you are.',
      'States are shown by shape, word and colour together, never by colour alone.',
      'Public pages can be read without scripts.',
    ],
    large: 'Large text',
    largeText: 'Larger text and buttons, the same content.',
    help: 'If something keeps you out, call 12345 and we will help you another way.',
  },
  privacy: {
    title: 'Privacy',
    points: [
      'We ask only for what the registration needs: names, identity numbers, mobile numbers.',
      'Identity numbers are stored apart, masked on pages and never written to logs.',
      'The ledger holds no personal data, only salted digests; the salt can be deleted as the law provides.',
      'You can read every check and reason of an automatic decision, and ask for a person to review it.',
      'This site uses no third-party analytics and loads nothing from elsewhere.',
    ],
  },
  print: {
    title: 'Print a business licence',
    lead: 'Get a print code under “My cases” and type it in here. No sign-in needed.',
    code: 'Print code',
    codeHint: 'Twelve signs; capitals and dashes make no difference',
    codeWrong: 'Type in the twelve signs of the print code',
    serial: 'Number of the blank sheet',
    serialHint: 'Printed on its back; each sheet can be used once and is recorded',
    serialMissing: 'Type in the number of the blank sheet',
    button: 'Get the licence',
    ready: 'The licence is ready. The code is used up.',
    open: 'Open and print',
    next: 'Done, next person',
  },
  verify: {
    title: 'Verify a licence',
    lead: 'Enter the licence number, or scan the code on the licence. You need not sign in.',
    number: 'Licence number',
    button: 'Verify',
    unanswered: 'Enter a licence number',
    result: 'Result',
    name: 'Name',
    code: 'Unified social credit code',
    type: 'Type',
    representative: 'Legal representative (operator)',
    authority: 'Registration authority',
    establishedOn: 'Established',
    issuedOn: 'Issued',
    checkedAt: (at) => `Checked ${at}`,
  },
  nameCheck: {
    title: 'Is the name free?',
    button: 'Check name',
    unanswered: 'Enter the name you want',
    begin: 'Start a company with this name',
  },
  ledger: {
    title: 'Ledger',
    lead: 'Every official act leaves an entry here that nobody can change later. The ledger holds no personal data, only salted digests.',
    size: 'Entries',
    waiting: 'Waiting',
    signedAt: 'Checkpoint signed',
    root: 'Root',
    checkpoint: 'Latest checkpoint (signed)',
    empty: 'No entries yet',
    yourself: 'Check it yourself',
    yourselfText:
      'All entries and checkpoints are fetched, computed again in your own browser, and compared with the signatures. The server takes no part in it.',
    trustedKey: 'The public key you trust (optional)',
    trustedKeyHint:
      'Without one the key on this page is used, which shows only that the ledger fits itself. A key from a notice, a witness or an earlier record shows that nobody exchanged the whole ledger.',
    check: 'Check in this browser',
    checking: 'Checking…',
    download: 'Download the whole ledger',
    sound: 'The ledger is sound',
    broken: 'The ledger is not sound',
    undecided: 'The check did not come to an end',
    checkedLeaves: (count) => `${count} entries computed again; every hash fits`,
    checkedCheckpoints: (count) =>
      `${count} checkpoints: every signature and root fits, each continues the one before`,
    checkedHeld: (size) =>
      `The checkpoint you checked last on this device (${size} entries) is still part of it`,
    underYourKey: 'Signatures checked under the key you gave',
    underOurKey:
      'Signatures checked under the key on this page: the ledger fits itself, which does not show that it was never exchanged',
    firstBadLeaf: (index) => `First entry that is wrong: ${index}`,
    faults: {
      'leaf-changed': 'An entry was changed: it does not fit the hash recorded with it.',
      'leaf-missing': 'Entries are missing.',
      'leaf-not-recorded': 'An entry has no recorded hash.',
      'checkpoint-malformed': 'A checkpoint has another form.',
      'checkpoint-not-signed': 'A checkpoint was not signed with this key. Check the key first.',
      'checkpoint-of-another-ledger': 'A checkpoint belongs to another ledger.',
      'root-differs': 'The computed root is not the one signed: entries, their order or hashes were changed.',
      'no-checkpoint': 'The ledger has no checkpoint.',
      'shorter-than-seen-before':
        'The ledger is shorter than when you checked it last: its end was cut off, or an old backup restored.',
      'differs-from-seen-before': 'This is not the ledger you checked last.',
    },
    notChecked: {
      unreadable: 'The file or the key cannot be read. Check the key, or try again later.',
      unable:
        'This browser cannot check Ed25519 signatures. Update it, or download the ledger and use the command below.',
      unreachable: 'The ledger could not be fetched. Check the connection and try again.',
    },
    commandText: 'Or download it and check it offline on any computer:',
    format:
      'Checkpoints have the C2SP tlog-checkpoint format, the tree uses RFC 6962 hashing, signatures are Ed25519.',
    first: 'First entries',
  },
  stats: {
    title: 'Open figures',
    lead: 'Every figure is counted from the register; none is typed in. Change a record and the figure changes.',
    asOf: 'As of',
    period: (from, to) => `Period ${from} to ${to}`,
    computedAt: (at) => `Computed ${at}`,
    demonstration: 'Demonstration data',
    table: 'Figures',
    columns: { figure: 'Figure', value: 'Value', definition: 'How it is computed', counts: 'Counts used' },
    counts: {
      new: 'new in the period',
      'new-before': 'new a year before',
      total: 'all at the end',
      'total-before': 'all a year before',
      enterprises: 'enterprises at the end',
      'enterprises-before': 'enterprises a year before',
      electronic: 'electronic set-ups',
      booked: 'booked addresses',
      'zero-touch': 'nobody stepped in',
      'project-cases': 'cases of projects that ended',
      'project-cases-no-visit': 'those without a journey',
      'days-saved': 'working days saved in all',
      'permitted-projects': 'projects permitted',
    },
    breakdown: 'New entities in the period',
    by: 'Group by',
    byKind: 'Kind',
    byMonth: 'Month',
    tooFew: 'Fewer than 3, not shown',
  },
}
