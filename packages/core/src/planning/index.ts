export {
  bestCombination,
  type Combination,
  type CombinationEnds,
  combinationEnds,
  combinations,
  mostCommitments,
} from './network/combinations.ts'
export { type CommitmentAdvice, commitmentAdvice } from './network/commitment-advice.ts'
export { criticalPath, type Schedule } from './network/critical-path.ts'
export type { DayAxis } from './network/day-axis.ts'
export { type Network, type Signed, signed } from './network/network.ts'
export {
  type NetworkActivity,
  type NetworkDescription,
  type NetworkLink,
  type NetworkRefusal,
  network,
} from './network/network-description.ts'
export { readNetwork } from './network/network-reading.ts'
export { criticalChain, type ScheduledActivity, scheduledActivities } from './network/scheduled-activity.ts'
