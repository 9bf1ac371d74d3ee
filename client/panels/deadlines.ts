import type { ShownDeadline } from '../../server/src/lsp/protocol/deadlines.ts';
import type { DeadlineFilter, DeadlineScope, DeadlinesState, DeadlineWords, FromDeadlines, ToDeadlines } from './deadline-messages.ts';
import { by, distinct, element, groupBy, linkTo } from './elements.ts';

declare function acquireVsCodeApi(): {
  postMessage(message: FromDeadlines): void;
  setState(state: DeadlinesState): void;
  getState(): DeadlinesState | undefined;
};

const api = acquireVsCodeApi();
const inputs = {
  scope: by<HTMLSelectElement>('scope'),
  asAt: by<HTMLInputElement>('as-at'),
  owner: by<HTMLInputElement>('owner'),
  kind: by<HTMLSelectElement>('kind'),
  order: by<HTMLSelectElement>('order'),
  done: by<HTMLInputElement>('done'),
};
let state: DeadlinesState = api.getState() ?? { uri: null, scope: { everyResponse: false, asAt: null }, filter: {}, byOwner: false };
let last: Extract<ToDeadlines, { type: 'deadlines' }> | null = null;

/** The most urgent first. Shapes as in the overview of a response: nothing is told by colour alone. */
const standings: readonly ShownDeadline['standing'][] = ['overdue', 'soon', 'later', 'passed', 'done'];
const shapes: Readonly<Record<ShownDeadline['standing'], string>> = { overdue: '▲', soon: '◆', later: '○', passed: '△', done: '✔' };
const kinds: readonly ShownDeadline['kind'][] = ['inspection', 'publication', 'key-decision', 'meeting', 'action'];

/** Most deadlines that are drawn: whoever has more looks for some of them. */
const mostDrawn = 1000;

window.addEventListener('message', ({ data }: MessageEvent<ToDeadlines>) => {
  by('notice').textContent = data.type === 'nothing' ? data.words : '';
  by('panel').hidden = data.type === 'nothing';
  if (data.type === 'nothing') return;
  last = data;
  remember({ uri: data.uri, scope: data.scope });
  offer();
  draw();
});

const remember = (change: Partial<DeadlinesState>): void => {
  state = { ...state, ...change };
  api.setState(state);
};

for (const input of [inputs.scope, inputs.asAt]) {
  input.addEventListener('change', () => {
    // A year that is still being typed is one long ago.
    if (!inputs.asAt.checkValidity()) return;
    const scope: DeadlineScope = {
      everyResponse: inputs.scope.value === 'every',
      asAt: input === inputs.asAt ? inputs.asAt.value || null : state.scope.asAt,
    };
    remember({ scope });
    api.postMessage({ type: 'ask', scope });
  });
}
for (const input of [inputs.owner, inputs.kind, inputs.order, inputs.done]) {
  input.addEventListener('input', () => {
    const kind = kinds.find((one) => one === inputs.kind.value);
    const filter: DeadlineFilter = {
      ...(inputs.owner.value === '' ? {} : { owner: inputs.owner.value }),
      ...(kind ? { kind } : {}),
      ...(inputs.done.checked ? { done: true } : {}),
    };
    remember({ filter, byOwner: inputs.order.value === 'owner' });
    draw();
  });
}
by('save').addEventListener('click', () => api.postMessage({ type: 'save', places: shown() }));

/** What there is to choose from. */
function offer(): void {
  const {
    shown: { deadlines, asAt },
    words,
    uri,
  } = last!;
  inputs.scope.value = state.scope.everyResponse ? 'every' : 'one';
  inputs.scope.options[0]!.disabled = uri === null;
  if (document.activeElement !== inputs.asAt) inputs.asAt.value = asAt;
  by('owners').replaceChildren(...distinct(deadlines.map(({ owner }) => owner)).map((owner) => element('option', { value: owner })));
  const there = new Set(deadlines.map(({ kind }) => kind));
  inputs.kind.replaceChildren(
    element('option', { value: '' }, words.anyKind),
    ...kinds
      .filter((kind) => there.has(kind) || kind === state.filter.kind)
      .map((kind) => element('option', { value: kind }, words[`kind.${kind}`])),
  );
  inputs.kind.value = state.filter.kind ?? '';
  inputs.owner.value = state.filter.owner ?? '';
  inputs.order.value = state.byOwner ? 'owner' : 'date';
  inputs.done.checked = state.filter.done ?? false;
}

/** Places of the deadlines that the filter lets through. */
function shown(): readonly number[] {
  const { owner, kind, done } = state.filter;
  return (last?.shown.deadlines ?? []).flatMap((deadline, place) =>
    (done || deadline.standing !== 'done') &&
    (!kind || deadline.kind === kind) &&
    (!owner || (deadline.owner ?? '').toLowerCase().includes(owner.toLowerCase()))
      ? [place]
      : [],
  );
}

interface Row {
  readonly place: number;
  readonly deadline: ShownDeadline;
}

