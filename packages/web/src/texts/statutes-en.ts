/**
 * What the laws that are cited are called in English, longest title first; the citation itself stays Chinese.
 */

export const statutesEn: readonly (readonly [string, string])[] = [
  ['企业名称登记管理规定', 'Provisions on Enterprise Name Registration'],
  ['企业名称禁限用规则', 'Rules on Forbidden and Restricted Enterprise Names'],
  ['市场主体登记管理条例', 'Regulations on the Registration of Market Entities'],
  ['促进个体工商户发展条例', 'Regulations on Promoting Individual Businesses'],
  ['电子签名法', 'Electronic Signature Law'],
  ['民法典', 'Civil Code'],
  ['公司法', 'Company Law'],
  ['秒批适用范围', 'scope of automatic approval'],
]
