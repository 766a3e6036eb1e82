/** A wrong import of each kind: the rule that must catch it, and the files that commit it. */
export interface Planted {
  rule: string
  files: Record<string, string>
}

export const PLANTED: readonly Planted[] = [
  {
    rule: 'carriers-adapter',
    files: { 'worker/carriers/p1/bad.ts': "import '../../store/orders.ts'" },
  },
  {
    rule: 'carriers-adapter',
    files: { 'worker/carriers/p2/bad.ts': "import type { Order } from '../../store/orders.ts'" },
  },
  {
    rule: 'carriers-adapter',
    files: { 'worker/carriers/p3/bad.ts': "export const one = import('../p4/index.ts')" },
  },
  {
    rule: 'carriers-adapter',
    files: { 'worker/carriers/p4/index.ts': "import { env } from 'cloudflare:workers'" },
  },
  {
    rule: 'carriers-adapter',
    files: {
      'worker/carriers/p5/bad.ts': "export type { Order } from '../../../schema/orders.ts'",
    },
  },
  {
    rule: 'shops-adapter',
    files: { 'worker/shops/p1/bad.ts': "import '../../carriers/contract.ts'" },
  },
  { rule: 'shops-contract', files: { 'worker/shops/contract.ts': "import './p1/bad.ts'" } },
  { rule: 'shops-doors', files: { 'worker/shops/registry.ts': "import '../queue/send.ts'" } },
  {
    rule: 'carriers-contract',
    files: { 'worker/carriers/contract.ts': "import type { x } from './p4/index.ts'" },
  },
  {
    rule: 'carriers-doors',
    files: { 'worker/carriers/registry.ts': "import '../store/orders.ts'" },
  },
  { rule: 'worker/lib', files: { 'worker/lib/bad.ts': "import '../store/orders.ts'" } },
  { rule: 'worker/store', files: { 'worker/store/bad.ts': "import '../queue/send.ts'" } },
  {
    rule: 'worker/queue',
    files: { 'worker/queue/send.ts': "import { sql } from 'drizzle-orm'" },
  },
  { rule: 'worker/estimate', files: { 'worker/estimate/bad.ts': "import '../store/orders.ts'" } },
  { rule: 'worker/merchandise', files: { 'worker/merchandise/bad.ts': "import 'hono'" } },
  { rule: 'worker/polling', files: { 'worker/polling/bad.ts': "import '../serve/bad.ts'" } },
  {
    rule: 'worker/polling',
    files: {
      'worker/polling/using.ts':
        "export const f = async () => {\n  await using x = await import('../serve/bad.ts')\n  x.y()\n}",
    },
  },
  { rule: 'worker/serve', files: { 'worker/serve/ingest.ts': "import '../ingest/bad.ts'" } },
  { rule: 'worker/notify', files: { 'worker/notify/bad.ts': "import '../serve/bad.ts'" } },
  { rule: 'worker/console', files: { 'worker/console/bad.ts': "import 'drizzle-orm'" } },
  { rule: 'order-pure', files: { 'worker/order/fold.ts': "import '../store/orders.ts'" } },
  { rule: 'order-object', files: { 'worker/order/object.ts': "import '../polling/tick.ts'" } },
  { rule: 'worker/ingest', files: { 'worker/ingest/bad.ts': "import '../polling/tick.ts'" } },
  {
    rule: 'worker/ingest',
    files: { 'worker/ingest/adapter.ts': "import '../carriers/p4/index.ts'" },
  },
  { rule: 'worker/ingest', files: { 'worker/ingest/page.ts': "import '../../pages/page.tsx'" } },
  {
    rule: 'objects-through-stubs',
    files: { 'worker/serve/bad.ts': "import '../order/object.ts'" },
  },
  {
    rule: 'objects-types-beside',
    files: { 'worker/serve/type.ts': "import type { x } from '../order/object.ts'" },
  },
  {
    rule: 'runtime-in-objects',
    files: { 'worker/polling/tick.ts': "import { env } from 'cloudflare:workers'" },
  },
  { rule: 'pages', files: { 'pages/page.tsx': "import '../worker/store/orders.ts'" } },
  { rule: 'schema', files: { 'schema/orders.ts': "import '../worker/store/orders.ts'" } },
  { rule: 'config', files: { 'worker/config.ts': "import './store/orders.ts'" } },
  { rule: 'entry', files: { 'worker/index.ts': "import '../schema/orders.ts'" } },
  {
    rule: 'no-cycle',
    files: {
      'worker/lib/a.ts': "import './b.ts'",
      'worker/lib/b.ts': "import type { a } from './a.ts'",
    },
  },
  {
    rule: 'generator',
    files: { 'worker/ingest/bad.generate.ts': "import '../store/orders.ts'" },
  },
  { rule: 'no-orphan', files: { 'worker/lib/lonely.ts': 'export const lonely = 1' } },
  {
    rule: 'no-test',
    files: {
      'test/support/x.ts': 'export const x = 1',
      'worker/serve/tested.ts': "import '../../test/support/x.ts'",
    },
  },
  {
    rule: 'known-folder',
    files: { 'worker/utils/a.ts': "import './b.ts'", 'worker/utils/b.ts': '' },
  },
  {
    rule: 'known-folder-importing',
    files: { 'worker/helpers/a.ts': "import '../lib/lonely.ts'" },
  },
  { rule: 'resolvable', files: { 'worker/lib/gone.ts': "import './nowhere.ts'" } },
]

/** What the planted files stand on. */
export const GROUND: Record<string, string> = {
  'worker/store/orders.ts': 'export type Order = 1',
}
