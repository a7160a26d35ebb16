/**
 * A well-formed request for every route, so that a refusal is one of access and not of form.
 */

import { randomUUID } from 'node:crypto'
import type { Route } from '@guanjia/contract/route'
import type { Caller } from './declared-access.ts'
import { listeningBodies } from './listening/listening-requests.ts'
import type { Matter } from './matter.ts'
import { spaceBodies } from './space/space-bodies.ts'
import { supervisionBodies } from './supervision/supervision-bodies.ts'

/** What a route is called with. */
export interface SampleRequest {
  readonly url: string
  readonly body?: object
}

const aKey = 'a'.repeat(32)
const aWrap = { keyId: aKey, sealed: 'AA==' }
const lock = { memoryKib: 19_456, passes: 2, salt: 'AA==', wrapped: 'AA==' }
const bodies: Readonly<Record<string, (matter: Matter) => object>> = {
  'leads.open': () => ({ purpose: 'assess', reference: '试验 1 号' }),
  'leads.act': () => ({ type: 'confirm' }),
  'leads.answer': () => ({ id: randomUUID(), content: 'AA==', wraps: [aWrap], tells: null }),
  'leads.begin': () => ({
    id: randomUUID(),
    origin: 'light',
    about: 'water',
    suggestion: { supervisedId: randomUUID(), node: 'start' },
    follows: null,
    content: 'AA==',
    wraps: [aWrap],
  }),
  'leads.propose-key': () => ({
    office: 'handler',
    keyId: aKey,
    publicKey: 'AA==',
    lock,
    recovery: 'AA==',
  }),
  'leads.relock-key': () => ({ lock }),
  'leads.hand-over': () => ({ to: aKey, wraps: [], shares: [] }),
  'leads.confirm-hand-over': () => ({ retires: 'keep' }),
  'leads.ask-identity': () => ({ reason: '核实线索来源', keyId: aKey }),
  'leads.answer-identity': () => ({ share: null }),
  'access.give-delegation': () => ({
    name: '林海宁',
    identityNumber: '370214198801010014',
    scope: ['registration.read'],
    days: 3,
  }),
  'access.open-staff-session': () => ({ username: 'nobody', password: 'nothing', code: '000000' }),
  'access.propose-grant': ({ username }) => ({ username, role: 'clerk' }),
  'access.revoke-grant': () => ({ reason: '不再担任' }),
  'catalogue.begin-draft': () => ({ restores: null }),
  'catalogue.save-draft-service': () => ({ revision: 9, service: {} }),
  'catalogue.propose-draft': () => ({ revision: 9, reason: '缩短时限', effectiveOn: '2099-01-01' }),
  'catalogue.return-draft': () => ({ revision: 9, note: '请补充依据' }),
  'catalogue.discard-draft': () => ({ revision: 9 }),
  'catalogue.confirm-draft': () => ({ revision: 9 }),
  'cases.open': () => ({ service: 'M307' }),
  'cases.save-answers': () => ({ answersVersion: 1, answers: {} }),
  'cases.submit': () => ({ version: 9 }),
  'cases.answer-correction': () => ({ version: 1 }),
  'cases.supply-paper': () => ({ version: 1, requirement: 'application' }),
  'cases.withdraw': () => ({ version: 9 }),
  'cases.sign-promise': () => ({ version: 1, promise: 'C1', agreed: true }),
  'cases.take-back-promise': () => ({ version: 1, promise: 'C1' }),
  'cases.make-up-duty': () => ({ version: 1, duty: 'C1' }),
  'cases.attach-evidence': ({ uploadId }) => ({ requirement: 'award-notice', document: uploadId }),
  'cases.detach-evidence': ({ uploadId }) => ({ requirement: 'award-notice', document: uploadId }),
  'cases.rate': () => ({ level: 1, aspects: [] }),
  'cases.follow-up-rating': () => ({ step: 'call-back', note: '已致电' }),
  'evidence.start-upload': () => ({ name: '材料.pdf', size: 100 }),
  'evidence.append-part': () => ({ offset: 0, bytes: 'AAAA' }),
  'evidence.keep': ({ uploadId }) => ({ upload: uploadId, type: 'award-notice', title: '材料' }),
  'cases.receive-at-counter': () => ({
    service: 'M307',
    applicant: { name: '王小青', identityNumber: '370214198801010017' },
    papers: [],
  }),
  'cases.capture-evidence': ({ uploadId }) => ({
    upload: uploadId,
    requirement: 'award-notice',
    title: '中标通知书',
  }),
  'cases.answer-correction-at-counter': () => ({ version: 1, papers: [] }),
  'cases.order-approvals': ({ documentId }) => ({
    cases: [{ id: documentId, version: 1 }],
    reasons: '符合法定条件',
    basis: '行政许可法第三十八条',
  }),
  'cases.take-back-review-correction': () => ({ version: 1, reason: '误操作' }),
  ...supervisionBodies,
  'counters.take-ticket': () => ({ matter: '工程建设' }),
  'counters.call-next': () => ({ counter: '3' }),
  'counters.close-ticket': () => ({ how: 'served' }),
  'counters.save-draft': () => ({ body: {} }),
  'counters.hand-over-draft': () => ({ to: '01900000-0000-7000-8000-000000000000' }),
  'cases.request-correction': () => ({ version: 1, gaps: [] }),
  'cases.take-back-correction': () => ({ version: 1, reason: '误操作' }),
  'cases.accept': () => ({ version: 1, follow: [] }),
  'cases.decline': () => ({
    version: 1,
    ground: 'not-needed',
    reasons: '依法不需要取得许可',
    properAuthority: null,
  }),
  'cases.deliver': () => ({ version: 1, how: 'counter' }),
  'cases.request-review-correction': () => ({ version: 1, gaps: [] }),
  'cases.give-opinion': () => ({
    version: 1,
    authority: 'housing',
    opinion: 'agree',
    reasons: '符合条件',
    conditions: [],
  }),
  'cases.open-consultation': () => ({ version: 1, asked: 'water', question: '是否可行', due: '2026-03-09' }),
  'cases.answer-consultation': () => ({ version: 1, consultation: 'q', answer: '可行' }),
  'cases.close-consultation': () => ({ version: 1, consultation: 'q', reason: '已无必要' }),
  'cases.start-special-procedure': () => ({ version: 1, kind: 'review', reason: '技术复杂' }),
  'cases.end-special-procedure': () => ({ version: 1, procedure: 'p', outcome: '通过' }),
  'cases.supply-prerequisite': () => ({ version: 1, requirement: 'award-notice', proof: '已核验' }),
  'cases.hold-joint-review': () => ({ version: 1, attended: [], conclusion: '一致同意' }),
  'cases.issue-decision': () => ({
    version: 1,
    outcome: 'granted',
    reasons: '符合条件',
    basis: '建筑法第八条',
    remedies: null,
    lateBecause: null,
    conditions: [],
    milestones: [],
  }),
  'cases.return-duty': () => ({ version: 1, duty: 'C1', reasons: '不是承诺的材料' }),
  'cases.extend-duty': () => ({ version: 1, duty: 'C1', due: '2026-03-09', reason: '公示延期' }),
  'cases.propose-revocation': () => ({ version: 1, ground: 'deception', reasons: '提交虚假材料' }),
  'cases.drop-revocation': () => ({ version: 1, reason: '理由不成立' }),
  'cases.suspend': () => ({ version: 1, ground: 'force-majeure', reason: '台风', expected: null }),
  'cases.resume': () => ({ version: 1, reason: '台风已过' }),
  'cases.extend-limit': () => ({ version: 1, workingDays: 5, reason: '情况复杂' }),
  'cases.confirm-revocation': () => ({ version: 1 }),
  'counters.record-call': () => ({ answered: false }),
  'feedback.keep-photo': () => ({ bytes: 'AAAA' }),
  'feedback.file': () => ({
    kind: 'appeal',
    topic: 'procedure',
    words: '窗口排队太久',
    phone: '13900000001',
  }),
  'feedback.record': () => ({
    kind: 'appeal',
    topic: 'procedure',
    words: '窗口排队太久',
    source: 'report-phone',
  }),
  'feedback.follow': () => ({ number: 'SY26-000001-0', phoneTail: '0000' }),
  'feedback.answer-reply': () => ({ number: 'SY26-000001-0', phoneTail: '0000', satisfied: 5 }),
  'feedback.receive-orders': () => ({ package: '{}', signature: '00' }),
  'feedback.import-orders': () => ({
    version: '1',
    orders: [
      {
        number: 'matrix',
        kind: 'appeal',
        topic: 'procedure',
        words: '排队',
        calledAt: '2026-03-02T00:00:00Z',
      },
    ],
  }),
  'feedback.finish-improvement': () => ({ measure: '简化流程' }),
  'feedback.dispatch': () => ({ version: 9, lead: 'housing', assisting: [], isComplex: false }),
  'feedback.urge': () => ({ version: 9, reason: '请尽快' }),
  'feedback.call-back': () => ({ version: 9, isReached: false, note: '' }),
  'feedback.close-by-silence': () => ({ version: 9 }),
  'feedback.merge': () => ({ version: 9, into: 'SY26-000002-0' }),
  'feedback.signpost': () => ({ version: 9, ground: 'court', reason: '已起诉' }),
  'feedback.publish': () => ({ version: 9, question: '排队时间长', answer: '已增开窗口' }),
  'feedback.return': () => ({ version: 9, reason: '不属本部门' }),
  'feedback.contact': () => ({ version: 9, note: '已联系' }),
  'feedback.contribute': () => ({ version: 9, words: '情况属实' }),
  'feedback.reply': () => ({ version: 9, outcome: 'explained', words: '已解释', evidence: [] }),
  'feedback.extend': () => ({ version: 9, workingDays: 1, reason: '复杂' }),
  'feedback.sign-off': () => ({ version: 9, isApproved: false, reason: '再想办法' }),
  ...listeningBodies,
  ...spaceBodies,
  'licence.order-print': () => ({ copy: 'duplicate', reason: '原件破损重印' }),
  'licence.print': () => ({
    code: 'AAAA-BBBB-CCCC',
    device: 'kiosk-1',
    paperStock: 'A3-2026',
    paperSerial: '000001',
  }),
  'licence.verify-credential': () => ({ credential: 'no.credential.at.all' }),
  'notifications.save-preference': () => ({
    language: 'zh-CN',
    sms: 'important',
    mailAddress: null,
    electronicService: false,
  }),
  'projects.create': () => ({ name: '试验项目', kind: 'medical' }),
  'projects.save-facts': () => ({ answersVersion: 1, facts: { 'invest.kind': 'gov' } }),
  'projects.make-plan': () => ({}),
  'projects.sign-commitments': () => ({
    commitments: ['C3'],
    confirmed: [],
    documentDigest: '0'.repeat(64),
  }),
  'projects.withdraw-commitment': () => ({ commitment: 'C3' }),
  'projects.open-step-case': () => ({}),
  'projects.report-progress': () => ({ startedOn: '2026-03-02', finishedOn: null }),
  'projects.adopt-catalogue': () => ({ number: 1, reason: '新版时限更短' }),
  'projects.create-share': () => ({ kind: 'read' }),
  'projects.confirm-facts': () => ({ answersVersion: 1 }),
  'projects.ask': () => ({ text: '下一步办什么？' }),
  'projects.record-contact': () => ({
    id: randomUUID(),
    channel: 'call',
    by: 'steward',
    at: '2026-03-02T00:30:00Z',
    text: '核对材料',
  }),
  'projects.hand-over': ({ stewardId }) => ({ primary: stewardId, backup: stewardId, reason: '轮换' }),
  'projects.plan-leave': () => ({ from: '2026-04-01', to: '2026-04-02' }),
  'projects.set-specialties': () => ({ kinds: ['medical'] }),
  'stewards.preview-reminders': ({ projectId }) => ({ projects: [projectId] }),
  'stewards.send-reminders': ({ projectId, stewardId }) => ({
    messages: [{ projectId, recipientId: stewardId, text: '请尽快办理' }],
  }),
  'stewards.undo-reminders': () => ({ batch: randomUUID() }),
  'stewards.set-next-contact': () => ({ on: '2099-01-04' }),
  'stewards.attach-photo': ({ uploadId }) => ({ id: randomUUID(), contact: randomUUID(), upload: uploadId }),
  'registration.check-name': () => ({ name: '青岛试验信息技术有限公司' }),
  'registration.propose-correction': () => ({
    wish: { field: 'capital', amount: '2000000' },
    reason: '录入错误',
  }),
  'registration.reject-correction': () => ({ reason: '没有依据' }),
  'registration.reject-revocation': () => ({ reason: '没有依据' }),
  'registration.hand-over': () => ({ to: '018f0000-0000-7000-8000-000000000001' }),
  'registration.create-application': () => ({ kind: 'LLC' }),
  'registration.decide': () => ({
    outcome: 'refused',
    reason: '材料不符合规定',
    check: 'Q12',
    article: '公司法 46',
    mend: '按示范文本修改',
  }),
  'registration.file-address': () => ({ contactName: '林海宁', contactPhone: '13900000001' }),
  'registration.hold-seat': () => ({ code: 'panggu-1-3-1-1' }),
  'registration.propose-revocation': () => ({ reason: '提交虚假材料' }),
  'registration.request-signatures': () => ({ version: 1 }),
  'registration.reserve-name': () => ({ name: '青岛试验信息技术有限公司', pledged: true }),
  'registration.save-answers': () => ({ version: 1, answers: { kind: 'LLC' } }),
  'registration.attach-paper': () => ({
    paper: 'own-articles',
    document: '018f0000-0000-7000-8000-000000000001',
  }),
  'registration.answer-filed-address': () => ({ outcome: 'confirmed', name: '托管员' }),
  'registration.sign': () => ({ documentsDigest: 'digest', agreed: true }),
}

