/**
 * The texts of projects and their steps; they come with those pages, not with the first one.
 */

import { usePage } from '../../page.tsx'
import { projectsEn } from '../../texts/projects-en.ts'
import { type ProjectsTexts, projectsZhCN } from '../../texts/projects-zh-cn.ts'

export function useProjectTexts(): ProjectsTexts {
  const { language } = usePage()
  return language === 'en' ? projectsEn : projectsZhCN
}
