/**
 * The set-up application: answers, their checks, the papers to sign, and its life.
 */

export * from './application/answer-spelling.ts'
export * from './application/application-check.ts'
export * from './application/application-life.ts'
export * from './application/articles.ts'
export * from './application/business-scope.ts'
export * from './application/capital.ts'
export * from './application/company-application.ts'
export * from './application/draft-expiry.ts'
export * from './application/host-confirmation.ts'
export * from './application/named-party.ts'
export * from './application/posts.ts'
export * from './application/registered-address.ts'
export * from './application/signing-document.ts'
