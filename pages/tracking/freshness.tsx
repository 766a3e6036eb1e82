import { Sentence, When } from '../components/text.tsx'
import { read } from '../locales/moments.ts'
import type { Speech } from '../locales/speech.ts'
import { fill } from '../locales/speech.ts'
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
    <div class="fresh">
      {carrier_down && <p>{fill(words.down, { carrier })}</p>}
      <p>
        {scan ? (
          <Sentence
            text={words.scanned}
            values={{ carrier, time: <When s={s} reading={scan} ago /> }}
          />
        ) : (
          fill(words.not_scanned, { carrier })
        )}
      </p>
      {look && (
        <p>
          <Sentence text={words.looked} values={{ time: <When s={s} reading={look} ago /> }} />
        </p>
      )}
      {!look && !carrier_down && <p>{words.looked_unknown}</p>}
    </div>
  )
}
