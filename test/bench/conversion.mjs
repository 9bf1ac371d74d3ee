// How long a long paper takes from one format into another, on the command line, its start included.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tsImport } from 'tsx/esm/api';
import { report } from './documents.mjs';

const cli = join(import.meta.dirname, '../../server/dist/cli.js');
/** Some 3,000 characters of text stand on a page. */
const pages = 100;
const rounds = 3;

/** Prints the largest memory of a process when it ends. */
const watch = `data:text/javascript,${encodeURIComponent("process.on('exit', () => process.stderr.write(`\\nPEAK ${process.resourceUsage().maxRSS}`))")}`;

function run(parameters) {
  return new Promise((resolve) => {
    const start = performance.now();
    const child = spawn(process.execPath, ['--import', watch, cli, ...parameters], { stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    child.stderr.on('data', (piece) => {
      said += piece;
    });
    child.on('exit', (code) =>
      resolve({
        seconds: (performance.now() - start) / 1000,
        memory: Math.round(Number(/PEAK (\d+)/.exec(said)?.[1]) / 1024),
        failed: code === 0 ? null : said.trim(),
      }),
    );
  });
}

/** The middle of a few runs, each into a file of its own. */
async function middle(folder, parameters, ending) {
  const runs = [];
  for (let round = 0; round < rounds; round++) runs.push(await run([...parameters, '-o', join(folder, `${performance.now()}${ending}`)]));
  const failed = runs.find((one) => one.failed !== null);
  return (
    failed ?? { ...runs.toSorted((a, b) => a.seconds - b.seconds)[1], memory: Math.max(...runs.map(({ memory }) => memory)), failed: null }
  );
}

/** A PDF of text and drawn tables, as Word prints one. */
async function makePdf() {
  const { pdfFile, textLines, drawnTable } = await tsImport('../library/import/pdf-file.ts', import.meta.url);
  const line = 'Inspectors found that the service had improved in most of the areas that it was told of';
  return pdfFile(
    Array.from({ length: pages }, (_, page) => {
      const table = drawnTable([60, 110, 320, 440, 540], 560, [
        ['Ref', 'Action', 'Lead', 'By when'],
        ...Array.from({ length: 5 }, (__, row) => [
          `A${page}.${row}`,
          ['Recruit social workers to the', 'assessment service'],
          'Head of Assessment',
          '31 July 2026',
        ]),
      ]);
      return {
        texts: [
          ...textLines(72, 70, [`Section ${page + 1}`], { bold: true, size: 14 }),
          ...textLines(
            72,
            100,
            Array.from({ length: 30 }, (__, index) => (index % 6 === 5 ? 'and will be asked again.' : line)),
          ),
          ...table.texts,
        ],
        rules: table.rules,
      };
    }),
  );
}

/** Rows of a table: what was done, how long it took, and how much that may be. */
export async function conversionTimes() {
  const folder = mkdtempSync(join(tmpdir(), 'inspection-response-bench-'));
  try {
    const paper = join(folder, 'paper.report.md');
    const word = join(folder, 'paper.docx');
    const pdf = join(folder, 'paper.pdf');
    writeFileSync(paper, report(pages * 3000));
    writeFileSync(pdf, await makePdf());
    const results = [
      { what: `a report of ${pages} pages to Word`, most: 5, ...(await middle(folder, ['export', paper, '--to', 'docx'], '.docx')) },
    ];
    await run(['export', paper, '--to', 'docx', '-o', word]);
    results.push({
      what: `a Word document of ${pages} pages imported`,
      most: 5,
      ...(await middle(folder, ['import', word], '.report.md')),
    });
    results.push({ what: `a PDF of ${pages} pages imported`, most: 10, ...(await middle(folder, ['import', pdf], '.report.md')) });
    return results;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
