/**
 * A page that is loaded when it is first shown, so that the first page of a visit stays light.
 */

import { type ComponentType, createElement, lazy, Suspense, useSyncExternalStore } from 'react'

const never = () => () => undefined

/** False where the page is rendered on the server and while it comes to life, true from then on. */
function useIsAlive(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
}

/**
 * The page `load` brings; while it comes the page is empty, which takes an instant once it was there. The server renders the
 * empty page: it does not wait for what is loaded on demand.
 */
export function lazyPage<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Props> {
  const Page = lazy(async () => ({ default: await load() }))
  return function LazyPage(props: Props) {
    const isAlive = useIsAlive()
    if (!isAlive) return <main />
    return <Suspense fallback={<main />}>{createElement(Page as ComponentType<Props>, props)}</Suspense>
  }
}
