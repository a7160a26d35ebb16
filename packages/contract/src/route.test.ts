import { describe, expect, expectTypeOf, it } from 'vitest'
import { object, string } from 'zod'
import { defineRoute, type RouteInput, type RouteOutput, type RouteProblem, routesOf } from './route.ts'

const route = defineRoute({
  id: 'test.read',
  method: 'GET',
  path: '/api/things/:id',
  action: 'public.read',
  summary: 'Reads a thing',
  params: object({ id: string() }),
  response: object({ name: string() }),
  problems: ['thing-away'],
})

describe(defineRoute, () => {
  it('fills in what is usual', () => {
    expect(route).toMatchObject({ idempotent: false, success: 200, produces: 'application/json' })
  })

  it('infers what comes in, what goes out, and the refusals', () => {
    expectTypeOf<RouteInput<typeof route>['params']>().toEqualTypeOf<{ id: string }>()
    expectTypeOf<RouteInput<typeof route>['body']>().toEqualTypeOf<undefined>()
    expectTypeOf<RouteOutput<typeof route>>().toEqualTypeOf<{ name: string }>()
    expectTypeOf<RouteProblem<typeof route>>().toEqualTypeOf<'thing-away'>()
  })
})

describe(routesOf, () => {
  it('finds the routes of modules, alone or in a table, and nothing else', () => {
    const other = { ...route, id: 'test.other' }
    const modules = [{ route, schema: object({}), text: 'x', nothing: null }, { table: { other } }]
    expect(routesOf(...modules).map(({ id }) => id)).toEqual(['test.read', 'test.other'])
  })
})
