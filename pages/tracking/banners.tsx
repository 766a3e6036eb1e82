import { Sentence, When } from '../components/text.tsx'
import { safeUrl } from '../components/url.ts'
import { read } from '../locales/moments.ts'
import type { Speech } from '../locales/speech.ts'
import type { TrackingView } from './view.ts'

function Stale({ s, view }: { s: Speech; view: TrackingView }) {
  const known = view.as_of ? read(view.as_of, s.zone) : null
  if (!known) return null
  return (
    <div class="note">
      <p>
        <Sentence
          text={s.words.banner.as_of}
          values={{ time: <When s={s} reading={known} ago /> }}
        />
      </p>
    </div>
  )
}

/** An expired grant is no error: progress is still shown, and a fresh link is one press away. */
function Expired({ s, view }: { s: Speech; view: TrackingView }) {
  if (!view.grant_expired) return null
  const action = safeUrl(view.fresh_link_action)
  return (
    <div class="note">
      <p>{s.words.banner.expired}</p>
      {action && (
        <form method="post" action={action}>
          <button type="submit" class="btn">
            {s.words.banner.fresh_link}
          </button>
        </form>
      )}
    </div>
  )
}

/** What to know about this page itself. */
export const Banners = ({ s, view }: { s: Speech; view: TrackingView }) =>
  view.as_of || view.grant_expired ? (
    <div class="stack banners">
      <Stale s={s} view={view} />
      <Expired s={s} view={view} />
    </div>
  ) : null
