/**
 * What the desks of the departments say.
 */

/** Texts of the list, the review and the duties. */
export const departmentTexts = {
  list: {
    title: '部门审批',
    lead: '按剩余时间排列，最急的在最前',
    case: '办件',
    service: '事项',
    applicant: '申请人',
    court: '轮到谁',
    due: '时限',
    empty: '没有待办的办件。新的办件受理后会出现在这里。',
  },
} as const
