/**
 * The files handed in for one section of the answers, by paper.
 */

import type { Application } from '@guanjia/contract/registration'
import { Words } from '../../../ui/words.tsx'
import { FileRows } from './file-rows.tsx'

interface SectionFilesProps {
  readonly application: Application
  readonly section: string
}

export function SectionFiles({ application, section }: SectionFilesProps) {
  return application.papers
    .filter((paper) => paper.section === section && paper.files.length > 0)
    .map(({ paper, name, files }) => (
      <div className="section-files" key={paper}>
        <small className="hint">
          <Words>{name}</Words>
        </small>
        <FileRows application={application.id} files={files} />
      </div>
    ))
}
