export type { ReviewedDescriptions } from './fonts/rare-character.ts'
export { numberAfter, objectStream, objectText, type PdfFile, readPdfFile } from './pdf-file.ts'
export { pageTexts } from './pdf-text.ts'
export { createPagePictures, type DrawPage, type PagePicture } from './pictures/page-picture.ts'
export { drawQrCode, type QrCode } from './qr-code.ts'
export {
  createTypesetter,
  type Paper,
  type PaperHead,
  type Typesetter,
  type TypesetterOptions,
} from './typesetter.ts'
export { type PackedFile, zipArchive } from './zip-archive.ts'
