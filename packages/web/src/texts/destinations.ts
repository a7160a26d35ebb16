/**
 * Words people type into the search of the front page, in either language, and the page each leads to.
 */

export const destinations: readonly (readonly [RegExp, string])[] = [
  [/长辈|关怀|大字|large/i, '/?size=large'],
  [/核验|验证|真假|verif/i, '/verify'],
  [/名称|取名|查重|字号|name/i, '/name'],
  [/进度|办件|打印|下载|草稿|签名|case|print|draft|sign/i, '/my/cases'],
  [/统计|数据|多少户|figure|statistic/i, '/stats'],
  [/诉求|投诉|建议|反映|办不成|举报|12345|complain|suggest|voice/i, '/voice'],
  [/厂房|场地|办公室|载体|租|space|factory|office|rent/i, '/space'],
  [/公司|企业|执照|注册|登记|开办|个体|创业|compan|licen[cs]e|business|register/i, '/apply/company'],
]
