export { HandOffList } from './hand-off-list.tsx'
export { RoomCard } from './room-card.tsx'
export { RoomFigure } from './room-figure.tsx'
export {
  figureText,
  firstFacts,
  type OfferedRoom,
  otherFacts,
  placeText,
  verdictWords,
  type WeighedRoom,
  wishWords,
} from './room-words.ts'
export { useSpaceTexts } from './use-space-texts.ts'
export { WishFields } from './wish-fields.tsx'
export { formOf, queryOf, searchOf, textsOf, type WishForm, wishesIn } from './wish-query.ts'
