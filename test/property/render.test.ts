import assert from 'node:assert/strict';
import fc from 'fast-check';
import { toHtml } from 'hast-util-to-html';
import { builtInConfiguration } from '../../server/src/language/configuration/built-in.ts';
import { buildModel, updateModel } from '../../server/src/language/model/build-model.ts';
import { blockHtml, flow } from '../../server/src/language/render/html.ts';
import { render } from '../../server/src/language/render/render.ts';
import type { Rendering } from '../../server/src/language/render/rendering.ts';
import { createParser } from '../../server/src/language/syntax/parser.ts';
import { documentAddress } from '../../server/src/language/text/document-address.ts';
import { applyEdits } from '../../server/src/language/text/span.ts';
import { elementsIn } from '../library/render/elements.ts';
import { editsWith } from './papers.ts';

const parser = createParser();
const address = documentAddress('file:///papers/visit.report.md');

/** Pieces of papers in which what stands elsewhere decides how a block is printed: numbers, labels, definitions. */
const pieces = [
  '---\ntype: committee-report\nhouse-style: southampton\n---\n',
  '---\nhouse-style: sefton\nexempt: 3\n---\n',
  '---\nhouse-style: nottingham-scrutiny\n---\n',
  '# Visit\n\n',
  '## Summary\n\n',
  '## Recommendations\n\n',
  '## 2. Actions\n\n',
  '## Areas for improvement\n\n',
  '**Summary:**\n\n',
  '- **F1** Plans are late\n',
  '- That the Panel notes it\n',
  '1. **R1** That it asks\n',
  '4. Fourth\n',
  'Inspectors came.\n\n',
  '3\\. Written by hand, see paragraph 2.\n\n',
  'See F1, A2, [the letter][l] and Appendix 1.\n\n',
  '[l]: https://law.example\n\n',
  '[l]: other.md "t"\n\n',
  '- Appendix 1: The letter\n',
  '| Ref | Action | Owner | Status |\n|---|---|---|---|\n',
  '| A2 | Train | AB | 🟢 |\n',
  '| A2 | <b>x</b><br>y | F1 | late |\n',
  '> quoted F1\n\n',
  '<!-- note -->\n',
  'a <u>b</u> c\n\n',
  '<div>\n\n',
  '</div>\n\n',
  'x',
  '\n',
  '\n\n',
  '  ',
  '- ',
  '|',
  '**',
  '\r\n',
  '```\n',
  '---\n',
  '- [x] done\n',
  'Contact Officer: A\nEmail: b@c.example\n\n',
];

const plainly = (rendering: Rendering): unknown => ({
  ...rendering,
  blocks: rendering.blocks.map((block) => [blockHtml(block), block.number, block.id, block.is]),
});

