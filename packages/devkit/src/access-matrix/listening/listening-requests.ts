/**
 * What the routes of observers and open days are called with.
 */

import type { Matter } from '../matter.ts'

/** Bodies by route. */
export const listeningBodies: Readonly<Record<string, (matter: Matter) => object>> = {
  'feedback.appoint-observer': () => ({
    name: '林海宁',
    identityNumber: '370214198801010014',
    kind: 'deputy',
    organisation: '试验单位',
    from: '2026-03-02',
  }),
  'feedback.deliver-mail': () => ({ from: 'liu@example.cn', subject: '停水', words: '三天没有水了' }),
  'feedback.end-observer-term': () => ({ reason: '工作调动' }),
  'feedback.file-finding': () => ({
    task: 'report',
    topic: 'procedure',
    words: '窗口叫号屏不亮',
    noticedAt: '2026-03-02T01:00:00.000Z',
  }),
  'feedback.sign-in-to-activity': () => ({ code: 'matrix' }),
  'feedback.announce-activity': () => ({
    kind: 'salon',
    title: '座谈',
    place: '大厅',
    startsAt: '2026-03-02T01:00:00.000Z',
    endsAt: '2026-03-02T03:00:00.000Z',
  }),
  'feedback.open-open-day': () => ({ round: 4, hosts: ['approval-service'] }),
  'feedback.add-open-day-session': () => ({
    carrier: '试验园',
    heldOn: '2026-03-02',
    companies: [{ code: '91370200163562681G', name: '试验公司' }],
  }),
  'feedback.record-open-day-question': ({ activityId }) => ({
    session: activityId,
    company: '91370200163562681G',
    topic: 'people',
    words: '怎样申请人才公寓',
  }),
  'feedback.open-tour': () => ({
    title: '试验走访',
    from: '2026-03-02',
    until: '2026-03-31',
    departments: ['housing', 'water'],
  }),
  'feedback.plan-stop': () => ({
    kind: 'park',
    place: '试验园',
    host: '试验园办公室',
    on: '2026-03-02',
    half: 'morning',
    goers: [],
  }),
  'feedback.drop-stop': () => ({ reason: '改期' }),
  'feedback.note-visit': () => ({ seen: '试验', before: null }),
  'feedback.record-heard': () => ({ topic: 'people', words: '怎样申请人才公寓' }),
  'feedback.answer-asked-question': () => ({ name: '载体', words: '请到服务台办理' }),
  'feedback.open-questionnaire': () => ({
    questionnaire: 'business-environment',
    until: '2099-01-01',
    grouping: 'form',
    quotas: [{ group: 'enterprise', places: 1 }],
    hasOpenLink: true,
  }),
  'feedback.raise-from-questionnaire': () => ({ kind: 'appeal', topic: 'procedure' }),
  'feedback.answer-survey': () => ({ answers: {} }),
  'feedback.note-attendance': ({ termId }) => ({ observer: termId }),
  'feedback.keep-minutes': () => ({ words: '讨论了五个问题' }),
  'feedback.raise-issue': ({ termId }) => ({
    observer: termId,
    task: 'report',
    topic: 'procedure',
    words: '窗口叫号屏不亮',
  }),
}
