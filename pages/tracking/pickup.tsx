import type { Fact } from '../components/facts.tsx'
import { Facts } from '../components/facts.tsx'
import { Ltr } from '../components/text.tsx'
import { atStart, textWords } from '../locales/moments.ts'
import type { Speech } from '../locales/speech.ts'
import type { ShipmentView } from './view.ts'

type Pickup = NonNullable<ShipmentView['pickup']>

/** Where the parcel waits, and the code that opens the locker: as text, large, left to right. */
export function PickupPoint({
  s,
  pickup,
  level,
}: {
  s: Speech
  pickup: Pickup
  level: 'h2' | 'h3'
}) {
  const Heading = level
  const words = s.words.pickup
  const until = textWords(s, pickup.until)
  const facts: readonly Fact[] = [
    [words.hours, pickup.hours && <bdi dir="auto">{pickup.hours}</bdi>],
    [words.until, until && atStart(s, until)],
  ]
  return (
    <div class="pickup">
      <Heading>{words.title}</Heading>
      {(pickup.name || pickup.address) && (
        <address>
          {pickup.name && <strong dir="auto">{pickup.name}</strong>}
          {pickup.name && pickup.address && <br />}
          {pickup.address && <bdi>{pickup.address}</bdi>}
        </address>
      )}
      {pickup.code && (
        <p>
          <span class="soft">{words.code}</span>
          <br />
          <Ltr class="code num">{pickup.code}</Ltr>
        </p>
      )}
      <Facts facts={facts} />
    </div>
  )
}
