import assert from 'node:assert/strict';
import type { Hover } from 'vscode-languageserver-protocol';
import type { ShownDeadlines } from '../../server/src/lsp/protocol/deadlines.ts';
import { startSession, type Session, type SessionOptions } from './client.ts';
import { plan } from './documents.ts';

const uri = 'file:///northmere/visit.plan.md';

describe('an editor in another language', () => {
  const inSession = async (locale: string, work: (session: Session) => Promise<void>, options: SessionOptions = {}): Promise<void> => {
    const session = await startSession({ locale, ...options });
    await session.open(uri, plan);
    try {
      await work(session);
    } finally {
      await session.end();
    }
  };
  const saidOf = async (session: Session, rule: string) => (await session.items(uri)).find(({ code }) => code === rule)?.message;

  it('is answered in Welsh', () =>
    inSession('cy', async (session) => {
      assert.equal(
        await saidOf(session, 'dates/weekday-mismatch'),
        'Dydd Mercher yw 13 Mai 2026, nid Dydd Mawrth. Gwiriwch pa un o’r ddau a olygir.',
      );
      const { line } = session.at(uri, 'Tuesday');
      const titles = (await session.actions(uri, { start: { line, character: 0 }, end: { line, character: 40 } })).map(
        ({ title }) => title,
      );
      assert.ok(
        titles.includes('Newid diwrnod yr wythnos i “Wednesday”') &&
          titles.includes('Gadael dates/weekday-mismatch allan yma, gyda rheswm'),
        titles.join('\n'),
      );
      const hover = await session.request<Hover>('textDocument/hover', {
        textDocument: { uri },
        position: session.at(uri, '31 July 2026'),
      });
      const hints = await session.request<{ label: string }[]>('textDocument/inlayHint', {
        textDocument: { uri },
        range: { start: session.at(uri, '| A1'), end: session.at(uri, '| A2') },
      });
      assert.ok(
        hints.some(({ label }) => /^\d+ d?diwrnod gwaith ar ôl$/.test(label)),
        hints.map(({ label }) => label).join('\n'),
      );
      assert.match(
        (hover.contents as { value: string }).value,
        /Dydd Gwener 31 Gorffennaf 2026\*\*\n\nDiwrnod gwaith, ymhen 60 diwrnod \(/,
      );
    }));
  it('is told in Welsh what the law asks for by when, and how it is worked out; what the papers say stays as it is', () =>
    inSession('cy', async (session) => {
      const report = 'file:///northmere/visit.report.md';
      await session.open(
        report,
        '---\ntype: committee-report\ntitle: Answer\nbody: Scrutiny Panel\nmeeting-date: 2026-05-20\ninspection:\n  inspectorate: Ofsted\n  framework: ILACS\n  event: inspection\n  received: 2026-02-19\n---\n\n# Answer\n',
      );
      const { deadlines } = await session.request<ShownDeadlines>('inspectionResponse/deadlines', { uri: report, asAt: '2026-05-11' });
      const said = (id: string) =>
        deadlines.filter((one) => one.id === id).map(({ what, rule, dateInWords }) => [what, rule, dateInWords])[0];
      assert.deepEqual(said('papers 0'), [
        'Cyhoeddi’r papurau ar gyfer cyfarfod “Scrutiny Panel” ar 20 Mai 2026',
        '5 diwrnod gwaith clir cyn y cyfarfod: nid yw’r diwrnod cyhoeddi na diwrnod y cyfarfod yn cyfrif',
        'Dydd Mawrth 12 Mai 2026',
      ]);
      assert.deepEqual(said('statutory publish-report')?.slice(0, 2), [
        'Cyhoeddi adroddiad yr arolygiad',
        '30 diwrnod gwaith ar ôl 19 Chwefror 2026, y diwrnod y’i derbyniwyd; diwrnod 0 yw’r diwrnod hwnnw',
      ]);
      assert.match(
        said('report 0')![1]!,
        /; i’w gadarnhau: ffigur arferol; gosodwch ffigur eich cyngor eich hun fel “report” o dan “deadlines”/,
      );
      assert.equal(said('action A1')?.[0], 'A1 Recruit six social workers');
      const hover = await session.request<Hover>('textDocument/hover', {
        textDocument: { uri: report },
        position: session.at(report, '2026-05-20'),
      });
      assert.match(
        (hover.contents as { value: string }).value,
        /\*\*Cyhoeddi’r papurau ar gyfer cyfarfod “Scrutiny Panel” ar 20 Mai 2026\*\*: Dydd Mawrth 12 Mai 2026/,
      );
    }));
  it('is answered in the language that the officer chose for the checks, whatever that of the editor', () =>
    inSession(
      'en',
      async (session) => {
        assert.match(String(await saidOf(session, 'dates/weekday-mismatch')), /^Dydd Mercher/);
      },
      { initializationOptions: { language: 'cy' } },
    ));
  it('is answered in English where there is no translation', async () => {
    for (const locale of ['fr', 'en-gb', 'x'])
      await inSession(locale, async (session) =>
        assert.match(String(await saidOf(session, 'dates/weekday-mismatch')), /^13 May 2026 is a Wednesday/),
      );
  });
});
