import { Sentence, When } from '../components/text.tsx'
import { read } from '../locales/moments.ts'
import { fill, type Speech } from '../locales/speech.ts'
import type { ShipmentView } from './view.ts'

/** How old the news is: when the carrier last scanned the parcel, and when we last looked. */
export function Freshness({ s, it }: { s: Speech; it: ShipmentView }) {
  if (it.situation === 'untracked_carrier') return null
  const { scanned, looked_at, carrier_down } = it.freshness
  const words = s.words.freshness
  const carrier = it.carrier || s.words.shipment.the_carrier
  const scan = read(scanned?.at ?? scanned?.local ?? '', s.zone)
  const look = read(looked_at ?? '', s.zone)
  return (
    <p class="fresh">
      {carrier_down && `${fill(words.down, { carrier })} `}
      <span>
        {scan ? (
          <Sentence
            text={words.scanned}
            values={{ carrier, time: <When s={s} reading={scan} ago /> }}
          />
        ) : (
          fill(words.not_scanned, { carrier })
        )}
      </span>
      {' · '}
      <span>
        {look ? (
          <Sentence text={words.looked} values={{ time: <When s={s} reading={look} ago /> }} />
        ) : (
          words.looked_unknown
        )}
      </span>
    </p>
  )
}