describe('the rendering', () => {
  it('is the same after edits as from scratch, and keeps what looks the same', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 30 }), editsWith(pieces), (start, changes) => {
        let text = start.join('');
        let syntax = parser.parse(text);
        let model = buildModel(address, 1, syntax, builtInConfiguration);
        let rendering = render(model);
        for (const { at, remove, insert } of changes) {
          const from = at % (text.length + 1);
          const edit = { span: { start: from, end: Math.min(text.length, from + remove) }, newText: insert };
          text = applyEdits(text, [edit]);
          const reparsed = parser.reparse(syntax, edit);
          syntax = reparsed.syntax;
          model = updateModel(model, model.version + 1, syntax, reparsed.changes, builtInConfiguration).model;
          const before = rendering;
          rendering = render(model, {}, before);
          assert.deepEqual(plainly(rendering), plainly(render(model)));
          for (const block of rendering.blocks) {
            const old = before.blocks.find((one) => one.model === block.model);
            if (old?.circumstances === block.circumstances) assert.equal(old, block);
          }
        }
      }),
      { numRuns: Number(process.env['RENDER_RUNS'] ?? 100), seed: Number(process.env['RENDER_SEED'] ?? 20260301) },
    );
  }).timeout(process.env['RENDER_RUNS'] ? 0 : 60_000);

  const hostile = [
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<svg onload=alert(1)><script>x</script></svg>',
    '<a href="javascript:alert(1)">x</a>',
    '<a href=" java\tscript:alert(1)">x</a>',
    '[x](javascript:alert%281%29)',
    '[x](JaVaScRiPt:alert)',
    '[x](vbscript:x)',
    '[x](data:text/html;base64,PHNjcmlwdD4=)',
    '![x](data:image/svg+xml;base64,PHN2Zz4=)',
    '![x](https://tracker.example/p.png)',
    '![x](//tracker.example/p.png)',
    '<img src="\\\\server\\share\\p.png">',
    '<img src="data:image/png;base64,aGk=">',
    '<iframe src="https://a.example"></iframe>',
    '<style>*{display:none}</style>',
    '<p style="position:fixed">x</p>',
    '<form action="https://a.example"><input name=x><button>go</button></form>',
    '<meta http-equiv=refresh content="0;url=https://a.example">',
    '<base href="https://a.example/">',
    '<link rel=stylesheet href=x>',
    '<object data=x></object>',
    '<embed src=x>',
    '<math><mi xlink:href="javascript:x">',
    '</li></ul></td></tr></table><script>x</script>',
    '<template><img src=x onerror=x></template>',
    '<b id="main" name="body" class="skip">x</b>',
    '<span data-anchor="main">x</span>',
    '<!--><img src=x onerror=x>-->',
    '<a href="&#106;avascript:x">x</a>',
    '<details open ontoggle=x>',
    '<textarea><img src=x onerror=x>',
    '<noscript><p title="</noscript><img src=x onerror=x>">',
    '<![CDATA[<script>x</script>]]>',
    '<?php x ?>',
    '[a]: javascript:x\n\n[y][a]',
    '<javascript:alert(1)>',
    '<img srcset="https://a.example/x 2x">',
    '<video poster="https://a.example">',
  ];
  const wrappers = ['', '- ', '> ', '## ', '1. ', '| a | b |\n|---|---|\n| ', '**', '<div>\n', '`', '- x\n  - '];

  it('has nothing in it that runs, loads from elsewhere or takes an identifier, whatever the text', () => {
    const part = fc
      .tuple(
        fc.constantFrom(...wrappers),
        fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...hostile) }, { weight: 1, arbitrary: fc.string({ maxLength: 30 }) }),
        fc.constantFrom('\n', '\n\n', ' ', ''),
      )
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 12 }), (parts) => {
        const rendering = render(buildModel(address, 1, parser.parse(parts.join('')), builtInConfiguration));
        checkHarmless(rendering.blocks.map(blockHtml).join('\n'));
        checkHarmless(toHtml({ type: 'root', children: flow(rendering.blocks) }));
      }),
      { numRuns: Number(process.env['RENDER_RUNS'] ?? 300), seed: 20260302 },
    );
  }).timeout(process.env['RENDER_RUNS'] ? 0 : 60_000);

  it('prints what is nested too deep as it is written', () => {
    const deep = `${'> '.repeat(4000)}x\n`;
    assert.equal(render(buildModel(address, 1, parser.parse(deep), builtInConfiguration)).blocks.length > 0, true);
  });
});

/** The page is read with an HTML parser, as a browser would, and every element looked at. */
function checkHarmless(html: string): void {
  for (const { name, attributes } of elementsIn(html)) {
    assert.ok(
      /^(?:h[1-6]|p|br|hr|div|span|blockquote|pre|code|em|strong|b|i|u|s|del|ins|sub|sup|small|mark|q|cite|abbr|kbd|a|img|[uo]l|li|dl|dt|dd|table|caption|thead|tbody|tfoot|tr|th|td|figure|figcaption)$/.test(
        name,
      ),
      `<${name}> in ${html}`,
    );
    for (const [attribute, value] of Object.entries(attributes)) {
      assert.ok(
        /^(?:id|class|href|src|alt|title|lang|dir|start|value|colspan|rowspan|scope|rel|role|aria-label|aria-hidden|data-line)$/.test(
          attribute,
        ),
        `${attribute} in ${html}`,
      );
      if (attribute === 'href') assert.match(value, /^(?:https?:|mailto:|[^:]*$|[^:/?#]*[/?#])/i, html);
      if (attribute === 'src')
        assert.match(value, /^(?:data:image\/(?:png|jpe?g|gif|webp);base64,|(?![\\/]{2})[^:]*$|(?![\\/]{2})[^:/?#]*[/?#])/i, html);
      if (attribute === 'id') assert.match(value, /^(?:section|paragraph|recommendation|appendix|label)-/, html);
    }
  }
}
