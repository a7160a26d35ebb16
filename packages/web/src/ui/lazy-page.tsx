/**
 * A page that is loaded when it is first shown, so that the first page of a visit stays light.
 */

import { type ComponentType, createElement, lazy, Suspense } from 'react'

/** The page `load` brings; while it comes the page is empty, which takes an instant once it was there. */
export function lazyPage<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Props> {
  const Page = lazy(async () => ({ default: await load() }))
  return function LazyPage(props: Props) {
    return <Suspense fallback={<main />}>{createElement(Page as ComponentType<Props>, props)}</Suspense>
  }
}
