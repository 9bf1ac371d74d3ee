import assert from 'node:assert/strict';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { ConvertAnswer, ConvertRequest } from '../../server/src/convert/messages.ts';
import { pdfFile, textLines } from '../library/import/pdf-file.ts';
import { h, p, wordFile } from '../library/import/word-file.ts';
import { buildWhereStale, inTemporaryFolder, repository } from './command.ts';
import { writeFile } from 'node:fs/promises';

/** All that the converter answers to a request, to its last word. */
async function answers(request: ConvertRequest): Promise<ConvertAnswer[]> {
  const child = fork(join(repository, 'server/dist/convert.js'), [], { serialization: 'advanced' });
  const said: ConvertAnswer[] = [];
  try {
    child.send(request);
    for (;;) {
      const [answer] = (await once(child, 'message')) as [ConvertAnswer];
      said.push(answer);
      if (answer.kind !== 'progress') return said;
    }
  } finally {
    child.kill();
  }
}

describe('the converter, a process beside the editor', function () {
  before(buildWhereStale);

  it('imports, with the house styles of the folder', () =>
    inTemporaryFolder(async (folder) => {
      await writeFile(
        join(folder, '.inspection-response.json'),
        JSON.stringify({
          houseStyles: {
            aldersham: {
              extends: 'generic',
              title: 'Aldersham Council',
              council: 'Aldersham Council',
              committees: [{ name: 'Aldersham Families and Young People Board', kind: 'board' }],
            },
          },
        }),
      );
      const [answer] = await answers({
        kind: 'import',
        bytes: wordFile({ body: p('Aldersham Families and Young People Board') + h(1, 'Summary') + p('Aldersham Council met.') }),
        fileName: 'a.docx',
        path: join(folder, 'a.docx'),
      });
      assert.ok(answer?.kind === 'imported' && /^house-style: aldersham$/m.test(answer.text), JSON.stringify(answer));
    }));
  it('tells how far it is, page by page', async () => {
    const said = await answers({
      kind: 'import',
      bytes: pdfFile([1, 2].map((page) => ({ texts: textLines(72, 72, [`Page with words ${page}`]) }))),
      fileName: 'a.pdf',
      path: null,
    });
    assert.deepEqual(
      said.map((answer) => (answer.kind === 'progress' ? answer.done : answer.kind)),
      [0.5, 1, 'imported'],
    );
  });
  it('pastes, and says what cannot be read', async () => {
    assert.deepEqual(await answers({ kind: 'paste', html: '<ul><li>a</li></ul>', place: null }), [{ kind: 'pasted', markdown: '- a\n' }]);
    const [answer] = await answers({ kind: 'import', bytes: new TextEncoder().encode('x'), fileName: 'a.pdf', path: null });
    assert.ok(answer?.kind === 'cannot' && answer.message.includes('is no PDF'));
  });
});
