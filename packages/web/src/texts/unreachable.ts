/**
 * What is said where the server cannot be asked: the one refusal whose words do not come from it.
 */

export const unreachableTexts = {
  'zh-CN': { title: '没有连上平台', detail: '请检查网络后重试。您填写的内容没有丢失。' },
  en: {
    title: 'We could not reach the server',
    detail: 'Check your connection and try again. Nothing you entered is lost.',
  },
} as const
