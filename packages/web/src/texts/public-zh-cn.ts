/**
 * The texts of the public pages beside the front page, in Chinese.
 */

export const publicZhCN = {
  missing: {
    title: '没有这个页面',
    text: '地址可能有误，或内容已经移走。请从首页重新查找。',
  },
  help: {
    title: '帮助',
    sections: [
      ['办企业', '从“办企业”开始，一页一问。填写的内容自动保存，换设备登录后可以接着填。'],
      [
        '转人工是什么意思',
        '有些情况系统不能判断，会转给登记人员，并说明原因、谁来办、什么时候办完。半个工作日内办结。',
      ],
      ['联系我们', '热线 12345。大厅电话待确认。'],
      ['我为政府网站找错', '发现错误，请拨打 12345，说明页面和问题。'],
    ],
  },
  accessibility: {
    title: '无障碍声明',
    standard: '本网站按《网页内容可访问性指南》（WCAG 2.2）AA 级和 GB/T 37668 建设。',
    points: [
      '全部功能可用键盘完成，焦点清楚可见。',
      '状态用形状、文字和颜色共同表示，不只靠颜色。',
      '公开信息页不需要脚本即可阅读。',
    ],
    large: '大字版（长辈版、关怀版）',
    largeText: '字更大，按钮更大，内容相同。',
    help: '遇到障碍，请拨打 12345，我们会用其他方式为您办理。',
  },
  privacy: {
    title: '隐私说明',
    points: [
      '只收集办理所必需的信息：姓名、身份证号、手机号。',
      '身份证号单独存放，页面上遮盖显示，不写入日志。',
      '存证账本里没有个人信息，只有加盐摘要；盐可以依法删除。',
      '自动审批的每一项检查和理由都可以查看；您可以要求人工复核。',
      '本网站不使用第三方统计，不加载外部资源。',
    ],
  },
  verify: {
    title: '核验营业执照',
    lead: '输入执照编号，或扫描执照上的二维码。不需要登录。',
    number: '执照编号',
    button: '核验',
    unanswered: '请输入执照编号',
    result: '核验结果',
    name: '名称',
    code: '统一社会信用代码',
    type: '类型',
    representative: '法定代表人（经营者）',
    authority: '登记机关',
    establishedOn: '成立日期',
    issuedOn: '发照日期',
    checkedAt: (at: string) => `核验时间 ${at}`,
  },
  nameCheck: {
    title: '名称能不能用',
    button: '查重',
    unanswered: '请输入想好的名称',
    begin: '用这个名称开办企业',
  },
  ledger: {
    title: '存证账本',
    lead: '每一项行政行为都在账本里留下一条，谁也不能事后改动。账本里没有个人信息，只有加盐摘要。',
    size: '条目',
    waiting: '待编入',
    signedAt: '检查点时间',
    root: '根',
    checkpoint: '最新检查点（已签名）',
    empty: '还没有条目',
    yourself: '自己核验',
    yourselfText: '下载全部条目和检查点，用任何一台电脑重新计算：',
    format: '检查点采用 C2SP tlog-checkpoint 格式，树采用 RFC 6962 的哈希。公钥：',
    first: '最早的条目',
  },
  stats: {
    title: '公开数据',
    lead: '每个数字都由登记簿逐条计算，没有一个是填上去的。改一条记录，数字就会变。',
    asOf: '截至日期',
    period: (from: string, to: string) => `报告期 ${from} 至 ${to}`,
    computedAt: (at: string) => `计算时间 ${at}`,
    demonstration: '示范数据',
    table: '指标',
    columns: { figure: '指标', value: '数值', definition: '怎么算的', counts: '所用计数' },
    counts: {
      new: '本期新增',
      'new-before': '上年同期新增',
      total: '期末实有',
      'total-before': '上年同日实有',
      enterprises: '期末企业',
      'enterprises-before': '上年同日企业',
      electronic: '本期全程电子化',
      booked: '预定地址',
      'zero-touch': '无人工干预',
    } as Readonly<Record<string, string>>,
    breakdown: '本期新增的构成',
    by: '分组',
    byKind: '按类型',
    byMonth: '按月',
    tooFew: '少于 3 户，不显示',
  },
}

export type PublicTexts = typeof publicZhCN
