// Papers to measure on: reports of an invented council in the dialect, of any length, the same for the same seed.

/** A small repeatable source of chance (mulberry32). */
export function chance(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  return {
    next,
    pick: (list) => list[Math.floor(next() * list.length)],
    between: (low, high) => low + Math.floor(next() * (high - low + 1)),
  };
}

const subjects = [
  'The service',
  'Inspectors',
  'The improvement board',
  'Team managers',
  'The front door',
  'Partner agencies',
  'The panel',
  'Senior leaders',
  'The fostering team',
  'Personal advisers',
];
const verbs = [
  'has strengthened',
  'found variation in',
  'asked for a further report on',
  'now tracks each week',
  'will review',
  'has changed',
  'saw good practice in',
  'remains concerned about',
  'has completed an audit of',
];
const objects = [
  'the timeliness of visits',
  'supervision records',
  'the quality of plans',
  'return home interviews',
  'caseloads in the assessment service',
  'the offer to care leavers',
  'decision making at the front door',
  'the use of agency staff',
  'permanence planning',
];
const tails = [
  'in the last quarter',
  'following the focused visit',
  'across all teams',
  'so that children get help sooner',
  'and reports to the board each month',
  'in line with the published framework',
];
const posts = [
  'Head of Assessment',
  'Head of Permanence',
  'Service Manager, Front Door',
  'Principal Social Worker',
  'Head of Quality Assurance',
  'Service Manager, Leaving Care',
];
const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

const sentence = (c) => {
  const plain = `${c.pick(subjects)} ${c.pick(verbs)} ${c.pick(objects)} ${c.pick(tails)}`;
  const extra = c.next();
  if (extra < 0.06) return `${plain}, as the letter of ${c.between(1, 28)} ${c.pick(months)} 2026 says.`;
  if (extra < 0.1) return `${plain}; see [the published letter](https://inspections.example/letters/${c.between(100, 999)}).`;
  if (extra < 0.14) return `${plain}, **${c.pick(objects)}** included.`;
  if (extra < 0.18) return `${plain}: ${c.between(40, 98)}% in ${c.pick(months)} 2026.`;
  return `${plain}.`;
};
const paragraph = (c) => Array.from({ length: c.between(2, 5) }, () => sentence(c)).join(' ');

function actionTable(c, state) {
  const rows = Array.from({ length: c.between(5, 14) }, () => {
    state.action++;
    return `| A${state.action} | Complete the review of ${c.pick(objects)} | ${c.pick(posts)} | ${c.between(1, 28)} ${c.pick(months)} 2027 | ${c.pick(['green', 'amber', 'red'])} |`;
  });
  return `| Ref | Action | Owner | Due | Status |\n| --- | --- | --- | --- | --- |\n${rows.join('\n')}\n`;
}

function section(c, state) {
  state.section++;
  const parts = [`## Part ${state.section}: ${c.pick(objects)}\n`];
  for (let i = c.between(3, 8); i > 0; i--) parts.push(`${++state.paragraph}. ${paragraph(c)}\n`);
  const extra = c.next();
  if (extra < 0.35) parts.push(`${Array.from({ length: c.between(3, 8) }, () => `- ${sentence(c)}`).join('\n')}\n`);
  else if (extra < 0.65) parts.push(actionTable(c, state));
  else if (extra < 0.75) parts.push(`> ${sentence(c)}\n>\n> ${sentence(c)}\n`);
  else if (extra < 0.8) parts.push(`### ${c.pick(objects)} in detail\n`, `${paragraph(c)}\n`);
  return parts.join('\n');
}

/** A report of about so many bytes. */
export function report(bytes, seed = 1) {
  const c = chance(seed);
  const state = { section: 0, paragraph: 0, action: 0 };
  const parts = [
    `---
type: committee-report
house-style: generic
title: Progress since the focused visit
body: Children and Families Scrutiny Panel
meeting-date: 2026-09-17
published: 2026-09-08
author: Head of Quality Assurance
as-at: 2026-09-01
---

# Progress since the focused visit

## Summary

${paragraph(c)}

## Recommendations

The Panel is asked to:

- consider the progress made and tell the Cabinet Member by 30 September 2026 what it would wish to see next
`,
  ];
  let length = parts[0].length;
  while (length < bytes - 400) {
    const next = section(c, state);
    parts.push(next);
    length += next.length + 1;
  }
  parts.push('## Background papers\n\n- Letter of the focused visit, July 2026\n');
  return parts.join('\n');
}

/** Where a person would type: the end of a word in the paragraph nearest to the middle. */
export function typingPlace(text) {
  const middle = text.indexOf('\n\n', Math.floor(text.length / 2)) + 2;
  const from = /\n(\d+\. \S+ \S+)/g;
  from.lastIndex = Math.min(middle, text.length - 3000 < 0 ? 0 : middle);
  const found = from.exec(text) ?? /\n(\d+\. \S+ \S+)/.exec(text);
  const offset = found.index + found[0].length;
  const before = text.slice(0, offset);
  const line = before.split('\n').length - 1;
  return { line, character: offset - before.lastIndexOf('\n') - 1 };
}
