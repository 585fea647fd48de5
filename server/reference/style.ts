/** The page's one stylesheet: light, dark, a phone's width, and paper. */
export const stylesheet = `:root {
  color-scheme: light dark;
  --ground: #fff;
  --text: #1d2327;
  --soft: #57606a;
  --line: #d0d7de;
  --field: #f3f5f7;
  --link: #0b57a4;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #14181b;
    --text: #e3e7ea;
    --soft: #a3adb6;
    --line: #3a434b;
    --field: #1f252a;
    --link: #8cc2ff;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body {
  max-width: 52rem;
  margin: 0 auto;
  padding: 1rem;
  background: var(--ground);
  color: var(--text);
  font: 1rem/1.55 system-ui, 'Noto Sans', sans-serif;
  overflow-wrap: anywhere;
}
h1 { font-size: 1.6rem; line-height: 1.25; }
h2 { margin-top: 2.5rem; font-size: 1.3rem; border-bottom: 1px solid var(--line); }
h3 > code { font-weight: 700; font-size: 1em; }
h3 { margin: 2rem 0 0.5rem; font-size: 1.05rem; }
h4 { margin: 1rem 0 0.25rem; font-size: 0.95rem; }
p { margin: 0.4rem 0; }
a { color: var(--link); }
a:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
:target { scroll-margin-top: 1rem; }
:target > h3 { background: var(--field); }
code { font: 0.9em/1.4 ui-monospace, 'Noto Sans Mono', monospace; }
pre { padding: 0.75rem; background: var(--field); border: 1px solid var(--line); white-space: pre-wrap; }
.soft { color: var(--soft); font-weight: normal; font-size: 0.9em; }
.fields, .contents, .contents ul { margin: 0; padding: 0; list-style: none; }
.fields li { padding: 0.2rem 0; border-bottom: 1px solid var(--line); }
.fields li > code:first-child { font-weight: 600; }
.contents > li { margin: 0.75rem 0; font-weight: 600; }
.contents li li { font-weight: normal; }
.contents li li a { display: block; padding: 0.25rem 0; }
dl { margin: 0; }
dd { margin: 0 0 0.5rem; }
@media print {
  :root { --ground: #fff; --text: #000; --soft: #333; --line: #999; --field: #fff; --link: #000; }
  body { max-width: none; padding: 0; font-size: 9.5pt; }
  a { text-decoration: none; }
  nav { break-after: page; }
  h2, h3, h4, dt { break-after: avoid; }
  li, dd, pre { break-inside: avoid; }
}
`;
