/**
 * Well-formed requests of supervision, part of the samples of the matrix.
 */

/** By route. */
export const supervisionBodies: Readonly<Record<string, () => object>> = {
  'supervision.sign-projects': () => ({
    on: '2026-03-02',
    document: '签约仪式',
    projects: [
      {
        name: '试验项目二',
        company: '试验公司',
        sector: '试验',
        park: '试验园',
        unit: 'housing',
        landSquareMetres: 1000,
        plans: { land: '2026-12-01', start: '2026-12-02', completion: '2026-12-03' },
      },
    ],
  }),
  'supervision.plan-node': () => ({ on: '2026-12-01', document: '补充协议' }),
  'supervision.finish-node': () => ({ on: '2026-03-02', document: '竣工备案' }),
  'supervision.report-progress': () => ({ on: '2026-03-02', planned: 10, actual: 10 }),
  'supervision.name-cause': () => ({ cause: 'unclear', note: '待查' }),
  'supervision.ask-pause': () => ({ from: '2026-03-02', document: '停工通知' }),
  'supervision.answer-pause': () => ({ consent: true }),
  'supervision.end-pause': () => ({ until: '2026-12-31' }),
  'supervision.issue-order': () => ({ level: 'blue', words: '请答复', answerBy: '2026-12-31' }),
  'supervision.answer-order': () => ({ answer: '已整改' }),
  'supervision.close-order': () => ({ finding: '已核验' }),
  'supervision.decide-suggestion': () => ({ decision: 'none', reason: '已更正' }),
  'supervision.state-to-light': () => ({ words: '正在办理' }),
  'supervision.register-task': () => ({
    text: '场地移交',
    source: 'visit',
    dueOn: '2099-01-01',
    leadUnit: 'housing',
    duties: [],
  }),
  'supervision.report-task': () => ({ words: '已移交' }),
  'supervision.request-task-closing': () => ({ words: '已完成', evidence: ['移交单'] }),
  'supervision.verify-task': () => ({ words: '属实', passed: true }),
  'supervision.hear-company': () => ({ words: '企业确认', passed: true }),
  'supervision.close-task': () => ({ words: '抽查属实', passed: true }),
  'supervision.reopen-task': () => ({ words: '再次发生', dueOn: '2099-01-01' }),
  'supervision.decide-accountability': () => ({ decision: 'none', reason: '已说明' }),
  'supervision.draft-recommendation': () => ({
    kind: 'supervision',
    unit: 'nobody',
    problem: '问题',
    basis: '依据',
    advice: '建议',
  }),
  'supervision.issue-recommendation': () => ({}),
  'supervision.apply-for-tolerance': () => ({ about: '某同志', facts: '事实' }),
  'supervision.open-conduct': () => ({ kind: 'clearing', about: '某同志', unit: 'nobody', facts: '事实' }),
  'supervision.examine-conduct': () => ({
    examination: { kind: 'clearing', form: 'written', consents: false },
    words: '查明',
  }),
  'supervision.determine-conduct': () => ({ granted: true, words: '同意' }),
  'supervision.conclude-conduct': () => ({ words: '已办结' }),
  'supervision.draft-bulletin': () => ({ title: '通报', text: '某单位拖延办理' }),
  'supervision.revise-bulletin': () => ({ title: '通报', text: '某单位拖延办理', kept: [] }),
  'supervision.reply-to-recommendation': () => ({ stance: 'adopted', reply: '已整改' }),
  'supervision.verify-recommendation': () => ({ passed: true, finding: '属实' }),
}
