/**
 * A worked example for tests: twenty-one steps from the feasibility study to the start of construction, with three
 * commitments. Illustrative, not an official list.
 */

import type { NetworkActivity, NetworkDescription, NetworkLink } from './network-description.ts'

function step(id: string, duration: number, ...after: (string | NetworkLink)[]): NetworkActivity {
  return { id, duration, after: after.map((link) => (typeof link === 'string' ? { id: link } : link)) }
}

/** 61 working days unsigned, 59 with C3, 54 with C1 and C3; C2 changes nothing. */
export const permitNetwork: NetworkDescription = {
  goal: '21',
  activities: [
    step('01', 5),
    step('02', 5),
    step('03', 3, '01', '02'),
    step('04', 12, '01'),
    step('05', 5, '04'),
    step('06', 5, '03', '04'),
    step('07', 4, '06'),
    step('08', 10, '05', '06'),
    step('09', 7, '08'),
    step('10', 5, '08'),
    step('11', 2, '05', '08'),
    step('12', 14, '11'),
    step('13', 1, '12'),
    step('14', 3, '13'),
    step('15', 3, '14'),
    step('16', 2, '15'),
    step('17', 3, '16'),
    step('18', 1, { id: '09', waivedBy: 'C2' }, { id: '16', waivedBy: 'C1' }, { id: '14', insteadOf: 'C1' }),
    step('19', 1, '07', '10', '18', { id: '17', waivedBy: 'C3' }),
    step('20', 6, '07'),
    step('21', 0, '19', '20'),
  ],
}
