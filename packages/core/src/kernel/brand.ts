/**
 * Branded primitives: two strings that must not be mixed up get two types.
 */

declare const brand: unique symbol

/** `Base` that only a parser of `Name` may produce. */
export type Brand<Base, Name extends string> = Base & { readonly [brand]: Name }
