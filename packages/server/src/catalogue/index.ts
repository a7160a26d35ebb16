export { type CatalogueContent, readCatalogueContent } from './catalogue-content.ts'
