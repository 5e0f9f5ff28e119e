// SPDX-License-Identifier: Apache-2.0

/// How a page looks on the screen, light and dark, and on paper. Contrast is 7:1 for text in both.
let styleSheet = """
  :root {
    color-scheme: light dark;
    --grund: #fff; --text: #1a1d21; --leise: #4a5159; --linie: #c4cad1;
    --kopf: #e8edf3; --wechsel: #f6f8fa; --akzent: #0b4f8a; --strich: #0b4f8a;
  }
  @media (prefers-color-scheme: dark) {
    :root {
      --grund: #14171a; --text: #e8eaed; --leise: #b3bac2; --linie: #434b54;
      --kopf: #252c34; --wechsel: #1a1e23; --akzent: #9ecbff; --strich: #3d6ea5;
    }
  }
  * { box-sizing: border-box }
  body {
    margin: 0; padding: 2rem clamp(1rem, 3vw, 3rem) 4rem; background: var(--grund); color: var(--text);
    font: 1rem/1.5 "Segoe UI", "Liberation Sans", "Noto Sans", Arial, sans-serif; hyphens: auto;
  }
  header { border-top: .35rem solid var(--strich); padding-top: 1.25rem; margin-bottom: 2rem }
  h1 { font-size: 1.9rem; line-height: 1.2; margin: 0 0 .4rem; hyphens: manual }
  h2 { font-size: 1.4rem; line-height: 1.25; margin: 2.4rem 0 .6rem; border-bottom: 1px solid var(--linie); padding-bottom: .25rem }
  h3 { font-size: 1.15rem; margin: 1.8rem 0 .4rem }
  h4, h5, h6 { font-size: 1rem; margin: 1.4rem 0 .3rem }
  p, ul, dl { max-width: 72ch; margin: 0 0 .8rem }
  .unterzeile { font-size: 1.15rem; color: var(--leise) }
  dl { display: grid; gap: .15rem 1.25rem; margin-top: 1rem }
  dl div { display: grid; grid-template-columns: minmax(9rem, auto) 1fr; gap: 1.25rem }
  dt { color: var(--leise) }
  dd { margin: 0 }
  code { font: .92em "Liberation Mono", Consolas, monospace; background: var(--kopf); padding: .1em .3em; border-radius: .2em }
  .sprung { position: absolute; left: -99rem; background: var(--grund); color: var(--akzent); padding: .6rem 1rem; border: 2px solid }
  .sprung:focus { left: 1rem; top: 1rem; z-index: 2 }
  :focus-visible { outline: 3px solid var(--akzent); outline-offset: 2px }
  main:focus { outline: none }
  .unsichtbar { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }

  .tafel { overflow: auto; margin: 1.2rem 0 .8rem; position: relative }
  table {
    border: 0 solid var(--linie); border-width: 1px 0 0 1px; border-collapse: separate; border-spacing: 0;
    font-size: .9rem; line-height: 1.35; font-variant-numeric: tabular-nums
  }
  .breit { font-size: .82rem }
  caption { text-align: left; font-weight: 600; font-size: 1rem; padding: 0 0 .5rem }
  th, td { border: 0 solid var(--linie); border-width: 0 1px 1px 0; padding: .3rem .5rem; text-align: left; vertical-align: top }
  td, thead th { min-width: 7rem }
  .breit tbody td:not([class]) { min-width: 13rem; max-width: 30rem }
  thead th, thead td { background: var(--kopf); vertical-align: bottom; font-weight: 600 }
  thead th[scope="colgroup"] { text-align: center; vertical-align: middle }
  tbody tr:first-child > * { border-top: 2px solid var(--strich) }
  tbody tr { background: var(--grund) }
  tbody tr:nth-child(even) { background: var(--wechsel) }
  tbody th { font-weight: 600; background: inherit; white-space: nowrap }
  tbody .m, thead .m { min-width: 2.2rem; text-align: center; white-space: nowrap }
  tbody .k, thead .k { min-width: 4.5rem }
  tbody .p, thead .p { min-width: 7rem }
  tbody .z, thead .z { min-width: 4rem; text-align: right; white-space: nowrap }
  thead .hoch { min-width: 2.2rem; padding: .5rem .2rem; text-align: left }
  .hoch span {
    writing-mode: vertical-rl; transform: rotate(180deg); display: inline-block; max-height: 10rem; line-height: 1.15; hyphens: auto
  }
  /* Where there is room, header and numbers stay in sight. */
  @media screen and (min-height: 45rem) and (min-width: 60rem) {
    .tafel { max-height: 94vh }
    thead { position: sticky; top: 0; z-index: 1 }
    tbody th { position: sticky; left: 0 }
  }
  .anmerkung { font-size: .9rem; color: var(--leise) }

  @media print {
    :root {
      color-scheme: light;
      --grund: #fff; --text: #000; --leise: #333; --linie: #888; --kopf: #e8edf3; --wechsel: #fff; --akzent: #000; --strich: #0b4f8a;
    }
    @page {
      margin: 14mm 12mm 16mm;
      @bottom-left { font: 7.5pt sans-serif; text-align: left; width: 88% }
      @bottom-right { content: counter(page) " / " counter(pages); font: 7.5pt sans-serif }
    }
    body { padding: 0; font-size: 10pt }
    .sprung { display: none }
    .tafel { overflow: visible; padding-right: 1px }
    table { width: 100%; font-size: 8.5pt; border: 0; border-collapse: collapse }
    th, td { border-width: 1px }
    .breit { font-size: 6.5pt; line-height: 1.2 }
    th, td, thead th, .breit tbody td:not([class]), tbody .m, thead .m, tbody .k, thead .k, tbody .p, thead .p, tbody .z, thead .z, thead .hoch {
      min-width: 0; padding: .15rem .2rem
    }
    table:not(.breit) tbody :is(.p, td:not([class])) { min-width: 20mm }
    /* A browser repeats the header on each page only if it takes no more than a quarter of one. */
    .hoch span { max-height: 25mm }
    th, td { overflow-wrap: break-word }
    thead { display: table-header-group }
    tr { break-inside: avoid }
    thead th, thead td { print-color-adjust: exact; -webkit-print-color-adjust: exact }
    h2, h3, h4, caption { break-after: avoid }
  }
  """
