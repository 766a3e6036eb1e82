import { Link } from '../components/link.tsx'
import { Ltr } from '../components/text.tsx'
import { safeUrl } from '../components/url.ts'
import { dayWords } from '../locales/moments.ts'
import type { Speech } from '../locales/speech.ts'
import { fill } from '../locales/speech.ts'
import type { ArticleView } from './view.ts'

function Detail({ s, article }: { s: Speech; article: ArticleView }) {
  const kind = s.words.kinds[article.kind]
  const available =
    article.available_on &&
    fill(s.words.order.available, { when: dayWords(s, article.available_on) })
  const text = [kind, available].filter(Boolean).join(' · ')
  return text ? <small>{text}</small> : null
}

function Article({ s, article }: { s: Speech; article: ArticleView }) {
  const image = safeUrl(article.image)
  const title = (
    <bdi lang={article.language === s.locale ? undefined : article.language}>{article.title}</bdi>
  )
  return (
    <li>
      {image && <img src={image} alt="" width="56" height="56" loading="lazy" />}
      <div>
        <Link url={article.url}>{title}</Link>
        <Detail s={s} article={article} />
      </div>
      <Ltr class="soft num">×{s.format.number(article.quantity)}</Ltr>
    </li>
  )
}

/** Articles with their quantities. */
export const Articles = ({ s, articles }: { s: Speech; articles: readonly ArticleView[] }) => (
  <ul class="items">
    {articles.map((article) => (
      <Article s={s} article={article} />
    ))}
  </ul>
)
