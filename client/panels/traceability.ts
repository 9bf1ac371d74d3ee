import type { ShownAction, ShownRow, ShownThing, ShownTrace, TraceFilterParams } from '../../server/src/lsp/protocol/traces.ts';
import { button, by, distinct, element, groupBy, linkTo } from './elements.ts';
import type { FromPanel, PanelState, PanelWords, ToPanel } from './messages.ts';

declare function acquireVsCodeApi(): {
  postMessage(message: FromPanel): void;
  setState(state: PanelState): void;
  getState(): PanelState | undefined;
};

const api = acquireVsCodeApi();
const inputs = {
  owner: by<HTMLInputElement>('owner'),
  status: by<HTMLSelectElement>('status'),
  dueBefore: by<HTMLInputElement>('due-before'),
  overdue: by<HTMLInputElement>('overdue'),
};
let filter: TraceFilterParams = api.getState()?.filter ?? {};
let shown: { readonly trace: ShownTrace; readonly words: PanelWords } | null = null;

window.addEventListener('message', ({ data }: MessageEvent<ToPanel>) => {
  by('notice').textContent = data.type === 'nothing' ? data.words : '';
  by('panel').hidden = data.type === 'nothing';
  if (data.type === 'nothing') return;
  shown = data;
  api.setState({ uri: data.trace.uri, filter });
  offerFilters();
  draw();
});

inputs.owner.value = filter.owner ?? '';
inputs.dueBefore.value = filter.dueBefore ?? '';
inputs.overdue.checked = filter.overdue ?? false;
for (const input of Object.values(inputs)) {
  input.addEventListener('input', () => {
    filter = {
      ...(inputs.owner.value === '' ? {} : { owner: inputs.owner.value }),
      ...(inputs.status.value === '' ? {} : { status: inputs.status.value }),
      ...(inputs.dueBefore.value === '' ? {} : { dueBefore: inputs.dueBefore.value }),
      ...(inputs.overdue.checked ? { overdue: true } : {}),
    };
    if (shown) api.setState({ uri: shown.trace.uri, filter });
    draw();
  });
}
for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-format]')) {
  button.addEventListener('click', () => api.postMessage({ type: 'export', format: button.dataset['format'] as 'csv', filter }));
}

/** The owners and statuses that there are, to choose from. */
function offerFilters(): void {
  const { trace, words } = shown!;
  const actions = trace.rows.flatMap(({ action }) => action ?? []);
  by('owners').replaceChildren(...distinct(actions.map(({ owner }) => owner)).map((owner) => element('option', { value: owner })));
  inputs.status.replaceChildren(
    element('option', { value: '' }, words.anyStatus),
    ...distinct(actions.map(({ status }) => status)).map((status) => element('option', { value: status }, status)),
    element('option', { value: 'none' }, words.noStatus),
  );
  inputs.status.value = filter.status ?? '';
}

/** As the server's filter has it (response/trace.ts). */
function fits(action: ShownAction | null): boolean {
  if (Object.keys(filter).length === 0) return true;
  if (!action) return false;
  const { owner, status, dueBefore, overdue } = filter;
  return (
    (!owner || (action.owner ?? '').toLowerCase().includes(owner.toLowerCase())) &&
    (!status || (status === 'none' ? action.status === null : action.status?.toLowerCase() === status.toLowerCase())) &&
    (!dueBefore || (action.day !== null && action.day < dueBefore)) &&
    (!overdue || action.late !== null)
  );
}

function draw(): void {
  if (!shown) return;
  const { trace, words } = shown;
  const rows = trace.rows.filter(({ action }) => fits(action));
  by('title').textContent = trace.title;
  by('as-at').textContent = words.asAt;
  by('count').textContent = (rows.length === 1 ? words.shownOne : words.shown.replace('{0}', String(rows.length))).replace(
    '{1}',
    String(rows.filter(({ gaps }) => gaps.length > 0).length),
  );
  by('whole').replaceChildren(...trace.gaps.map((gap) => element('li', {}, gap)));
  const columns = columnsOf(trace);
  by('matrix').replaceChildren(
    element('caption', {}, words.matrix),
    element('thead', {}, element('tr', {}, ...columns.map((name) => element('th', { scope: 'col', class: name }, words[name])))),
    element('tbody', {}, ...rows.map((row, at) => drawRow(row, findingCell(rows, at), columns, words))),
  );
  by('none').textContent = rows.length === 0 ? (trace.rows.length === 0 ? words.nothing : words.noneShown) : '';
  drawOwners(rows, words);
}

