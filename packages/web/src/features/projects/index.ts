export { EffectStrip } from './questions/effect-strip.tsx'
export { QuestionForm } from './questions/question-form.tsx'
export {
  checkTopic,
  type Facts,
  type Question,
  type Questionnaire,
  questionAddress,
  roundOf,
  topicAfter,
  topicBefore,
} from './questions/question-order.ts'
export { useQuestionTexts } from './questions/use-question-texts.ts'
export { type OpenQuestionnaire, useQuestionnaire } from './questions/use-questionnaire.ts'
export { useProjectTexts } from './use-project-texts.ts'
