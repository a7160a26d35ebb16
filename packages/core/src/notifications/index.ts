export { parseNoticeTemplate } from './notice-content.ts'
export {
  type AfterFailure,
  afterFailure,
  type NoticeOccasion,
  type NoticeState,
  noticeKey,
  type RetryRule,
} from './notice-delivery.ts'
export {
  type DutyRelation,
  isNoticeEvent,
  type NoticeEvent,
  type NoticeEventType,
  noticeEvent,
  noticeEvents,
  type Relation,
  type ValueKind,
} from './notice-event.ts'
export { type NoticeService, type ServiceFacts, type ServiceRefusal, serveNotice } from './notice-service.ts'
export {
  longestSms,
  type NoticeChannel,
  type NoticeFacts,
  type NoticeTemplate,
  type NoticeWords,
  type NoticeWriting,
  smsText,
  type TemplateFinding,
  templateFindings,
  type Urgency,
  valueNames,
  type WritingRefusal,
  type WrittenNotice,
  writeNotice,
} from './notice-template.ts'
export {
  longestSample,
  longestValue,
  maskMail,
  maskName,
  maskPhone,
  type NoticeLanguage,
  type ValueRefusal,
  type Writing,
  writeValue,
} from './notice-value.ts'
export { isQuiet, parseQuietHours, type QuietHours, type SendingTime, sendingTime } from './quiet-hours.ts'
export { channelsFor, type Reach, type RecipientPreference, usualPreference } from './recipient-preference.ts'
