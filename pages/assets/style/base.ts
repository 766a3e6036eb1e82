/** Colours, type, the frame of a page, and what the reader's own settings ask for. */
export const BASE = `
:root {
  color-scheme: light dark;
  --bg: #f5f5f2; --card: #fff; --ink: #17191e; --soft: #5a606b; --line: #e2e3e0; --edge: #8b9099;
  --warn: #7a4300; --warn-bg: #fff1da; --bad: #9c1520; --bad-bg: #fdeaea;
  --accent: #1f2430; --on-accent: #fff;
}
@media (prefers-color-scheme: dark) {
  :root {
    --bg: #0e1013; --card: #17191e; --ink: #f0f1f3; --soft: #a6acb8; --line: #2a2d34; --edge: #747b88;
    --warn: #ffc876; --warn-bg: #2d2110; --bad: #ffa6a3; --bad-bg: #331719;
    --accent: #e8eaf0; --on-accent: #111;
  }
}
*, ::before, ::after { box-sizing: border-box }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; overflow-wrap: break-word }
body {
  margin: 0; background: var(--bg); color: var(--ink);
  background-image: linear-gradient(color-mix(in srgb, var(--accent) 9%, var(--bg)), var(--bg) 28rem); background-repeat: no-repeat;
  display: flex; flex-direction: column; min-height: 100vh; min-height: 100svh;
  font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", sans-serif;
}
:lang(ar) { line-height: 1.75; letter-spacing: 0 }
h1, h2, h3, p, ol, ul, dl, dd, address, figure { margin: 0; padding: 0; font-style: normal }
ol, ul { list-style: none }
h1, h2, h3 { line-height: 1.25; text-wrap: balance }
h1 { font-size: clamp(2rem, 1.4rem + 2.6vw, 3rem); font-weight: 700; letter-spacing: -.025em; line-height: 1.12 }
h1:lang(ar) { letter-spacing: 0; line-height: 1.4 }
h2 { font-size: 1.25rem; font-weight: 650 }
h3 { font-size: 1rem; font-weight: 650 }
:is(h1, h2, h3):lang(ar) { font-weight: 700; line-height: 1.45 }
a { color: inherit; text-underline-offset: .2em; text-decoration-thickness: 1px }
a:hover { text-decoration-thickness: 2px }
bdi { overflow-wrap: anywhere }
img { max-width: 100%; vertical-align: middle }
small { font-size: .875rem }
:focus-visible { outline: 3px solid var(--ink); outline-offset: 2px; border-radius: 4px }
[hidden] { display: none !important }
.vh { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap }
.skip { position: absolute; inset-block-start: -9rem; padding: .75rem 1rem; background: var(--ink); color: var(--bg) }
.skip:focus { inset-block-start: 0; z-index: 1 }
main { flex: 1 0 auto }
.wrap { width: 100%; max-width: 66rem; margin-inline: auto; padding-inline: clamp(1rem, 4vw, 2rem) }
.soft { color: var(--soft) }
.num { font-variant-numeric: tabular-nums }
@media (prefers-reduced-motion: reduce) { *, ::before, ::after { animation: none !important; transition: none !important } }
@media print {
  body { background: none }
  :root { --bg: #fff; --card: #fff; --ink: #000; --soft: #333; --line: #999 }
  nav, button, form, .skip, .btn { display: none !important }
  .card { break-inside: avoid }
  details::details-content { content-visibility: visible; block-size: auto }
  summary { list-style: none }
}
`
