/** Finding an order without its link: its number and one more thing only the shopper knows. */
import type { Assets } from '../assets/brand.ts'
import { renderDocument } from '../components/document.tsx'
import type { PlainView } from '../components/plain.ts'
import { plainSpeech } from '../components/plain.ts'
import { Support } from '../components/support.tsx'
import { safeUrl } from '../components/url.ts'
import type { Speech } from '../locales/speech.ts'
import { fill } from '../locales/speech.ts'

export interface LookupView extends PlainView {
  /** Where the form is posted: fields `number` and `key` */
  readonly action: string
  /** `not_found` is one sentence for every reason, so that nothing can be learnt by trying */
  readonly state: 'blank' | 'not_found' | 'too_many'
  /** The order number as it was entered; the second key is never sent back */
  readonly number: string
}

interface FieldProps {
  readonly name: 'number' | 'key'
  readonly label: string
  readonly hint: string
  readonly value?: string
  readonly failed: boolean
}

function Field({ name, label, hint, value, failed }: FieldProps) {
  return (
    <div class="field">
      <label for={name}>{label}</label>
      <input
        id={name}
        name={name}
        value={value ?? ''}
        required
        maxLength={254}
        dir="auto"
        autocomplete={name === 'key' ? 'email' : 'off'}
        autocapitalize="none"
        spellcheck={false}
        aria-describedby={failed ? `failed ${name}-hint` : `${name}-hint`}
        aria-invalid={failed ? 'true' : undefined}
      />
      <small id={`${name}-hint`} class="soft">
        {hint}
      </small>
    </div>
  )
}

function Form({ s, view }: { s: Speech; view: LookupView }) {
  const words = s.words.lookup
  const failed = view.state === 'not_found'
  return (
    <form class="card stack" method="post" action={safeUrl(view.action)}>
      {view.state !== 'blank' && (
        <p id="failed" class="alert" role="alert">
          {words[view.state]}
        </p>
      )}
      <Field
        name="number"
        label={words.number}
        hint={words.number_hint}
        value={view.number}
        failed={failed}
      />
      <Field name="key" label={words.key} hint={words.key_hint} failed={failed} />
      <button type="submit" class="btn">
        {words.submit}
      </button>
    </form>
  )
}

/** The look-up page as a whole HTML document. */
export function renderLookup(view: LookupView, assets: Assets): string {
  const s = plainSpeech(view.locale)
  const { brand, languages } = view
  const words = s.words.lookup
  const title = fill(s.words.page.title, { headline: words.title, brand: brand.name })
  return renderDocument(
    { s, brand, assets, languages, lookup: null, title },
    <div class="plain stack">
      <div>
        <h1>{words.title}</h1>
        <p class="lead">{words.lead}</p>
        <Form s={s} view={view} />
      </div>
      <Support s={s} support={brand.support} subject={words.title} />
    </div>,
  )
}
