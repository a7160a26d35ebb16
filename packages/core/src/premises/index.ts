export { type Matching, matchRooms } from './matching/matching.ts'
export { type Loosened, loosen, type Relaxation } from './matching/relaxation.ts'
export { openHard, type Weighed, weigh } from './matching/weighed.ts'
export {
  type ChosenField,
  chosenFields,
  isMeasured,
  type MeasuredField,
  measuredFields,
  type Weight,
  type Wish,
  type WishField,
  wishFields,
} from './matching/wish.ts'
export { figureText, readWishes, type WishText, wishText } from './matching/wish-text.ts'
export type { RoomHas, WishVerdict } from './matching/wish-verdict.ts'
export {
  type HandOff,
  type HandOffParty,
  type HandOffStep,
  handOffParties,
  handOffSteps,
  handOffs,
} from './need/hand-offs.ts'
export { handleNeed, type NeedCommand, type NeedRefusal, needRefusals } from './need/need-decider.ts'
export {
  type NeedChannel,
  type NeedDated,
  type NeedEvent,
  type NeedHappening,
  type NeedMark,
  needChannels,
} from './need/need-event.ts'
export type { NeedRule, NeedSpan } from './need/need-rule.ts'
export {
  evolveNeed,
  type MaybeNeed,
  type NeedSituation,
  type NeedState,
  needSituations,
  type Viewing,
} from './need/need-state.ts'
export { freeArea, isLettable } from './supply/free-area.ts'
export {
  type CleanClass,
  type FireRank,
  fireClasses,
  type Room,
  type RoomFacts,
  type RoomFlag,
  roomFlags,
} from './supply/room.ts'
export {
  type CellFault,
  cellFaults,
  cellsOf,
  neededColumns,
  type ReadRoom,
  type RoomCells,
  type RoomColumn,
  readRoom,
  roomColumns,
} from './supply/room-cells.ts'
