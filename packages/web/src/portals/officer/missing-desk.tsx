/**
 * Where the workbench has no page: an address that was mistyped, or a page that has moved.
 */

import { Link } from 'wouter'
import { staffTexts } from '../../texts/staff-zh-cn.ts'
import { Title } from '../../ui/title.tsx'
import { StaffShell } from './staff-shell.tsx'

export function MissingDesk() {
  const { missing } = staffTexts
  return (
    <StaffShell>
      <Title>{missing.title}</Title>
      <p>{missing.text}</p>
      <Link className="button quiet" href="/work">
        {missing.back}
      </Link>
    </StaffShell>
  )
}