const columns = ['finding', 'gaps', 'recommendations', 'action', 'owner', 'due', 'status', 'measures'] as const;
type Column = (typeof columns)[number];

/**
 * What the response has nothing of takes no room: a column of blanks makes the others narrow. Whatever the filter shows, they stay the
 * same.
 */
const columnsOf = ({ rows }: ShownTrace): readonly Column[] =>
  columns.filter((name) => !(name === 'gaps' || name === 'recommendations') || rows.some((row) => row[name].length > 0));

const isSameFinding = (a: ShownRow | undefined, b: ShownRow): boolean =>
  a?.finding && b.finding ? a.finding.label === b.finding.label && a.finding.text === b.finding.text : false;

/** The finding of a row, once for all the rows in which its actions follow one another; null in the rows behind the first. */
function findingCell(rows: readonly ShownRow[], at: number): HTMLElement | null {
  const row = rows[at]!;
  if (isSameFinding(rows[at - 1], row)) return null;
  let end = at + 1;
  while (rows[end] && isSameFinding(row, rows[end]!)) end++;
  return element(
    'th',
    { scope: end - at > 1 ? 'rowgroup' : 'row', rowspan: String(end - at) },
    ...(row.finding ? [link(row.finding), element('small', {}, row.finding.kind)] : ['–']),
  );
}

function drawRow(
  { finding, gaps, recommendations, action, measures, canAddAction }: ShownRow,
  head: HTMLElement | null,
  wanted: readonly Column[],
  words: PanelWords,
): HTMLElement {
  const add =
    canAddAction && finding?.label
      ? button(words.addAction.replace('{0}', finding.label), () => api.postMessage({ type: 'add', label: finding.label! }))
      : null;
  const cells: Readonly<Record<Exclude<Column, 'finding'>, readonly (string | HTMLElement)[]>> = {
    gaps: [...gaps.map((gap) => element('p', {}, `⚠ ${gap}`)), ...(add ? [add] : [])],
    recommendations: recommendations.flatMap((one) => [link(one), element('small', {}, one.decision)]),
    action: [action ? link(action) : finding ? words.noAction : '–'],
    owner: [action?.owner ?? ''],
    due: [action?.due ?? ''],
    status: [action?.status ?? ''],
    measures: measures.map(link),
  };
  return element(
    'tr',
    {},
    ...(head ? [head] : []),
    ...wanted.flatMap((name) => (name === 'finding' ? [] : [element('td', { class: name }, ...cells[name])])),
  );
}

/** Who has what overdue or due soon, by date. */
function drawOwners(rows: readonly ShownRow[], words: PanelWords): void {
  const actions = new Map(
    rows.flatMap(({ action }) =>
      action && (action.late || action.isDueSoon) ? [[`${action.label} ${action.text}`, action] as const] : [],
    ),
  );
  const owners = groupBy(
    [...actions.values()].sort((a, b) => ((a.day ?? '') < (b.day ?? '') ? -1 : 1)),
    ({ owner }) => owner ?? words.noOwner,
  );
  by('owners-heading').hidden = owners.size === 0;
  by('by-owner').replaceChildren(
    ...[...owners].flatMap(([owner, own]) => [
      element('h3', {}, owner),
      element('ul', {}, ...own.map((action) => element('li', {}, `${action.due ?? ''}: `, link(action)))),
    ]),
  );
}

/** A button that leads to where something stands; only words where that is not known. */
function link({ label, text, place }: ShownThing): HTMLElement {
  const words = label === null ? [text] : [element('strong', {}, label), ` ${text}`];
  return linkTo(() => api.postMessage({ type: 'go', place }), ...words);
}

api.postMessage({ type: 'ready' });
