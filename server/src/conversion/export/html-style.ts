/**
 * How an exported page looks, on the screen and on paper. Colours have a contrast of at least 4.5 to 1 on their ground, and none of them
 * says anything that a word or a shape does not say too.
 */
export const htmlStyle = `
:root { color-scheme: light; --ink: #1d1d1f; --quiet: #4a4f57; --line: #8a9099; --ground: #fff; --tint: #f2f4f6; --accent: #1f4e79; }
* { box-sizing: border-box; }
html { background: var(--ground); }
body { margin: 0; color: var(--ink); font: 1rem/1.55 Arial, Helvetica, "Liberation Sans", sans-serif; }
main { max-width: 52rem; margin: 0 auto; padding: 1.5rem 1.25rem 4rem; outline: none; }
.skip { position: absolute; left: -100rem; padding: .5rem 1rem; background: var(--ink); color: #fff; }
.skip:focus { left: 0; top: 0; z-index: 1; }
.marking { margin: 0; padding: .6rem 1.25rem; border-bottom: 2px solid var(--ink); font-weight: bold; text-align: center; }
.council { margin: 0; color: var(--quiet); font-weight: bold; }
h1, h2, h3, h4, h5, h6 { line-height: 1.25; color: var(--accent); margin: 1.8em 0 .5em; break-after: avoid; }
h1 { font-size: 1.75rem; margin-top: .4em; } h2 { font-size: 1.3rem; } h3 { font-size: 1.1rem; } h4, h5, h6 { font-size: 1rem; }
p, ul, ol, blockquote, pre, .table { margin: 0 0 .9em; }
li { margin: 0 0 .35em; } li > p { margin-bottom: .4em; } li > ul, li > ol { margin: .25em 0 .4em; }
a { color: #0b57a4; } a.reference { text-decoration-thickness: 1px; text-underline-offset: .15em; }
p, li, h2, h3 { overflow-wrap: break-word; }
p.numbered, li.numbered { position: relative; padding-left: 3.2rem; list-style: none; } li.numbered { margin-left: -2.5rem; }
.numbered > .number { position: absolute; left: 0; min-width: 2.6rem; } h2 > .number, h3 > .number { display: inline-block; min-width: 2.2rem; }
/* What stands under a numbered paragraph begins where its words begin, up to three of them. A list of paragraphs that are numbered themselves does not. */
:is(p.numbered, :is(ul, ol):has(> li.numbered:not(.recommendation))) + :is(blockquote, :is(ul, ol):not(:has(> li.of-section, > li.numbered:not(.recommendation)))),
:is(p.numbered, :is(ul, ol):has(> li.numbered:not(.recommendation))) + :is(blockquote, :is(ul, ol):not(:has(> li.of-section, > li.numbered:not(.recommendation)))) + :is(blockquote, :is(ul, ol):not(:has(> li.of-section, > li.numbered:not(.recommendation)))),
:is(p.numbered, :is(ul, ol):has(> li.numbered:not(.recommendation))) + :is(blockquote, :is(ul, ol):not(:has(> li.of-section, > li.numbered:not(.recommendation)))) + :is(blockquote, :is(ul, ol):not(:has(> li.of-section, > li.numbered:not(.recommendation)))) + :is(blockquote, :is(ul, ol):not(:has(> li.of-section, > li.numbered:not(.recommendation)))) { margin-left: 3.2rem; }
.label, .field { font-weight: bold; } li.numbered > .label { margin-right: .3em; }
.fields { list-style: none; padding-left: 1.2rem; } .fields > li { margin-bottom: .1em; }
.task-list-item { list-style: none; }
table { border-collapse: collapse; width: 100%; } .table { overflow-x: auto; }
th, td { border: 1px solid var(--line); padding: .4rem .55rem; text-align: left; vertical-align: top; }
thead th { background: var(--tint); } table.wide { font-size: .85rem; } .align-right { text-align: right; } .align-center { text-align: center; }
.paper-header { margin: 1rem 0 1.5rem; } .paper-header th { width: 14rem; background: var(--tint); }
blockquote { padding: .2rem 0 .2rem 1rem; border-left: .3rem solid var(--line); font-style: italic; } blockquote p:last-child { margin-bottom: 0; }
pre { padding: .6rem .8rem; background: var(--tint); overflow-x: auto; white-space: pre-wrap; } code { font-family: Consolas, "Liberation Mono", monospace; font-size: .95em; }
img { max-width: 100%; height: auto; } .picture { border: 1px dashed var(--line); padding: 0 .4em; }
.status { display: inline-block; padding: 0 .45em; border: 1px solid var(--line); border-radius: .25em; background: #fff; white-space: nowrap; }
.shape { font-size: .85em; } .stage-off-track { border-color: #a4161a; } .stage-off-track .shape { color: #a4161a; } .stage-at-risk { border-color: #8a5a00; } .stage-at-risk .shape { color: #8a5a00; }
.stage-on-track { border-color: #1b6e3c; } .stage-on-track .shape { color: #1b6e3c; } .stage-complete { border-color: #1f4e79; } .stage-complete .shape { color: #1f4e79; }
.contents { margin: 1.5rem 0; padding: .2rem 1.25rem .8rem; background: var(--tint); } .contents h2 { margin: .6em 0 .3em; font-size: 1.1rem; }
.contents ul { list-style: none; margin: 0; padding: 0; } .contents .second { padding-left: 1.5rem; }
.appendix { margin-top: 3rem; border-top: 2px solid var(--line); padding-top: 1rem; }
:focus-visible { outline: 3px solid #b35900; outline-offset: 2px; }
@page { size: A4; margin: 20mm 18mm; @bottom-right { content: "Page " counter(page) " of " counter(pages); font: 8.5pt Arial, Helvetica, sans-serif; } } @page wide { size: A4 landscape; margin: 16mm; }
@media print {
  body { font-size: 10.5pt; } main { max-width: none; padding: 0; } .skip { display: none; } a { color: inherit; text-decoration: none; }
  .contents { background: none; border: 1px solid var(--line); } .table { overflow: visible; } thead { display: table-header-group; } tr, blockquote, img, li.action { break-inside: avoid; } p:has(+ .table), p:has(+ ul), p:has(+ ol) { break-after: avoid; }
  th, td { padding: .25rem .5rem; } table.wide { font-size: 8pt; } .lies { page: wide; } .appendix { break-before: page; border: 0; margin: 0; padding: 0; } p, li { orphans: 3; widows: 3; }
}
`.trim();
