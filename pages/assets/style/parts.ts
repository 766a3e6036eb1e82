/** What several pages share: header, footer, cards, buttons, banners, forms. */
export const PARTS = `
.top .wrap { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; align-items: center; padding-block: .875rem }
.brand { margin-inline-end: auto; font-size: 1.125rem; font-weight: 700; padding-block: .5rem }
.brand a { text-decoration: none }
.brand img { display: block; max-height: 2.25rem; width: auto }
@media (prefers-color-scheme: dark) { .brand img { background: #fff; border-radius: .5rem; padding: .25rem .5rem } }
.row { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; align-items: center }
.row a, .row [aria-current] { display: inline-block; padding-block: .4rem }
.row [aria-current] { font-weight: 650 }
.card { background: var(--card); border: 1px solid var(--line); border-radius: 1.125rem; padding: clamp(1.125rem, 4vw, 1.75rem) }
.stack { display: grid; gap: 1.25rem; align-content: start; grid-template-columns: minmax(0, 1fr) }
.btn {
  display: inline-block; padding: .7rem 1.35rem; border: 0; border-radius: 99rem; cursor: pointer;
  background: var(--accent); color: var(--on-accent); font: inherit; font-weight: 650; text-decoration: none; text-align: center;
}
.btn:hover { filter: brightness(1.08) }
.stack > .quiet { justify-self: start }
.quiet {
  padding: .3rem .8rem; border: 1px solid var(--edge); border-radius: 99rem; cursor: pointer;
  background: none; color: inherit; font: inherit; font-size: .875rem;
}
.note { border-radius: 1rem; padding: 1rem 1.25rem; background: var(--card); border: 1px solid var(--line); display: flex; flex-wrap: wrap; gap: .75rem 1.25rem; align-items: center; justify-content: space-between }
.note p { flex: 1 1 18rem }
.bottom { margin-block-start: 3rem; border-block-start: 1px solid var(--line); color: var(--soft); font-size: .9375rem }
.bottom .wrap { display: flex; flex-wrap: wrap; gap: .5rem 2rem; justify-content: space-between; padding-block: 1.5rem 2.5rem }
.plain { max-width: 36rem; margin-inline: auto; padding-block: clamp(2rem, 8vw, 4.5rem) }
.plain .lead { margin-block: .75rem 2rem }
.lead { font-size: 1.125rem; color: var(--soft); max-width: 38rem; text-wrap: pretty }
.field { display: grid; gap: .25rem }
.field label { font-weight: 650 }
.field input {
  width: 100%; padding: .7rem .9rem; font: inherit; color: inherit; background: var(--bg);
  border: 1px solid var(--edge); border-radius: .75rem;
}
.alert { border-radius: .875rem; padding: .875rem 1.125rem; background: var(--warn-bg); color: var(--warn) }
@media (forced-colors: active) { .btn, .pill, .card, .note { border: 1px solid } }
`
