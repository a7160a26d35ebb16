/**
 * One paper the applicant brings: how it stands, what is attached, and the ways to bring it or to promise it for later.
 */

import { Link } from 'wouter'
import { useLink } from '../../../page.tsx'
import { casesZhCN } from '../../../texts/cases-zh-cn.ts'
import type { Case } from '../case-standing.ts'
import { useWord } from '../use-word.ts'
import { type Attached, AttachedList } from './attached-list.tsx'
import type { Library } from './library-choice.tsx'
import { PaperSource } from './paper-source.tsx'

export type Requirement = Case['service']['requirements'][number]

interface PaperItemProps {
  readonly file: Case
  readonly requirement: Requirement
  readonly attached: readonly Attached[]
  readonly library: Library | undefined
  /** page of the form where it is answered instead, and whether it is */
  readonly form: { readonly href: string; readonly answered: boolean } | undefined
  readonly isLater: boolean
  readonly onLater: (later: boolean) => void
  readonly onChange: () => void
}

export function PaperItem(props: PaperItemProps) {
  const { requirement, attached, form, isLater } = props
  const word = useWord()
  const link = useLink()
  const name = word(requirement.name)
  const isReady = attached.length > 0 || form?.answered === true
  return (
    <li className={isReady ? 'paper ready' : 'paper'}>
      <div className="paper-head">
        <h3>{name}</h3>
        <span className={isReady || isLater ? '' : 'tag'}>{standOf(props)}</span>
      </div>
      {form === undefined ? (
        <Ways {...props} name={name} />
      ) : (
        <p>
          <Link href={link(form.href)}>
            {form.answered ? casesZhCN.check.change : casesZhCN.papers.fill}
            <span className="visually-hidden">{name}</span>
          </Link>
        </p>
      )}
    </li>
  )
}

/** The ways to bring it, and to say that it comes later where that is allowed. */
function Ways(props: PaperItemProps & { readonly name: string }) {
  const { file, requirement, attached, library, isLater, onLater, onChange, name } = props
  const { papers: texts } = casesZhCN
  const source = <PaperSource file={file} requirement={requirement} library={library} onChange={onChange} />
  if (attached.length > 0)
    return (
      <>
        <AttachedList caseId={file.id} attached={attached} onChange={onChange} />
        <details className="rule-text">
          <summary>
            {texts.more}
            <span className="visually-hidden">{name}</span>
          </summary>
          {source}
        </details>
      </>
    )
  return (
    <>
      {source}
      {requirement.mayFollow && (
        <label className="later">
          <input type="checkbox" checked={isLater} onChange={(event) => onLater(event.target.checked)} />
          <span>
            {texts.later}
            <span className="visually-hidden">{name}</span>
            <small className="hint">{laterHint(file)}</small>
          </span>
        </label>
      )}
    </>
  )
}

function standOf({ attached, form, isLater }: PaperItemProps): string {
  const { papers: texts } = casesZhCN
  if (attached.length > 0) return texts.ready
  if (form !== undefined) return form.answered ? texts.filled : texts.states.missing
  return isLater ? texts.laterTaken : texts.states.missing
}

function laterHint({ service }: Case): string {
  const { papers: texts } = casesZhCN
  const { value } = service.committed
  return value === 0 ? texts.laterSameDay : texts.laterHint(String(value))
}
