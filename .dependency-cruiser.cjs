/**
 * Who may import whom. Each folder says what it may import; all else is forbidden, type-only
 * imports included. `test/support/verify/imports.ts` runs this and proves that it sees.
 */

const { Visitor } = require('@swc/core/Visitor.js')

// swc parses `using`, but the visitor that comes with it throws on it.
const visitStatement = Visitor.prototype.visitStatement
Visitor.prototype.visitStatement = function (statement) {
  if (statement.type !== 'UsingDeclaration') return visitStatement.call(this, statement)
  this.visitVariableDeclarators(statement.decls)
  return statement
}

const npm = (...names) => names.map((name) => `node_modules/${name}/`)
const stages = (...names) => `^worker/(${names.join('|')})/`

const LIB = '^worker/lib/'
const SCHEMA = '^schema/'
/** The part of the schema that knows no database, so that adapters and pages may use it. */
const WORDS = '^schema/(vocabulary|report|crosswalks/[a-z0-9]+)\\.ts$'
const CONFIG = '^worker/config\\.ts$'
const PAGES = '^pages/'
/** What adapters share: their contract, and the helpers beside it. */
const ADAPTER_SHARED =
  '(aggregator|auth|client|clocks|code-table|contract|dhl-codes|english|entries|facts|fields|push|reader|reasons|request|time|zones)\\.ts$'
/** The files at the top of an adapter's parent: contract, registry, detection. */
const ADAPTER_DOORS = '^worker/(carriers|shops)/[^/]+\\.ts$'
const OBJECTS = '^worker/(order/object|polling/account)\\.ts$'
/** What an object hands out over RPC. */
const RPC_TARGETS = '^worker/polling/lease\\.ts$'
/** The one file of a stage that its neighbours may import: the way to its object. */
const ACCOUNT_STUB = '^worker/polling/stub\\.ts$'
const RUNTIME = '^cloudflare:'

const HTTP = npm('hono', '@hono/zod-validator', 'zod')
const RENDER = npm('preact', 'preact-render-to-string')

const TRANSPORT = [
  LIB,
  SCHEMA,
  CONFIG,
  stages('store', 'queue', 'order', 'estimate', 'merchandise'),
  ADAPTER_DOORS,
  ACCOUNT_STUB,
  ...HTTP,
]

/** Folder → what its files may import besides each other. */
const MAY_IMPORT = {
  '^schema/': npm('drizzle-orm', 'zod'),
  '^worker/lib/': [WORDS, ...npm('fast-xml-parser')],
  '^worker/store/': [LIB, SCHEMA, ...npm('drizzle-orm', 'zod')],
  '^worker/queue/': [LIB, SCHEMA, ...npm('zod')],
  '^worker/estimate/': [LIB, WORDS],
  '^worker/merchandise/': [LIB, WORDS],
  '^worker/ingest/': TRANSPORT,
  '^worker/polling/': [...TRANSPORT, RUNTIME],
  '^worker/serve/': [...TRANSPORT, PAGES, ...RENDER],
  '^worker/notify/': [...TRANSPORT, PAGES, ...RENDER],
  '^worker/console/': [...TRANSPORT, PAGES, ...RENDER],
  '^pages/': [WORDS, ...RENDER],
}

const KNOWN = [
  ...Object.keys(MAY_IMPORT),
  '^worker/(index|config)\\.ts$',
  '^worker/(carriers|shops|order)/',
]

/** Run by Node while the project is built, not by the Worker. */
const GENERATORS = '\\.generate\\.ts$'
/** What nothing imports and nothing needs to: the Worker's entry, and the tools' own. */
const ENTRIES = ['^worker/index\\.ts$', '^schema/index\\.ts$', GENERATORS]

const rule = (name, comment, from, to) => ({ name, severity: 'error', comment, from, to })

const folderRules = Object.entries(MAY_IMPORT).map(([folder, allowed]) =>
  rule(
    folder.replace(/[^a-z/]/g, '').replace(/\/$/, ''),
    'This folder imports what its line in .dependency-cruiser.cjs allows.',
    { path: folder, pathNot: GENERATORS },
    { pathNot: [folder, ...allowed] },
  ),
)