function draw(): void {
  const {
    shown: { deadlines, title, asAtInWords },
    words,
  } = last!;
  const all = shown();
  const rows = all.slice(0, mostDrawn).map((place): Row => ({ place, deadline: deadlines[place]! }));
  const count = (standing: ShownDeadline['standing']): number => all.filter((place) => deadlines[place]!.standing === standing).length;
  by('response').textContent = state.scope.everyResponse ? words.everyResponse : (title ?? '');
  by('count').textContent =
    words.counted
      .replace('{0}', asAtInWords)
      .replace('{1}', String(all.length))
      .replace('{2}', String(count('overdue')))
      .replace('{3}', String(count('soon'))) + (all.length > mostDrawn ? ` ${words.shortened.replace('{0}', String(mostDrawn))}` : '');
  by('none').textContent = deadlines.length === 0 ? words.none : rows.length === 0 ? words.noneShown : '';
  by('deadlines').replaceChildren(...(state.byOwner ? byOwner(rows) : byStanding(rows)));
  by<HTMLButtonElement>('save').disabled = all.length === 0;
}

const byStanding = (rows: readonly Row[]): readonly HTMLElement[] =>
  standings.flatMap((standing) => {
    const own = rows.filter(({ deadline }) => deadline.standing === standing);
    return own.length === 0 ? [] : [group(last!.words[`standing.${standing}`], shapes[standing], standing, own)];
  });

/**
 * Owners with something overdue first, then by name; then actions without one, and what no single person owes. By date in each, what is
 * done last.
 */
function byOwner(rows: readonly Row[]): readonly HTMLElement[] {
  const { words } = last!;
  const owners = groupBy(rows, ({ deadline: { kind, owner } }) => (kind !== 'action' ? '2' : owner === null ? '1' : `0${owner}`));
  const overdue = (own: readonly Row[]): number => own.filter(({ deadline: { standing } }) => standing === 'overdue').length;
  return [...owners]
    .sort(([a, ofA], [b, ofB]) => overdue(ofB) - overdue(ofA) || a.localeCompare(b))
    .map(([owner, own]) =>
      group(owner === '2' ? words.notOfAnAction : owner === '1' ? words.noOwner : owner.slice(1), null, '', [
        ...own.filter(({ deadline }) => deadline.standing !== 'done'),
        ...own.filter(({ deadline }) => deadline.standing === 'done'),
      ]),
    );
}

function group(name: string, shape: string | null, className: string, rows: readonly Row[]): HTMLElement {
  const { words } = last!;
  const heading = element(
    'h2',
    {},
    ...(shape === null ? [] : [element('span', { class: 'shape', 'aria-hidden': 'true' }, shape)]),
    `${name} `,
    element('span', { class: 'number' }, `(${rows.length})`),
  );
  const isOfActions = rows.some(({ deadline }) => deadline.kind === 'action');
  const hasSums = rows.some(({ deadline: { kind, firstDue } }) => kind !== 'action' || firstDue !== null);
  const columns = [
    ['date', words.date],
    ['', words.what],
    ...(state.byOwner ? [['narrow', words.status]] : isOfActions ? [['owner', words.owner]] : []),
    ...(hasSums ? [['sum', words.sum]] : []),
  ] as const;
  const table = element(
    'table',
    {},
    element('caption', {}, name),
    element('colgroup', {}, ...columns.map(([column]) => element('col', column ? { class: column } : {}))),
    element('thead', {}, element('tr', {}, ...columns.map(([, title]) => element('th', { scope: 'col' }, title!)))),
    element('tbody', {}, ...rows.map((row) => drawRow(row, isOfActions, hasSums))),
  );
  return element(
    'section',
    className ? { class: className } : {},
    heading,
    element('div', { class: 'table', tabindex: '0', role: 'region', 'aria-label': name }, table),
  );
}

function drawRow({ place, deadline }: Row, withOwner: boolean, withSum: boolean): HTMLElement {
  const { words } = last!;
  const { what, dateInWords, away, owner, status, standing, firstDue, kind, response, file } = deadline;
  const about = kind === 'action' ? status : words[`kind.${kind}`];
  const third = state.byOwner
    ? element('td', {}, element('span', { 'aria-hidden': 'true' }, `${shapes[standing]} `), words[`standing.${standing}`])
    : withOwner
      ? element('td', {}, owner ?? (kind === 'action' ? words.noOwner : '–'))
      : null;
  return element(
    'tr',
    {},
    element('th', { scope: 'row' }, element('strong', {}, dateInWords), element('small', {}, away)),
    element(
      'td',
      {},
      linkTo(() => api.postMessage({ type: 'go', place }), what),
      element('small', {}, [about, ...(state.scope.everyResponse ? [response] : []), file].filter(Boolean).join(' · ')),
    ),
    ...(third ? [third] : []),
    ...(withSum
      ? [
          element(
            'td',
            {},
            ...sumOf(deadline, words),
            ...(firstDue === null ? [] : [element('p', {}, words.firstDue.replace('{0}', firstDue))]),
          ),
        ]
      : []),
  );
}

/** How the date is worked out, and the law; an action's date stands in the plan, and there is no more to say of it. */
function sumOf({ kind, rule, source, leftOut, doneOn }: ShownDeadline, words: DeadlineWords): readonly HTMLElement[] {
  if (kind === 'action') return [];
  return [
    element('p', {}, `${rule.charAt(0).toUpperCase()}${rule.slice(1)}.`),
    ...(leftOut.length === 0 ? [] : [element('p', {}, words.leftOut.replace('{0}', leftOut.join(', ')))]),
    ...(doneOn === null ? [] : [element('p', {}, words.wasDone.replace('{0}', doneOn))]),
    ...(source === null ? [] : [element('small', {}, source)]),
  ];
}

api.postMessage({ type: 'ready' });