const queries: Readonly<Record<string, string>> = {
  'leads.list-readers': '?about=water',
  'leads.read-hand-over': `?to=${aKey}`,
  'projects.read-letter-draft': '?commitments=C3',
  'projects.read-plan-paper': '?format=ics',
  'feedback.list-like-findings': `?words=${encodeURIComponent('叫号屏不亮')}`,
  'notifications.read-audience': '?of=cases',
  'stewards.print-report': '?format=docx',
  'registration.find-cases': `?words=${encodeURIComponent('试验')}`,
}

/** Whose id stands in a path; the first that fits. */
const idsOf: readonly (readonly [string, (matter: Matter, caller: Caller) => string])[] = [
  ['/api/access/grants/', ({ grantOf }, caller) => grantOf(caller)],
  ['/api/access/delegations/', ({ delegationId }) => delegationId],
  ['/api/space/own-rooms/', ({ roomId }) => roomId],
  ['/api/space/rooms/', ({ roomId }) => roomId],
  ['/api/space/needs/', ({ needId }) => needId],
  ['/api/voice/improvements/', ({ improvementId }) => improvementId],
  ['/api/voice/mailbox/', ({ activityId }) => activityId],
  ['/api/voice/issues/', ({ issueId }) => issueId],
  ['/api/leads/hand-overs/', () => randomUUID()],
  ['/api/leads/identity-requests/', () => randomUUID()],
  ['/api/leads/', ({ leadId }) => leadId],
  ['/api/observers/:id/end', ({ otherTermId }) => otherTermId],
  ['/api/observers/', ({ termId }) => termId],
  ['/api/open-days/questions/', ({ activityId }) => activityId],
  ['/api/questionnaires/', ({ activityId }) => activityId],
  ['/api/tours/stops/', ({ stopId }) => stopId],
  ['/api/tours/', ({ tourId }) => tourId],
  ['/api/activities/', ({ activityId }) => activityId],
  ['/api/supervision/projects/', ({ supervisedId }) => supervisedId],
  ['/api/supervision/pauses/', ({ pauseId }) => pauseId],
  ['/api/supervision/orders/', ({ orderId }) => orderId],
  ['/api/supervision/tasks/', ({ taskId }) => taskId],
  ['/api/supervision/conduct/', ({ conductId }) => conductId],
  ['/api/supervision/inspections/:id/signature', ({ reportedInspectionId }) => reportedInspectionId],
  ['/api/supervision/inspections/', ({ inspectionId }) => inspectionId],
  ['/api/supervision/invitations/', ({ invitationId }) => invitationId],
  ['/api/supervision/campaigns/', ({ campaignId }) => campaignId],
  ['/api/supervision/findings/', ({ findingId }) => findingId],
  ['/api/supervision/bulletins/', ({ bulletinId }) => bulletinId],
  ['/api/supervision/accountability/', ({ taskId }) => taskId],
  ['/api/supervision/recommendations/', ({ recommendationId }) => recommendationId],
  ['/api/outreach/', ({ outreachId }) => outreachId],
  ['/api/projects/', ({ projectId }) => projectId],
  ['/api/stewards/projects/', ({ projectId }) => projectId],
  ['/api/stewards/', ({ stewardId }) => stewardId],
  ['/api/notifications/', ({ noticeId }) => noticeId],
  ['/api/evidence/uploads/', ({ uploadId }) => uploadId],
  ['/api/evidence/', ({ documentId }) => documentId],
  ['/api/cases/', ({ caseOf }, caller) => caseOf(caller)],
  ['/api/counter/cases/', ({ caseOf }, caller) => caseOf(caller)],
  ['/api/department/approvals/', ({ approvalId }) => approvalId],
]

