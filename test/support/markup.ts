/** A rendered page without its style and script: what is left is what it says. */
export const markupOf = (html: string): string => html.replace(/<(style|script)>.*?<\/\1>/gs, '')

/** What is read on the page. */
export const textOf = (html: string): string =>
  markupOf(html)
    .replace(/<[^>]*>/g, ' ')
    .replace(/&amp;/g, '&')
