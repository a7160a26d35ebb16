export { type LoopMoment, LoopStrip } from './loop-strip.tsx'
export { type KeptPhoto, PhotoField } from './photo-field.tsx'
