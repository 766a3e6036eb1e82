import { describe, expect, it } from 'vitest'
import { escapeXml, parseXml, XmlError } from '../../../worker/lib/xml.ts'

const parse = (body: string, lists: readonly string[] = []) => parseXml(body, { lists })

describe('values', () => {
  it('are texts as written: leading zeros, dates and truths stay', () => {
    expect(parse('<a><b>0100</b><c>1e3</c><d>true</d><e/><f> x </f></a>')).toEqual({
      a: { b: '0100', c: '1e3', d: 'true', e: '', f: 'x' },
    })
  })

  it('are lists where one is asked for, or where there are several', () => {
    expect(parse('<a><b>1</b><c>2</c><c>3</c></a>', ['b'])).toEqual({
      a: { b: ['1'], c: ['2', '3'] },
    })
  })

  it('lose prefixes, attributes, comments and instructions', () => {
    const body =
      '<?xml version="1.0"?><!-- c --><n:a xmlns:n="x" y="z"><?go?><n:b q="1">2</n:b></n:a>'
    expect(parse(body)).toEqual({ a: { b: '2' } })
  })

  it('may come after a blank', () => {
    expect(parse('\n <?xml version="1.0"?>\n<a>1</a>')).toEqual({ a: '1' })
  })
})

describe('references', () => {
  it.each([
    ['&amp;&lt;&gt;&quot;&apos;', '&<>"\''],
    ['&#233;&#xE9;&#x1F69A;', 'éé🚚'],
    // Once, never again.
    ['&amp;lt;', '&lt;'],
    ['&#38;amp;', '&amp;'],
    // Nobody defined them: they stay as they are.
    ['&nbsp;&unknown;&#0;&#x110000;&#9999999;', '&nbsp;&unknown;&#0;&#x110000;&#9999999;'],
    ['<![CDATA[<b>&amp;</b>]]>', '<b>&amp;</b>'],
  ])('%s is %s', (written, text) => {
    expect(parse(`<a>${written}</a>`)).toEqual({ a: text })
  })
})

const LAUGHS = `<?xml version="1.0"?>
<!DOCTYPE lolz [<!ENTITY lol "lol">${Array.from(
  { length: 9 },
  (_, index) => `<!ENTITY lol${index + 1} "${`&lol${index || ''};`.repeat(10)}">`,
).join('')}]>
<a>&lol9;</a>`

describe('what is refused', () => {
  it.each([
    ['a billion laughs', LAUGHS],
    ['an external entity', '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'],
    ['an external document type', '<!doctype a SYSTEM "http://127.0.0.1/a.dtd"><a/>'],
    ['an entity alone', '<a><!ENTITY b "c"></a>'],
    ['too much', `<a>${'x'.repeat(250_000)}</a>`],
    ['too deep', '<a>'.repeat(500) + '</a>'.repeat(500)],
    ['so deep that a stack would not hold it', '<a>'.repeat(40_000) + '</a>'.repeat(40_000)],
    ['names of objects', '<a><__proto__><x>1</x></__proto__></a>'],
    ['nothing', ''],
    ['blanks', '  '],
    ['text', 'x'],
    ['JSON', '{"a":1}'],
    ['an open element', '<a><b>1</b>'],
    ['crossed elements', '<a><b></a></b>'],
    ['an open CDATA', '<a><![CDATA[x</a>'],
    ['HTML', '<html><p>x<br></html>'],
  ])('%s', (_what, body) => {
    expect(() => parse(body)).toThrow(XmlError)
  })

  it('without a word of the document', () => {
    expect(() => parse('<a>secret</b>')).toThrow(/^the document is not well-formed$/)
  })

  it('nothing reaches the prototype of objects', () => {
    for (const name of ['constructor', 'prototype', 'toString']) {
      try {
        parse(`<a><${name}><polluted>1</polluted></${name}></a>`)
      } catch (error) {
        expect(error).toBeInstanceOf(XmlError)
      }
    }
    expect(Reflect.get({}, 'polluted')).toBeUndefined()
  })
})

describe('the worst of the size that is read', () => {
  const much = (piece: string) => piece.repeat(Math.floor(240_000 / piece.length))

  it.each([
    ['opened', much('<a ')],
    ['brackets', much('<')],
    ['comments', `<a>${much('<!--')}`],
    ['open CDATA', `<a>${much('<![CDATA[')}`],
    ['ampersands', `<a>${much('&#')}</a>`],
    ['attributes', `<a ${much('b="c" ')}/>`],
    ['elements', `<a>${much('<b/>')}</a>`],
    ['blanks', `<a>${much(' ')}</a>`],
  ])('of %s is over in a moment', (_what, body) => {
    const began = performance.now()
    try {
      parse(body)
    } catch (error) {
      expect(error).toBeInstanceOf(XmlError)
    }
    expect(performance.now() - began).toBeLessThan(2000)
  })
})

describe('what we write', () => {
  it('reads back as it was, in elements and attributes', () => {
    const text = `a<b>&amp;"c"'d' é`
    const body = `<a b="${escapeXml(text)}" c='${escapeXml(text)}'>${escapeXml(text)}</a>`
    expect(parseXml(body, { attributes: true })).toEqual({
      a: { '@b': text, '@c': text, '#text': text },
    })
  })
})
