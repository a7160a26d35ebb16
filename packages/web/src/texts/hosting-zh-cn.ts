/**
 * The texts about the confirmation of a filed address by its host, in Chinese; few need them, so that they come apart.
 */

export const hostingZhCN = {
  states: {
    'not-asked': '待托管机构确认',
    asked: '已请托管机构确认',
    confirmed: '托管机构已确认',
    refused: '托管机构不同意',
  },
  needed: (host: string) =>
    `集群注册的工位由${host}托管，备案地址后由它在线确认；没有确认就提交的，转人工核实。`,
  told: {
    asked: (host: string) => `确认链接已发给${host}。您可以接着填写，不用等。`,
    confirmed: (host: string) => `${host}同意接收信件和文书。`,
    refused: (host: string) => `${host}不同意托管，请另选一个工位。`,
  },
  reason: '理由：',
  titles: {
    filing: '有企业备案了地址，请确认是否托管',
    correction: '有企业要把住所更正到这里，请确认是否托管',
  },
  answered: { confirmed: '已确认托管', refused: '已答复不同意' },
  thanks: '答复已送到申请人和登记机关，可以关闭本页。',
  company: '企业名称',
  host: '托管机构',
  seats: { filing: '备案的工位', correction: '更正后的工位' },
  askedAts: { filing: '备案时间', correction: '提出时间' },
  lead: '确认后，贵单位负责接收寄到这个地址的信件和文书。答复一次有效。',
  name: '您的姓名',
  nameMissing: '请写您的姓名',
  confirm: '确认托管',
  refuseTitle: '不同意托管',
  reasonLabel: '理由',
  reasonHints: {
    filing: '申请人看得到，请写明事实，例如：本期托管名额已满',
    correction: '登记人员看得到，请写明事实，例如：本期托管名额已满',
  },
  reasonMissing: '请写明理由，至少 4 个字',
  refuse: '不同意',
}

export type HostingTexts = typeof hostingZhCN
