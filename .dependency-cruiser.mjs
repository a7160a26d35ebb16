/**
 * The walls of the house as rules, computed from the floors in architecture.mjs. Each comment says what to do instead.
 * The parser is swc: with TypeScript 7 alone no module would be examined (see ADR 0002).
 */
import swcVisitor from '@swc/core/Visitor.js'
import { floors } from './architecture.mjs'

// the cruiser's parser does not know `await using` yet: it is read as the declaration it is
const { Visitor } = swcVisitor
const { visitStatement } = Visitor.prototype
Visitor.prototype.visitStatement = function (statement) {
  if (statement.type !== 'UsingDeclaration') return visitStatement.call(this, statement)
  for (const declarator of statement.decls) this.visitVariableDeclarator(declarator)
  return statement
}

const room = (names) => `^packages/(core|server|web)/src/(features/)?(${names.join('|')})/`
const roomOrContract = (names) => `(${room(names)}|^packages/contract/src/(${names.join('|')})(\\.ts$|/))`

const floorRules = floors.flatMap((floor, level) =>
  floor.map((name) => {
    const notBelow = [...floor.filter((other) => other !== name), ...floors.slice(level + 1).flat()]
    return {
      name: `floors-${name}`,
      comment: 'Move the shared part down, or let the upper room react to an event.',
      severity: 'error',
      from: { path: roomOrContract([name]) },
      to: { path: notBelow.length > 0 ? roomOrContract(notBelow) : '^$' },
    }
  }),
)

const capabilities = floors.flat()

const frontDoor = {
  comment: "Import the room's index.ts; what it does not export is its own affair.",
  severity: 'error',
}
const ownRoom = (name, packageName) => `^packages/${packageName}/src/(features/)?${name}/`

/**
 * A room of another name, and the room of the same name in another package: both come in by the front door. Only a test may
 * fetch what its own room needs from that room's other half.
 */
const frontDoorRules = capabilities.flatMap((name) => [
  {
    ...frontDoor,
    name: `front-door-${name}`,
    from: { path: '^packages/', pathNot: ownRoom(name, '[^/]+') },
    to: { path: room([name]), pathNot: '/index\\.tsx?$' },
  },
  {
    ...frontDoor,
    name: `front-door-${name}`,
    from: { path: ownRoom(name, '([^/]+)'), pathNot: '\\.test\\.tsx?$' },
    to: { path: room([name]), pathNot: ['/index\\.tsx?$', '^packages/$1/'] },
  },
])

export default {
  forbidden: [
    ...floorRules,
    {
      name: 'no-circles',
      comment: 'Two files that need each other are one file, or a third below both.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    ...frontDoorRules,
    {
      name: 'core-is-pure',
      comment: 'Core has no disk, network, clock or framework: pass the value in.',
      severity: 'error',
      from: { path: '^packages/core/src/', pathNot: '\\.(test|bench)\\.ts$' },
      to: { pathNot: '^packages/core/src/|node_modules/(@noble/hashes|lezer-feel|@lezer/common)/' },
    },
    {
      name: 'contract-knows-core-only',
      comment: 'A contract describes the wire; logic belongs to core or server.',
      severity: 'error',
      from: { path: '^packages/contract/src/', pathNot: '\\.test\\.ts$' },
      to: { pathNot: '^packages/(contract|core)/src/|node_modules/zod/' },
    },
    {
      name: 'clients-never-import-the-server',
      comment: 'Clients speak to the server through the contract.',
      severity: 'error',
      from: { path: '^packages/(web|miniprogram|agents)/src/' },
      to: { path: '^packages/(server|devkit)/' },
    },
    {
      name: 'clients-never-import-each-other',
      comment: 'What two clients share belongs to core or contract.',
      severity: 'error',
      from: { path: '^packages/(web|miniprogram|agents)/src/' },
      to: { path: '^packages/(web|miniprogram|agents)/src/', pathNot: '^packages/$1/src/' },
    },
    {
      name: 'web-ui-is-low',
      comment: 'A component of ui knows no feature and no portal.',
      severity: 'error',
      from: { path: '^packages/web/src/(ui|api|texts)/' },
      to: { path: '^packages/web/src/(features|portals)/' },
    },
    {
      name: 'web-features-below-portals',
      comment: 'Pages compose features, never the other way.',
      severity: 'error',
      from: { path: '^packages/web/src/features/' },
      to: { path: '^packages/web/src/portals/' },
    },
    {
      name: 'platform-knows-no-room',
      comment: 'The platform is handed what it needs by app.ts.',
      severity: 'error',
      from: { path: '^packages/server/src/platform/' },
      to: { path: `^packages/server/src/(${capabilities.join('|')}|app|main|cli)[/.]` },
    },
    {
      name: 'rooms-never-import-the-root',
      comment: 'app.ts composes rooms; a room is handed its ports.',
      severity: 'error',
      from: { path: `^packages/server/src/(${capabilities.join('|')})/`, pathNot: '\\.test\\.ts$' },
      to: { path: '^packages/server/src/(app|main|cli|demonstration)[/.]' },
    },
    {
      name: 'devkit-is-for-tests',
      comment: 'Only tests, benches and the tools may use the devkit.',
      severity: 'error',
      from: { path: '^packages/(core|contract|server|web)/src/', pathNot: '\\.(test|bench)\\.tsx?$' },
      to: { path: '^packages/devkit/' },
    },
    {
      name: 'nothing-unresolved',
      comment: 'The import leads nowhere.',
      severity: 'error',
      from: { path: '^packages/' },
      to: { couldNotResolve: true },
    },
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
      mainFields: ['module', 'main', 'types', 'typings'],
    },
  },
}
