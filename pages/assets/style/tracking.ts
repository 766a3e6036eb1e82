/** The tracking page: headline, progress, parcels, timeline. */
export const TRACKING = `
.hero { padding-block: clamp(1.5rem, 5vw, 3.25rem) clamp(1.5rem, 4vw, 2.5rem); display: grid; gap: .875rem; justify-items: start }
.eyebrow { display: flex; flex-wrap: wrap; gap: .375rem .875rem; align-items: center; color: var(--soft) }
.hero h1 { max-width: 22ch }
.pill { display: inline-block; padding: .1rem .7rem; border-radius: 99rem; font-size: .875rem; font-weight: 650; background: var(--warn-bg); color: var(--warn) }
.problem.pill { background: var(--bad-bg); color: var(--bad) }
.act { margin-block-start: .5rem; padding: 1.125rem 1.375rem; border-radius: 1.125rem; background: var(--warn-bg); display: flex; flex-wrap: wrap; gap: .875rem 1.5rem; align-items: center; width: 100%; max-width: 42rem }
.problem.act { background: var(--bad-bg) }
.act p { font-weight: 600; flex: 1 1 16rem; text-wrap: balance }
@media (min-width: 60rem) { .cols { display: grid; grid-template-columns: minmax(0, 1fr) 20rem; gap: 1.5rem; align-items: start } }
.cols > * + * { margin-block-start: 1.25rem }
@media (min-width: 60rem) { .cols > * + * { margin-block-start: 0 } }
@media (min-width: 60rem) and (min-height: 44rem) { .side { position: sticky; inset-block-start: 1.5rem } }
.parcel { display: grid; gap: 1.5rem; grid-template-columns: minmax(0, 1fr); container-type: inline-size }
.parcel header { display: grid; gap: .375rem; justify-items: start }
.parcel h2 small { display: flex; font-weight: 400; color: var(--soft); margin-block-end: .125rem }
.steps { display: grid; grid-auto-flow: column; grid-auto-columns: minmax(0, 1fr); font-size: .75rem; line-height: 1.35; text-align: center; overflow-wrap: normal }
@container (min-width: 30rem) { .steps { font-size: .875rem } }
.steps li { position: relative; padding: 2.125rem .25rem 0; color: var(--soft) }
.steps li::before {
  content: ""; position: absolute; z-index: 1; inset-block-start: .1875rem; inset-inline-start: calc(50% - .625rem);
  width: 1.25rem; height: 1.25rem; border-radius: 50%; background: var(--card); border: 2px solid var(--edge);
}
.steps li + li::after {
  content: ""; position: absolute; inset-block-start: .6875rem; inset-inline-start: calc(-50% + .625rem);
  width: calc(100% - 1.25rem); height: 3px; background: var(--line);
}
.steps .done::before, .steps .now::before { background: var(--accent); border-color: var(--accent) }
.steps .done + li::after { background: var(--accent) }
.steps .now { color: var(--ink); font-weight: 650 }
.steps .done i {
  position: absolute; z-index: 2; inset-block-start: .46875rem; inset-inline-start: calc(50% - .21875rem);
  width: .4375rem; height: .6875rem; margin-block-start: -.0625rem; transform: rotate(45deg);
  border: solid var(--on-accent); border-width: 0 2px 2px 0;
}
.steps .now:not(.done)::before { background: var(--card); border-width: .375rem; box-shadow: 0 0 0 .25rem color-mix(in srgb, var(--accent) 18%, transparent) }
@container (max-width: 17.5rem) {
  .steps li:not(.now) span { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }
  .steps .now span { display: block; margin-inline: -4rem }
  .steps .now:first-child { text-align: start }
  .steps .now:first-child span { margin-inline-start: 0 }
  .steps .now:last-child { text-align: end }
  .steps .now:last-child span { margin-inline-end: 0 }
}
.fresh { display: flex; flex-wrap: wrap; gap: 0 1.25rem; font-size: .9375rem; color: var(--soft); }
.steps + .fresh { border-block-start: 1px solid var(--line); padding-block-start: 1rem }
.facts { display: grid; gap: .75rem; grid-template-columns: minmax(0, 1fr) }
.facts div { display: grid; gap: 0 1rem; align-items: baseline; grid-template-columns: minmax(0, 1fr) }
.facts dt { color: var(--soft); font-size: .9375rem }
@container (min-width: 26rem) { .facts div { grid-template-columns: 11rem minmax(0, 1fr) } }
.copy { display: flex; gap: .25rem .75rem; align-items: center }
.copy bdi { min-width: 0; word-break: break-all }
.copy button { flex: none; margin-block: -.25rem }
.pickup { border-radius: .875rem; background: var(--bg); padding: 1.125rem 1.25rem; display: grid; gap: .75rem; grid-template-columns: minmax(0, 1fr) }
.code { font-size: 1.75rem; font-weight: 700; letter-spacing: .08em; line-height: 1.3 }
.items { display: grid; gap: .875rem; margin-block-start: .875rem }
.items li { display: flex; gap: .875rem; align-items: center }
.items img { width: 3.5rem; height: 3.5rem; flex: none; object-fit: cover; border-radius: .625rem; background: var(--bg) }
.items div { flex: 1; min-width: 0 }
.items small { display: block; color: var(--soft) }
summary { cursor: pointer; padding-block: .5rem; font-weight: 600 }
summary :is(h2, h3) { display: inline }
.days > li { margin-block-start: 1.25rem }
.days > li > p { font-size: .9375rem; font-weight: 600; margin-block-end: .625rem }
.scans li { position: relative; display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 0 1rem; padding-block-end: 1.125rem; padding-inline-start: 1.75rem }
.scans li::before {
  content: ""; position: absolute; inset-block-start: .5em; inset-inline-start: .25rem; width: .625rem; height: .625rem;
  border-radius: 50%; background: var(--card); border: 2px solid var(--edge);
}
.scans li::after { content: ""; position: absolute; inset-block: 1.4em -.3em; inset-inline-start: calc(.5625rem - 1px); width: 2px; background: var(--line) }
.scans li:last-child { padding-block-end: .25rem }
.scans li:last-child::after { display: none }
.days + details { margin-block-start: 1rem }
.latest > li:first-child li:first-child::before { background: var(--accent); border-color: var(--accent) }
.latest > li:first-child li:first-child strong { font-weight: 650 }
.scans strong { font-weight: 500 }
.scans p { grid-column: 1 / -1; color: var(--soft); font-size: .9375rem }
.scans .time { color: var(--soft); font-size: .875rem; white-space: nowrap; padding-block-start: .1em }
.words { display: flex; gap: .5rem; align-items: center; font-size: .9375rem; color: var(--soft); margin-block-start: .75rem }
.words input { width: 1.125rem; height: 1.125rem; flex: none; margin: 0; accent-color: var(--accent) }
.trip:has(.words input:not(:checked)) .raw { display: none }
@media (forced-colors: active) { .steps .done::before, .steps .now::before { background: Highlight; border-color: Highlight } }
`