/** The request of a caller. */
export function sampleRequest(route: Route, caller: Caller, matter: Matter): SampleRequest {
  const idOf = (): string => {
    const found = idsOf.find(([path]) => route.path.startsWith(path))
    return found === undefined ? matter.applicationOf(caller) : found[1](matter, caller)
  }
  const values: Readonly<Record<string, () => string>> = {
    id: idOf,
    token: () => matter.signingTokenOf(caller),
    number: () => matter.licenceNumber,
    leaf: () => '0',
    before: () => '0',
    size: () => '0',
    count: () => 'entities',
    event: () => '1',
    lease: () => randomUUID(),
    photo: () => randomUUID(),
    document: () => randomUUID(),
    share: () => randomUUID(),
    version: () => '1',
    paper: () => 'own-articles',
    page: () => '1',
    digest: () => '0'.repeat(64),
    service: () => 'M307',
    letter: () => matter.projectId,
    subject: () => 'matrix',
    code: () => '91370222MA3C00011K',
    node: () => 'start',
    key: () => aKey,
    round: () => '4',
    place: () => '1',
  }
  const url = route.path.replace(/:(\w+)/g, (_whole, name: string) => {
    const value = values[name]
    if (value === undefined) throw new Error(`${route.id}: nobody says what :${name} is in the matrix`)
    return value()
  })
  const query = queries[route.id] ?? ''
  if (route.body === undefined) return { url: url + query }
  const body = bodies[route.id]
  if (body === undefined) throw new Error(`${route.id}: the matrix has no body for it`)
  return { url: url + query, body: body(matter) }
}
