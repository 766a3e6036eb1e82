/** Every carrier we speak to. A new one is a folder and a line here. */
import type { CarrierId } from '../../schema/vocabulary.ts'
import { seventeentrack } from './17track/index.ts'
import { aftership } from './aftership/index.ts'
import { amazonShipping } from './amazon-shipping/index.ts'
import { aramex } from './aramex/index.ts'
import { australiapost } from './australiapost/index.ts'
import { blueDart } from './blue-dart/index.ts'
import { bpost } from './bpost/index.ts'
import { bring } from './bring/index.ts'
import { canadapost } from './canadapost/index.ts'
import { cdek } from './cdek/index.ts'
import { clickpost } from './clickpost/index.ts'
import type { Carrier } from './contract.ts'
import { correios } from './correios/index.ts'
import { delhivery } from './delhivery/index.ts'
import { dhl } from './dhl/index.ts'
import { dhlParcelDe } from './dhl-parcel-de/index.ts'
import { dpd } from './dpd/index.ts'
import { dtdc } from './dtdc/index.ts'
import { easypost } from './easypost/index.ts'
import { ekart } from './ekart/index.ts'
import { fedex } from './fedex/index.ts'
import { flash } from './flash/index.ts'
import { gls } from './gls/index.ts'
import { hermes } from './hermes/index.ts'
import { imile } from './imile/index.ts'
import { inpost } from './inpost/index.ts'
import { jtExpress } from './jt-express/index.ts'
import { landmark } from './landmark/index.ts'
import { laposte } from './laposte/index.ts'
import { mydhl } from './mydhl/index.ts'
import { naqel } from './naqel/index.ts'
import { ninjaVan } from './ninja-van/index.ts'
import { novaPoshta } from './nova-poshta/index.ts'
import { postnl } from './postnl/index.ts'
import { purolator } from './purolator/index.ts'
import { royalmail } from './royalmail/index.ts'
import { russianPost } from './russian-post/index.ts'
import { sandbox } from './sandbox/index.ts'
import { sendle } from './sendle/index.ts'
import { sfExpress } from './sf-express/index.ts'
import { ship24 } from './ship24/index.ts'
import { shipengine } from './shipengine/index.ts'
import { shippo } from './shippo/index.ts'
import { smsa } from './smsa/index.ts'
import { tCat } from './t-cat/index.ts'
import { thailandPost } from './thailand-post/index.ts'
import { trackingmore } from './trackingmore/index.ts'
import { ups } from './ups/index.ts'
import { usps } from './usps/index.ts'
import { xpressbees } from './xpressbees/index.ts'

export const carriers: Readonly<Record<CarrierId, Carrier>> = {
  sandbox,
  ups,
  delhivery,
  canadapost,
  laposte,
  postnl,
  bpost,
  fedex,
  dhl,
  royalmail,
  usps,
  easypost,
  mydhl,
  inpost,
  shippo,
  '17track': seventeentrack,
  'amazon-shipping': amazonShipping,
  sendle,
  australiapost,
  'dhl-parcel-de': dhlParcelDe,
  aftership,
  correios,
  purolator,
  cdek,
  'thailand-post': thailandPost,
  ship24,
  smsa,
  landmark,
  hermes,
  trackingmore,
  'sf-express': sfExpress,
  gls,
  'russian-post': russianPost,
  aramex,
  shipengine,
  dpd,
  'nova-poshta': novaPoshta,
  clickpost,
  bring,
  'blue-dart': blueDart,
  dtdc,
  'ninja-van': ninjaVan,
  't-cat': tCat,
  ekart,
  xpressbees,
  naqel,
  imile,
  flash,
  'jt-express': jtExpress,
}

/** null: a carrier that is named in an order, but that we cannot ask. */
export const findCarrier = (id: string): Carrier | null =>
  Object.hasOwn(carriers, id) ? carriers[id as CarrierId] : null