const adapterRules = ['carriers', 'shops'].flatMap((kind) => [
  rule(
    `${kind}-adapter`,
    'An adapter knows itself, its contract, lib and the words; credentials are arguments.',
    { path: `^worker/${kind}/([^/]+)/` },
    {
      pathNot: [
        `^worker/${kind}/$1/`,
        `^worker/${kind}/${ADAPTER_SHARED}`,
        LIB,
        WORDS,
        ...npm('zod'),
      ],
    },
  ),
  rule(
    `${kind}-doors`,
    'Contract, registry and detection know their adapters, lib and the words.',
    { path: `^worker/${kind}/[^/]+\\.ts$`, pathNot: GENERATORS },
    { pathNot: [`^worker/${kind}/`, LIB, WORDS, ...npm('zod')] },
  ),
  rule(
    `${kind}-contract`,
    'The contract knows no adapter.',
    { path: `^worker/${kind}/contract\\.ts$` },
    { path: `^worker/${kind}/` },
  ),
])

const orderRules = [
  rule(
    'order-pure',
    'What an order means is pure: no record, no queue, no runtime.',
    { path: '^worker/order/', pathNot: '^worker/order/(object|stub)\\.ts$' },
    {
      pathNot: ['^worker/order/', stages('estimate'), LIB, SCHEMA, ...npm('zod')],
    },
  ),
  rule(
    'order-object',
    'The object and its stub add the record, the queue and the runtime.',
    { path: '^worker/order/(object|stub)\\.ts$' },
    {
      pathNot: [
        '^worker/order/',
        stages('estimate', 'store', 'queue'),
        LIB,
        SCHEMA,
        CONFIG,
        RUNTIME,
        ...npm('zod'),
      ],
    },
  ),
  rule(
    'objects-through-stubs',
    'An object is reached through its stub; only its type may be imported, and only beside it.',
    { path: '^(worker|pages|schema)/', pathNot: '^worker/index\\.ts$' },
    { path: OBJECTS, dependencyTypesNot: ['type-only'] },
  ),
  rule(
    'objects-types-beside',
    'An object is reached through its stub.',
    { path: '^worker/([^/]+)/' },
    { path: OBJECTS, pathNot: '^worker/$1/' },
  ),
  rule(
    'runtime-in-objects',
    'Bindings are arguments: only the entry and the objects import the runtime.',
    { path: '^(worker|pages|schema)/', pathNot: ['^worker/index\\.ts$', OBJECTS, RPC_TARGETS] },
    { path: RUNTIME },
  ),
]

const wholeRules = [
  rule(
    'generator',
    'A generator reads words, schemas and tables, and is Node’s: nothing that needs the runtime.',
    { path: GENERATORS },
    {
      pathNot: [LIB, SCHEMA, stages('ingest'), ADAPTER_DOORS, ...npm('zod')],
      dependencyTypesNot: ['core'],
    },
  ),
  rule(
    'no-cycle',
    'Two files that need each other are one, or miss a third.',
    {},
    { circular: true },
  ),
  rule(
    'no-orphan',
    'Everything is reached from the entry of the Worker, or goes.',
    { path: ENTRIES },
    { path: '^(worker|pages|schema)/', pathNot: ENTRIES, reachable: false },
  ),
  rule(
    'no-test',
    'What is delivered never imports its tests.',
    { pathNot: '^test/' },
    { path: '^test/' },
  ),
  rule(
    'config',
    'Configuration is parsed from what it is given.',
    { path: CONFIG },
    { pathNot: [LIB, SCHEMA, ...npm('zod')] },
  ),
  rule(
    'entry',
    'The entry lists the stages and the objects; rendering and data stay inside them.',
    { path: '^worker/index\\.ts$' },
    { pathNot: ['^worker/', WORDS, RUNTIME, ...npm('hono')] },
  ),
  rule(
    'known-folder',
    'A new folder gets a line in MAY_IMPORT first.',
    {},
    {
      path: '^(worker|pages|schema)/',
      pathNot: KNOWN,
    },
  ),
  rule(
    'known-folder-importing',
    'A new folder gets a line in MAY_IMPORT first.',
    { pathNot: KNOWN },
    {
      path: '^(worker|pages|schema)/',
    },
  ),
  rule('resolvable', 'What is imported exists.', {}, { couldNotResolve: true, pathNot: RUNTIME }),
]

module.exports = {
  forbidden: [...folderRules, ...adapterRules, ...orderRules, ...wholeRules],
  options: {
    // Under TypeScript 7 the default parser reads nothing and says nothing.
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['workerd', 'import', 'require', 'node', 'default'],
    },
    exclude: { path: '\\.d\\.ts$' },
  },
}
