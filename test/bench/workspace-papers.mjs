// A workspace to measure on: responses of invented councils to invented inspections, ten papers each, in the shapes that they have in
// practice.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chance, report } from './documents.mjs';

const councils = ['Northmere', 'Aldersham', 'Brackenfield', 'Wexcombe', 'Thornley Vale', 'Easthaven'];
const subjects = [
  'the timeliness of visits',
  'supervision records',
  'the quality of plans',
  'return home interviews',
  'caseloads in the assessment service',
  'the offer to care leavers',
  'decision making at the front door',
  'permanence planning',
];
const posts = [
  'Head of Assessment',
  'Head of Permanence',
  'Service Manager, Front Door',
  'Principal Social Worker',
  'Head of Quality Assurance',
];
const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'September', 'October', 'November', 'December'];
const statuses = ['green', 'amber', 'red', 'blue'];
const findings = 12;

const paragraphs = (c, count) =>
  Array.from(
    { length: count },
    () =>
      `Leaders know ${c.pick(subjects)} well, and have begun to act on ${c.pick(subjects)}. In ${c.pick(months)} 2026, ${c.between(41, 97)}% of audits were judged good or better (“a real change”, as one manager put it), while ${c.pick(subjects)} still varied between teams. The council’s own figures show the same for ${c.pick(subjects)}.`,
  );

const front = (fields) =>
  `---\n${Object.entries(fields)
    .map(([key, value]) => `${key}: ${value}`)
    .join('\n')}\n---\n\n`;

function letter(c, { council, number }) {
  const list = (from) =>
    Array.from({ length: findings / 2 }, (_, i) => `- **F${from + i}** ${paragraphs(c, 1)[0].split('. ')[0]}.`).join('\n');
  return `${front({ type: 'inspection-letter', title: `Focused visit to ${council}`, inspection: `\n  inspectorate: Ofsted\n  received: 2026-0${c.between(1, 9)}-1${c.between(0, 9)}\n  reference: ${number}` })}# Focused visit to ${council}\n\nDear Director\n\n${paragraphs(c, 5).join('\n\n')}\n\n## Areas for improvement\n\n${list(1)}\n\n## Strengths\n\n${list(1 + findings / 2)}\n\n## What inspectors looked at\n\n${paragraphs(c, 9).join('\n\n')}\n`;
}

function planTable(c, { council }, part) {
  const row = (i) =>
    `| A${part}.${i} | Complete the review of ${c.pick(subjects)} and report to the board | ${c.pick(posts)} | ${c.between(1, 28)} ${c.pick(months)} 2027 | F${c.between(1, findings)} | ${c.pick(statuses)} | ${c.pick(['Begun', 'Audit of 40 files done', 'Waiting for the new system', 'Reported to the board'])} in ${c.pick(months)} |`;
  const table = (from) =>
    `| Ref | Action | Owner | Due | Addresses | Status | Progress |\n| --- | --- | --- | --- | --- | --- | --- |\n${Array.from({ length: 15 }, (_, i) => row(from + i)).join('\n')}\n`;
  return `${front({ type: 'action-plan', title: `Action plan ${part}`, body: 'Improvement Board', 'responds-to': 'visit.letter.md', 'status-scale': 'brag' })}# Action plan of ${council}, part ${part}\n\n## Purpose\n\n${paragraphs(c, 2).join('\n\n')}\n\n## Actions\n\n### Priority 1: the front door\n\n${table(1)}\n### Priority 2: plans\n\n${table(16)}\n## Measures\n\n| Measure | Baseline | Target | By |\n| --- | --- | --- | --- |\n${Array.from({ length: 6 }, () => `| Share of ${c.pick(subjects)} judged good | ${c.between(20, 50)}% | ${c.between(60, 95)}% | ${c.pick(months)} 2027 |`).join('\n')}\n\n## Risks\n\n${paragraphs(c, 3).join('\n\n')}\n`;
}

