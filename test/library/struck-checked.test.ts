import assert from 'node:assert/strict';
import { neverCancelled } from '../../server/src/language/host.ts';
import { worldOf } from './harness.ts';

const found = async (source: string): Promise<readonly string[]> => {
  const { fixture, service } = worldOf(source, '2026-05-01');
  for (const { address, text } of fixture.files) service.open(address, 1, text);
  const reports = await service.check(fixture.files[0]!.address, neverCancelled, { wait: true });
  return reports.map(({ rule }) => rule);
};

const header =
  '---\ntype: action-plan\nhouse-style: generic\ntitle: Improvement plan\nstatus-scale: rag\n---\n\n# Improvement plan\n\n## Introduction\n\nThis plan answers the letter.\n\n## Actions\n\n';
const table = '| Ref | Action | Owner | Due | Measure | Status |\n| --- | --- | --- | --- | --- | --- |\n';
const live =
  '| A1 | Publish the standard for visits | Head of Assessment | 31 July 2026 | visits that meet it, from 40% (March 2026) to 90% by 31 July 2026 | green |\n';

describe('what is struck through', () => {
  it('is checked by no rule: a row without owner and date, a placeholder, a short form, a wrong day, an unknown status and label', async () => {
    const struck = [
      '| ~~A2~~ | ~~Continue to look at [insert text] with the XYZQ~~ |  | ~~ongoing~~ |  | ~~purple~~ |\n',
      '| ~~A3~~ | ~~Tell OFSTED by Tuesday, 7 January 2026 (see A17)~~ | ~~All~~ | ~~31 June 2026~~ | ~~105 % of of cases~~ | ~~red~~ |\n',
    ].join('');
    assert.deepEqual(await found(`//- /board.plan.md\n${header}${table}${live}${struck}`), []);
    // The same words, standing.
    assert.ok((await found(`//- /board.plan.md\n${header}${table}${live}${struck.replaceAll('~~', '')}`)).length > 8);
  });

  it('does not part what is numbered around it, nor leave its section empty', async () => {
    assert.deepEqual(
      await found(
        '//- /board.plan.md\n' +
          `${header}${table}${live}\n## Next steps\n\n1\\. The plan goes to the Board.\n\n~~2\\. It goes to the Cabinet.~~\n\n3\\. It is published.\n\n## Risks\n\n~~There is one.~~\n`,
      ),
      [],
    );
  });

  it('is still personal data where it can be read', async () => {
    assert.deepEqual(
      await found(`//- /board.plan.md\n${header}${table}${live.replace('Publish', '~~His NHS number is 943 476 5919.~~ Publish')}`),
      ['privacy/personal-data'],
    );
  });
});
