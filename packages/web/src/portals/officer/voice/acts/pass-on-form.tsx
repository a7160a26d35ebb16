/**
 * The way from an issue that asks for space to a need: the wishes are written down on a page of their own.
 */

import { Button } from 'antd'
import { Link } from 'wouter'
import { voiceDeskTexts } from '../../../../texts/voice-desk-zh-cn.ts'
import type { IssueActProps } from './act-props.ts'

const texts = voiceDeskTexts.forms

export function PassOnForm({ issue }: IssueActProps) {
  return (
    <>
      <p className="hint">{texts.passOnHint}</p>
      <Link href={`/work/space/needs/new?issue=${issue.id}`}>
        <Button type="primary" tabIndex={-1}>
          {texts.passOn}
        </Button>
      </Link>
    </>
  )
}