function planList(c, { council }) {
  const action = (i) =>
    `- **B${i}** Complete the review of ${c.pick(subjects)}\n  - Owner: ${c.pick(posts)}\n  - Due: ${c.between(1, 28)} ${c.pick(months)} 2027\n  - Addresses: F${c.between(1, findings)}, F${c.between(1, findings)}\n  - Status: ${c.pick(statuses)}\n  - Progress: ${paragraphs(c, 1)[0].split('. ')[1]}.\n`;
  return `${front({ type: 'action-plan', title: 'Workforce plan', body: 'Improvement Board', 'responds-to': 'visit.letter.md' })}# Workforce plan of ${council}\n\n${paragraphs(c, 3).join('\n\n')}\n\n## Actions\n\n${Array.from({ length: 20 }, (_, i) => action(i + 1)).join('')}\n## Monitoring\n\n${paragraphs(c, 3).join('\n\n')}\n`;
}

function minutes(c, { council }, part) {
  const item = (i) =>
    `## ${i}. Progress on ${c.pick(subjects)}\n\n${paragraphs(c, 3).join('\n\n')}\n\n**RESOLVED:** That the report on F${c.between(1, findings)} be noted, and that A1.${c.between(1, 30)} come back in ${c.pick(months)} 2027.\n`;
  return `${front({ type: 'minutes', title: `Minutes ${part}`, body: 'Children and Families Scrutiny Panel', 'meeting-date': `2026-1${part}-0${c.between(1, 9)}` })}# Minutes of the Children and Families Scrutiny Panel of ${council}\n\n## Present\n\n- Councillor Reed (Chair)\n- Councillor Marsh\n- Councillor Okafor\n\n${Array.from({ length: 6 }, (_, i) => item(i + 1)).join('\n')}`;
}

function agenda(c, { council }) {
  return `${front({ type: 'agenda', title: 'Agenda', body: 'Children and Families Scrutiny Panel', 'meeting-date': '2026-11-05' })}# Agenda of ${council}\n\n${Array.from({ length: 10 }, (_, i) => `${i + 1}. Progress on ${c.pick(subjects)} ([report](report-${1 + (i % 4)}.report.md))\n`).join('\n')}\n## Notes\n\n${paragraphs(c, 4).join('\n\n')}\n\n> ${paragraphs(c, 1)[0]}\n`;
}

/** The papers of one response, by file name. */
function response(number) {
  const c = chance(number);
  const about = { council: c.pick(councils), number };
  return {
    'visit.letter.md': letter(c, about),
    'front-door.plan.md': planTable(c, about, 1),
    'planning.plan.md': planTable(c, about, 2),
    'workforce.plan.md': planList(c, about),
    'november.minutes.md': minutes(c, about, 1),
    'december.minutes.md': minutes(c, about, 2),
    'november.agenda.md': agenda(c, about),
    ...Object.fromEntries([1, 2, 3].map((part) => [`report-${part}.report.md`, report(11_000 + 3000 * part, number * 10 + part)])),
  };
}

/** Writes so many papers below a folder, unless they are there. Their addresses and sizes in bytes. */
export function writeWorkspace(folder, papers) {
  const stamp = join(folder, '.papers.json');
  const wanted = { papers, source: readFileSync(import.meta.filename, 'utf8').length };
  const known = existsSync(stamp) ? JSON.parse(readFileSync(stamp, 'utf8')) : null;
  if (known && known.papers === wanted.papers && known.source === wanted.source) return known;
  rmSync(folder, { recursive: true, force: true });
  let bytes = 0;
  const files = [];
  for (let number = 1; files.length < papers; number++) {
    const place = join(folder, `area-${1 + (number % 9)}`, `response-${number}`);
    mkdirSync(place, { recursive: true });
    for (const [name, text] of Object.entries(response(number))) {
      writeFileSync(join(place, name), text);
      files.push(join(place, name));
      bytes += Buffer.byteLength(text);
    }
  }
  const written = { ...wanted, files, bytes };
  writeFileSync(stamp, JSON.stringify(written));
  return written;
}
