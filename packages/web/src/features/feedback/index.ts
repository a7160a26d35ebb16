export { type LoopMoment, LoopStrip } from './loop-strip.tsx'
export { type KeptPhoto, PhotoField } from './photo-field.tsx'
export { type PicturePosition, picturePosition } from './picture-position.ts'
export { smallerPicture } from './smaller-picture.ts'
