/**
 * The texts of the registration flow, in English. Not translated yet: the flow reads Chinese under /en too.
 */

export { registrationZhCN as registrationEn } from './registration-zh-cn.ts'
