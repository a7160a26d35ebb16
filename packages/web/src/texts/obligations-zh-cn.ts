/**
 * The board of everything owed, in Chinese.
 */

/** Everything the board says. */
export const obligationsTexts = {
  title: '全部事项',
  lead: '项目节点、办件时限、承诺补齐、诉求和台账任务放在一张看板上，用同一条规则亮灯，最急的在前。',
  kinds: '事项类别',
  every: '全部',
  red: (count: number) => `${count} 红`,
  counts: '各灯色的事项数',
  words: '编号或名称',
  unit: '责任单位',
  place: '园区',
  light: '灯色',
  export: '导出表格',
  print: '打印',
  dispatcher: '诉求台账分派人员',
  due: '期限',
  resting: '停表中',
  closed: '无权查看详情',
  changed: '事项有变化，列表已更新。',
  empty: '没有符合条件的事项。可以放宽上面的条件。',
  none: '现在没有未完成的事项。',
  left: (count: number) => `还有 ${count} 项没有列出。请用上面的条件缩小范围。`,
}
