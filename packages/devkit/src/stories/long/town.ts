/**
 * The people of the long stories: an owner of a project, two stewards, and the office that decides about its permit.
 */

import type { Somebody } from './long-story.ts'

const screen = { viewport: { width: 1440, height: 900 } } as const

export const lin: Somebody = { name: '林海宁', identityNumber: '370214198804120016', screen }
export const li: Somebody = { name: '李卓', identityNumber: 'steward-1', roles: ['steward'], screen }
export const zhou: Somebody = { name: '周航', identityNumber: 'steward-2', roles: ['steward'], screen }
export const sun: Somebody = { name: '孙晓', identityNumber: 'clerk-1', roles: ['clerk'], screen }

/** reviewer of the authority that leads */
export const feng: Somebody = {
  name: '冯雨晴',
  identityNumber: 'reviewer-1',
  roles: ['reviewer'],
  authorities: ['housing'],
  screen,
}

export const zheng: Somebody = {
  name: '郑思远',
  identityNumber: 'reviewer-2',
  roles: ['reviewer'],
  authorities: ['approval-service'],
  screen,
}

/** head of the authority that leads */
export const jiang: Somebody = {
  name: '蒋国平',
  identityNumber: 'head-1',
  roles: ['department-head'],
  authorities: ['housing'],
  screen,
}
