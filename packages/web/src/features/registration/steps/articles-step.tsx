/**
 * The articles of association: the model text, or one's own.
 */

import { useEffect } from 'react'
import { useTexts } from '../../../page.tsx'
import { useRegistrationTexts } from '../../../texts/use-registration-texts.ts'
import { ChoiceField } from '../../../ui/field.tsx'
import { faultOf, type StepProps } from './step-props.ts'

const longTerm = { model: true, term: { years: null } }

export function ArticlesStep({ open, faults }: StepProps) {
  const { articles: texts } = useRegistrationTexts()
  const { join } = useTexts()
  const { answers, change, save } = open
  const given = answers.kind === 'LLC' ? answers.articles : undefined
  useEffect(() => {
    if (given === undefined) change({ articles: longTerm })
  }, [given, change])
  const articles = given ?? longTerm
  /** saved at once: which papers are asked for depends on it */
  function choose(value: string) {
    change({ articles: { ...articles, model: value === 'model' } })
    void save()
  }
  return (
    <ChoiceField
      id="articles"
      label={join.labelled(texts.term, texts.longTerm)}
      fault={faultOf(faults, 'articles')}
      options={[
        { value: 'model', label: texts.model, hint: texts.modelHint },
        { value: 'own', label: texts.own, hint: texts.ownHint },
      ]}
      value={articles.model ? 'model' : 'own'}
      onChange={choose}
    />
  )
}
