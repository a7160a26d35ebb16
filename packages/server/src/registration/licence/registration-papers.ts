/**
 * The papers of a registration, rendered when somebody asks for them and sealed: licence, notices, articles, archive.
 * The same facts and moment give the same bytes, so none of them needs to be stored.
 */

import { createTypesetter, type Paper } from '../../platform/documents/index.ts'
import { type DocumentSeal, signPdf } from '../../platform/signing/index.ts'
import type { FormWords, PaperContent } from './licence-content.ts'
import { type DuplicatePlace, type IssuedLicence, type LicenceCopy, licencePaper } from './licence-paper.ts'
import {
  type Archive,
  type Articles,
  approvalNotice,
  archivePaper,
  articlesPaper,
  type FilledForm,
  formPaper,
  type Notice,
  type NoticeKind,
  noticePaper,
  type PaperFrame,
} from './notice-paper.ts'

/** Renders and seals. */
export interface RegistrationPapers {
  readonly licence: (licence: IssuedLicence, copy: LicenceCopy, duplicate?: DuplicatePlace) => Promise<Buffer>
  readonly notice: (kind: NoticeKind, notice: Notice, frame: PaperFrame) => Promise<Buffer>
  /** the notice of approval that belongs to a licence */
  readonly approval: (licence: IssuedLicence) => Promise<Buffer>
  readonly articles: (articles: Articles, frame: PaperFrame) => Promise<Buffer>
  readonly form: (form: FilledForm, frame: PaperFrame) => Promise<Buffer>
  readonly formWords: FormWords
  /** the list that holds an archived case together */
  readonly archive: (archive: Archive, frame: PaperFrame) => Promise<Buffer>
}

/** What the papers need. */
export interface PaperPorts {
  readonly content: PaperContent
  readonly seal: DocumentSeal
  readonly origin: string
  readonly demonstration: boolean
}

/** The papers of one zone. */
export function createRegistrationPapers(ports: PaperPorts): RegistrationPapers {
  const { content, seal, origin, demonstration } = ports
  const typesetter = createTypesetter({ templates: content.templates, reviewed: content.reviewed })
  const issue = (paper: Paper, words: { readonly reason: string; readonly location: string }) =>
    signPdf(typesetter.render(paper), seal, { ...words, name: paper.data.author, at: paper.at })
  const { licence: words, notices } = content
  return {
    licence: (licence, copy, duplicate) =>
      issue(
        licencePaper(licence, copy, { content: words, origin, demonstration, duplicate }),
        words.signature,
      ),
    notice: (kind, notice, frame) => issue(noticePaper(kind, notice, frame, content), notices.signature),
    approval: ({ document, issuedAt }) => {
      const frame = { authority: document.authority, at: issuedAt, day: document.issuedOn, demonstration }
      const notice = approvalNotice(document, content)
      return issue(noticePaper('approval', notice, frame, content), notices.signature)
    },
    articles: (articles, frame) => issue(articlesPaper(articles, frame, content), notices.signature),
    form: (form, frame) => issue(formPaper(form, frame, content), notices.signature),
    formWords: notices.form,
    archive: (archive, frame) => issue(archivePaper(archive, frame, content), notices.signature),
  }
}
