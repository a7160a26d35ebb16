/**
 * The ways between the pages of one project.
 */

import { Link, useLocation } from 'wouter'
import { useApi } from '../../api/use-api.ts'
import { useLink } from '../../page.tsx'
import { useCommitmentTexts } from './use-commitment-texts.ts'
import './running.css'

export function ProjectSections({ id }: { readonly id: string }) {
  const { sections } = useCommitmentTexts()
  const link = useLink()
  const [here] = useLocation()
  const project = useApi('GET /api/projects/:id', { params: { id } })
  const pages = [
    { name: sections.plan, path: `/my/projects/${id}` },
    { name: sections.commitments, path: `/my/projects/${id}/commitments` },
    { name: sections.duties, path: `/my/projects/${id}/duties` },
    { name: sections.saved, path: `/my/projects/${id}/saved` },
  ]
  return (
    <>
      <p className="project-name">
        {project.state === 'ready' ? `${project.value.name} · ${project.value.number}` : '…'}
      </p>
      <nav className="project-sections no-print" aria-label={sections.label}>
        {pages.map(({ name, path }) => (
          <Link key={path} href={link(path)} aria-current={here === link(path) ? 'page' : undefined}>
            {name}
          </Link>
        ))}
      </nav>
    </>
  )
}
