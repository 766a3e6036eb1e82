/**
 * What DHL's words say where no code does. "Out for delivery", "ready for pick-up" and "returned" have
 * no status code of their own in the Unified API (DHL's help centre: "planned … but not available
 * yet"), so a shipment in transit is told by its words, English or German.
 *
 * Sources: the words of DHL's own list of status codes, and recorded answers.
 */
import type { WordTable } from '../code-table.ts'

const BACK: WordTable = [
  [
    /^returns? delivered|\bdelivered (back )?(to|at) (the )?(business )?(sender|shipper)|an den absender (zugestellt|ausgeliefert)/i,
    'returned_to_sender',
    null,
  ],
  [/refus.*\breturn|\breturn.*refus/i, 'returning_to_sender', 'refused'],
  [
    /(not|never) (been )?(picked up|collected).*(return|sent back)|lagerfrist.*absender/i,
    'returning_to_sender',
    'unclaimed',
  ],
  [
    /^return(s|ed)?\b(?! (from|label|to (the )?warehouse))|\b(return(ed|ing)?|sent back|way back|route|recalled)\b.*\b(sender|shipper|consignor)\b|(is|be|for) return(ed)?\b/i,
    'returning_to_sender',
    null,
  ],
  [
    /\b(zurück|rücksendung|retour)\S*.*\babsender|\babsender\b.*\bzurück/i,
    'returning_to_sender',
    null,
  ],
]

const FAILED: WordTable = [
  [/\b(refused|rejected)\b|verweigert/i, 'attempt_failed', 'refused'],
  [
    /\b(not|no ?one) (at )?home|no ?one to receive|recipient (was |is )?(absent|not (available|present))|missed (you|each other)|nicht (angetroffen|zu hause)/i,
    'attempt_failed',
    'recipient_absent',
  ],
  [/\bclosed\b|geschlossen/i, 'attempt_failed', 'business_closed'],
  [/\bno access\b|kein zugang/i, 'attempt_failed', 'access_denied'],
  [
    /(recipient|consignee|addressee|customer) (has )?moved|\bmoved,? (left|away)|verzogen/i,
    'attempt_failed',
    'recipient_moved',
  ],
  [
    /(insufficient|incomplete) address|adresse .*unvollständig/i,
    'attempt_failed',
    'address_incomplete',
  ],
  [
    /(bad|incorrect|wrong|invalid|unknown) (delivery )?address|addressee unknown|no such number|(adresse|anschrift) .*(falsch|fehlerhaft)|empfänger .*nicht ermittelt/i,
    'attempt_failed',
    'address_wrong',
  ],
  [
    /could( not|n.t) be (delivered|handed over)|\b(not delivered|undeliver(ed|able))\b|(attempted|unsuccessful) (\w+ )?delivery|(?<!out for \w+ )delivery (.{0,20})?(attempt(?! successful)|unsuccessful|failed|interrupted|not possible)|notice left|card left/i,
    'attempt_failed',
    null,
  ],
  [
    /nicht zugestellt|zustell\S* (war )?(nicht (möglich|erfolgreich)|erfolglos)/i,
    'attempt_failed',
    null,
  ],
]

const HANDS: WordTable = [
  [
    /(?<!to be )(picked up|collected|fetched) (.*\b)?by (the )?(recipient|consignee|customer|addressee)|(recipient|consignee|addressee) (has )?(picked up|collected)/i,
    'delivered',
    null,
  ],
  [/empfänger .*abgeholt/i, 'delivered', null],
  [
    /(?<!not )ready (for|to be) (self )?(pick|collect)|to be picked up by|(available|awaiting|waiting|held|delivered) .{0,20}(pick-?up|collection|collected)\b|(arriv\w+ (at|in)|delivered (at|to)|handed over to) (a |the )?(different )?(DHL )?(pick-?up|service ?point|access ?point|parcel ?(shop|station)|locker|POP\b)|(delivered|handed over) to (the )?post ?office/i,
    'ready_for_pickup',
    null,
  ],
  [/zur abholung bereit|abholbereit|liegt .*\b(filiale|packstation)/i, 'ready_for_pickup', null],
  [
    /out for (\w+ )?delivery|(out )?with (the )?(delivery |delivering )?courier|courier for delivery|load\w* (on|in)?to (the )?(delivery vehicle|van)|next stop/i,
    'out_for_delivery',
    null,
  ],
  [/zustellfahrzeug geladen|in (der )?(zustellung|auslieferung)\b/i, 'out_for_delivery', null],
]

const TROUBLE: WordTable = [
  [/^(shipment|consignment|parcel|order) (was |has been )?cancel+ed/i, 'cancelled', null],
  [/\b(lost|verloren|verlust)\b/i, 'ended', 'lost'],
  [/destroyed|disposed|vernichtet/i, 'ended', 'disposed'],
  [/damage|beschädig/i, null, 'damaged'],
  [
    /(duty|duties|tax|customs).*(payment|paid|owed|assessed)\b(?!.* received)|zollgebühr/i,
    null,
    'customs_duties',
  ],
  [
    /(paperwork|document).*(missing|required|incomplete)|missing .*document|fehlende.*(dokument|unterlagen)/i,
    null,
    'customs_documents',
  ],
  [
    /(held|hold|delay|retained|awaiting).*\b(customs|clearance)|\b(customs|clearance)\b.*(held|hold|delay|not possible)|vom zoll (an|ein)behalten/i,
    null,
    'customs_hold',
  ],
  [/missort|mis-?sent|mis-?routed|mis-?shipped|fehlgeleitet|sortierfehler/i, null, 'missorted'],
  [/weather|unwetter|witterung/i, null, 'weather'],
  [/\bstrike\b|\bstreik/i, null, 'strike'],
  [/rescheduled|postponed|zurückgestellt|wunschtag/i, null, 'rescheduled'],
  [/\bdelay|verzöger/i, null, 'transport_delay'],
  [/\bon hold\b|angehalten/i, null, 'held'],
]

/** Only where the status code says no more than "transit": the parcel came into DHL's hands. */
const START: WordTable = [
  [
    /(posted|dropped off|handed (in|over)) by the sender|dropped off at|picked up from sender|handed over to DHL/i,
    'accepted',
    null,
  ],
  [
    /shipment picked up|has been picked up\b|^picked up\b|pick-?up was successful|package received at/i,
    'accepted',
    null,
  ],
  [
    /eingeliefert|vom absender .*(abgeholt|übergeben)|^die sendung wurde abgeholt/i,
    'accepted',
    null,
  ],
]

/** Where there is no status code, or one that says nothing. */
const ALONE: WordTable = [
  [/\b(will|to|not|can|could) be delivered|nicht zugestellt|wird .*zugestellt/i, null, null],
  [/\bdelivered\b|\bzugestellt\b/i, 'delivered', null],
  [/cancel+ed|storniert/i, 'cancelled', null],
  [
    /label (was |has been )?(created|printed)|(information|data) (was |has been |have been )?(received|provided)|electronic|elektronisch angekündigt/i,
    'label_created',
    null,
  ],
  [
    /in transit|arriv|depart|process|sorted|on (its|the) way|bearbeitet|unterwegs|eingetroffen/i,
    'in_transit',
    null,
  ],
]

/** By what the status code says: that it moves or fails, that somebody has it, or nothing. */
export const WORDS: { readonly [status in 'transit' | 'delivered' | 'none']: WordTable } = {
  transit: [...BACK, ...FAILED, ...HANDS, ...TROUBLE, ...START],
  // Somebody has it: the recipient, a shop where it waits, the sender.
  delivered: [...BACK, ...HANDS, [/damage|beschädig/i, null, 'damaged']],
  none: [...BACK, ...FAILED, ...HANDS, ...TROUBLE, ...START, ...ALONE],
}
