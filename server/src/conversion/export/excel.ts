import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { colToLetter, writeXlsx, type Cell, type CellStyle, type CellValue, type WriteSheet } from 'hucre/xlsx';
import type { IsoDate } from '../../language/host.ts';
import { isOpen } from '../../language/model/item-parts/read-status.ts';
import type { ActionField } from '../../language/model/vocabulary.ts';
import { factsOf } from '../../language/response/facts-of.ts';
import type { FindingFact } from '../../language/response/facts.ts';
import {
  textOfValue,
  trackerColumns,
  trackerHeadings,
  trackerMark,
  trackerRows,
  trackerSheets,
  trackerVersion,
  type TrackerRow,
  type TrackerValue,
} from '../tracker.ts';
import { CannotExport } from './cannot-export.ts';
import { titleOf, type Paper } from './paper.ts';
import { clean } from './xml-text.ts';

/** A row of the tracker, with the paper that it is of. */
interface Tracked extends TrackerRow {
  readonly paper: Paper;
}

/** The actions of papers, all in one list. Throws {@link CannotExport} where there are none. */
export function trackedActions(papers: readonly Paper[]): { readonly rows: readonly Tracked[]; readonly columns: readonly ActionField[] } {
  const rows = papers.flatMap((paper) => trackerRows(paper.snapshot.view).map((row) => ({ ...row, paper })));
  if (rows.length === 0)
    throw new CannotExport(
      `There are no actions in ${papers.map(({ name }) => `“${name}”`).join(' or ')}, so that there is nothing to keep track of. Export the action plan.`,
    );
  return { rows, columns: trackerColumns(rows) };
}

/** Papers' actions as a workbook that owners can fill in: drop-downs, dates, what is overdue, and nothing that can be broken by mistake. */
export async function toExcel(papers: readonly Paper[]): Promise<Uint8Array> {
  const { rows, columns } = trackedActions(papers);
  const [first] = papers as readonly [Paper, ...Paper[]];
  const lists = listsOf(papers, rows);
  const sheets = [
    actionsSheet(rows, columns, lists, papers),
    findingsSheet(papers),
    listsSheet(lists),
    exportedSheet(rows, columns, papers),
  ];
  return mended(
    await writeXlsx({
      sheets: sheets.filter((sheet) => sheet !== null),
      properties: { title: titleOf(first), subject: 'Actions', creator: 'Inspection Response', lastModifiedBy: 'Inspection Response' },
    }),
  );
}

/**
 * What the writer of workbooks cannot be told. Heights are a start: without the mark that pins them, Excel makes a row higher when more is
 * typed into it. And of a font, the size comes before the colour, as the standard has it.
 */
function mended(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes);
  const mend = (path: string, change: (xml: string) => string): void => {
    parts[path] = strToU8(change(strFromU8(parts[path]!)));
  };
  for (const path of Object.keys(parts)) {
    if (path.startsWith('xl/worksheets/sheet')) mend(path, (xml) => xml.replaceAll(' customHeight="1"', ''));
    if (path === 'xl/styles.xml') mend(path, (xml) => xml.replace(/(<color [^>]*\/>)(<sz [^>]*\/>)/g, '$2$1'));
  }
  return zipSync(parts);
}

interface Lists {
  /** Words of the status scale, in its order. */
  readonly statuses: readonly string[];
  /** Those that need no more doing, and those that do. */
  readonly closed: readonly string[];
  readonly open: readonly string[];
  readonly owners: readonly string[];
}

/** What a tracker offers to choose from, and what it makes of a status. */
export function listsOf(papers: readonly Paper[], rows: readonly Tracked[]): Lists {
  const scale = [
    ...new Map(
      papers
        .flatMap(({ snapshot }) => (snapshot.view.items('action').length > 0 ? snapshot.model.context.statusScale.statuses : []))
        .map((status) => [status.word, status]),
    ).values(),
  ];
  const openness = (word: string) =>
    isOpen({ status: word, statusIsKnown: true, stage: scale.find((status) => status.word === word)?.stage ?? null });
  const statuses = scale.map(({ word }) => word);
  const people = papers.flatMap(({ snapshot }) => [...snapshot.model.context.people].flatMap(([initials]) => [initials]));
  const owners = [...new Set([...rows.map(({ values }) => textOfValue(values.owner)), ...people])]
    .filter((owner) => owner !== '')
    .toSorted((a, b) => a.localeCompare(b, 'en'));
  return {
    statuses,
    closed: statuses.filter((word) => openness(word) === false),
    open: statuses.filter((word) => openness(word) !== false),
    owners,
  };
}

const line = { style: 'thin', color: { rgb: '8A9099' } } as const;
const border = { top: line, bottom: line, left: line, right: line };
const ground = (rgb: string) => ({ type: 'pattern', pattern: 'solid', fgColor: { rgb } }) as const;
const font = { name: 'Calibri', size: 11 };
const head: CellStyle = {
  font: { ...font, bold: true, color: { rgb: 'FFFFFF' } },
  fill: ground('1F4E79'),
  border,
  alignment: { vertical: 'center', wrapText: true },
  protection: { locked: true },
};
/** `@`: what is typed here stays text, whatever it begins with. */
const textCell: CellStyle = { font, border, alignment: { vertical: 'top', wrapText: true }, numFmt: '@', protection: { locked: false } };
const dateCell: CellStyle = {
  font,
  border,
  alignment: { vertical: 'top', horizontal: 'left' },
  numFmt: 'd mmm yyyy',
  protection: { locked: false },
};
const lockedCell: CellStyle = { ...textCell, fill: ground('F2F4F6'), protection: { locked: true } };

const widths: Readonly<Partial<Record<ActionField, number>>> = {
  ref: 8,
  addresses: 11,
  action: 46,
  owner: 22,
  support: 20,
  start: 13,
  'original-due': 13,
  due: 13,
  status: 14,
  outcome: 32,
  measure: 36,
  evidence: 32,
  impact: 32,
  progress: 44,
  milestones: 32,
  resources: 24,
  assurance: 22,
};
const dateFields: ReadonlySet<ActionField> = new Set(['start', 'original-due', 'due']);
/** What an owner cannot change here: it is how the row finds its action again. */
const lockedFields: ReadonlySet<ActionField> = new Set(['ref', 'addresses']);

/** Days before its date in which an action is said to be due soon. */
const soon = 30;

function actionsSheet(rows: readonly Tracked[], columns: readonly ActionField[], lists: Lists, papers: readonly Paper[]): WriteSheet {
  const several = new Set(rows.map(({ paper }) => paper)).size > 1;
  const before = several ? 1 : 0;
  const count = before + columns.length + 1;
  const letter = (field: ActionField): string => colToLetter(before + columns.indexOf(field));
  const last = rows.length + 1;
  const timing = colToLetter(count - 1);
  const cells = new Map<string, Partial<Cell>>();
  const put = (row: number, column: number, value: CellValue, style: CellStyle, more: Partial<Cell> = {}): void =>
    void cells.set(`${row},${column}`, { value, style, ...more });
  [...(several ? ['Plan'] : []), ...columns.map((field) => trackerHeadings[field]), 'Overdue?'].forEach((heading, index) =>
    put(0, index, heading, head),
  );
  rows.forEach(({ values, paper }, index) => {
    const row = index + 1;
    if (several) put(row, 0, safe(titleOf(paper)), lockedCell);
    columns.forEach((field, column) => {
      const value = values[field];
      put(
        row,
        before + column,
        cellValue(value),
        lockedFields.has(field) ? lockedCell : dateFields.has(field) && (value === undefined || 'day' in value) ? dateCell : textCell,
      );
    });
    put(row, count - 1, null, lockedCell, {
      formula: timingFormula(`${letter('due')}${row + 1}`, `${letter('status')}${row + 1}`, lists),
      formulaResult: timingOf(values, lists, papers[0]!.snapshot.today),
    });
  });
  return {
    name: trackerSheets.actions,
    rows: Array.from({ length: last }, () => Array.from({ length: count }, () => null)),
    cells,
    columns: [...(several ? [{ width: 28 }] : []), ...columns.map((field) => ({ width: widths[field] ?? 24 })), { width: 13 }],
    rowDefs: heights(rows.map(({ values }) => columns.map((field) => [textOfValue(values[field]).length, widths[field] ?? 24]))),
    freezePane: { rows: 1, columns: before + 1 },
    autoFilter: { range: `A1:${timing}${last}` },
    dataValidations: [
      {
        type: 'list',
        range: `${letter('status')}2:${letter('status')}${last}`,
        formula1: `${trackerSheets.lists}!$A$2:$A$${lists.statuses.length + 1}`,
        allowBlank: true,
        showErrorMessage: true,
        errorStyle: 'stop',
        errorTitle: 'Not a status of this plan',
        errorMessage: `Choose one of the list: ${lists.statuses.join(', ')}.`.slice(0, 250),
        showInputMessage: true,
        inputTitle: 'Status',
        inputMessage: 'Choose from the list.',
      },
      ...(lists.owners.length > 0
        ? [
            {
              type: 'list' as const,
              range: `${letter('owner')}2:${letter('owner')}${last}`,
              formula1: `${trackerSheets.lists}!$B$2:$B$${lists.owners.length + 1}`,
              allowBlank: true,
              showErrorMessage: false,
            },
          ]
        : []),
      ...columns
        .filter((field) => dateFields.has(field))
        .map((field) => ({
          type: 'date' as const,
          operator: 'greaterThan' as const,
          formula1: '36526',
          range: `${letter(field)}2:${letter(field)}${last}`,
          allowBlank: true,
          showErrorMessage: true,
          errorStyle: 'warning' as const,
          errorTitle: 'Not a date',
          errorMessage: 'Write a day, such as 31 July 2026, so that the tracker can tell what is overdue. Keep what you wrote?',
        })),
    ],
    conditionalRules: [
      {
        type: 'expression',
        priority: 1,
        range: `${timing}2:${timing}${last}`,
        formula: `OR($${timing}2="Overdue",$${timing}2="Date passed")`,
        style: {
          font: { bold: true },
          fill: { type: 'pattern', pattern: 'solid', bgColor: { rgb: 'F8D9DA' }, fgColor: { rgb: 'F8D9DA' } },
        },
      },
    ],
    protection: {
      sheet: true,
      selectLockedCells: true,
      selectUnlockedCells: true,
      formatCells: true,
      formatColumns: true,
      formatRows: true,
      autoFilter: true,
    },
    pageSetup: { orientation: 'landscape', paperSize: 'a4', fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: '$1:$1' },
    headerFooter: { oddFooter: '&L&F&RPage &P of &N' },
  };
}

/** An action is overdue where its day has passed and its status says that it is still to be done. */
function timingFormula(due: string, status: string, { closed, open }: Lists): string {
  const isOneOf = (column: string, list: readonly string[]) =>
    list.length === 0 ? 'FALSE' : `COUNTIF(${trackerSheets.lists}!$${column}$2:$${column}$${list.length + 1},${status})>0`;
  return `IF(NOT(ISNUMBER(${due})),"",IF(${isOneOf('C', closed)},"",IF(${due}<TODAY(),IF(${isOneOf('D', open)},"Overdue","Date passed"),IF(${due}-TODAY()<=${soon},"Due soon",""))))`;
}

/** What the formula gives on the day of export, for programs that do not work it out. */
export function timingOf({ due, status }: TrackerRow['values'], { closed, open }: Pick<Lists, 'closed' | 'open'>, today: IsoDate): string {
  const word = textOfValue(status).toLowerCase();
  const isOneOf = (list: readonly string[]) => list.some((one) => one.toLowerCase() === word);
  if (!due || !('day' in due) || isOneOf(closed)) return '';
  if (due.day < today) return isOneOf(open) ? 'Overdue' : 'Date passed';
  return (Date.parse(due.day) - Date.parse(today)) / 86_400_000 <= soon ? 'Due soon' : '';
}

/** Rows as high as their fullest cell needs: `cells` are lengths of text with the widths of their columns. */
const heights = (rows: readonly (readonly (readonly [length: number, width: number])[])[]): Map<number, { height: number }> =>
  new Map(
    rows.map((cells, index) => [
      index + 1,
      { height: Math.min(400, 16 * Math.max(1, ...cells.map(([length, width]) => Math.ceil((length * 1.15) / width))) + 3) },
    ]),
  );

const cellValue = (value: TrackerValue | undefined): CellValue =>
  value === undefined ? null : 'day' in value ? new Date(`${value.day}T00:00:00Z`) : safe(value.text);

/** A text that a workbook can hold: no control characters, at most as long as Excel allows. */
const safe = (text: string): string => clean(text).slice(0, 32_000);

/** The findings of the response, each with the actions that answer it; null where there are none. */
function findingsSheet(papers: readonly Paper[]): WriteSheet | null {
  const documents = new Map(
    papers
      .flatMap(({ snapshot }) => [factsOf(snapshot.model), ...(snapshot.response?.documents ?? [])])
      .map((facts) => [facts.address, facts]),
  );
  const all = [...documents.values()];
  const findings = all.flatMap((facts) => facts.findings);
  if (findings.length === 0) return null;
  const answeredBy = ({ label }: FindingFact): string =>
    label === null
      ? ''
      : [
          ...new Set(
            all.flatMap(({ actions }) =>
              actions
                .filter(({ addresses }) => addresses.some(({ key }) => key === label.key))
                .map((action) => action.label?.text ?? action.text),
            ),
          ),
        ].join(', ');
  const names = { priority: 'Priority action', improvement: 'Area for improvement', strength: 'Strength' } as const;
  const rows = findings.map((finding) =>
    [
      finding.label?.text ?? '',
      names[finding.polarity],
      finding.text,
      finding.polarity === 'strength' ? answeredBy(finding) : answeredBy(finding) || 'None yet',
    ].map(safe),
  );
  return {
    ...plainSheet(trackerSheets.findings, ['Ref', 'Kind', 'What inspectors found', 'Actions'], rows, [8, 20, 70, 24]),
    freezePane: { rows: 1 },
    protection: { sheet: true, selectLockedCells: true, selectUnlockedCells: true, formatColumns: true, formatRows: true },
    pageSetup: { orientation: 'landscape', paperSize: 'a4', fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: '$1:$1' },
  };
}

function listsSheet({ statuses, owners, closed, open }: Lists): WriteSheet {
  const columns = [statuses, owners, closed, open];
  const rows = Array.from({ length: Math.max(...columns.map((list) => list.length)) }, (_, index) =>
    columns.map((list) => safe(list[index] ?? '')),
  );
  return { ...plainSheet(trackerSheets.lists, ['Statuses', 'Owners', 'Finished', 'To be done'], rows, [20, 30, 20, 20]), veryHidden: true };
}

function exportedSheet(rows: readonly Tracked[], columns: readonly ActionField[], papers: readonly Paper[]): WriteSheet {
  const head = [trackerMark, String(trackerVersion), ...papers.map(({ name }) => safe(name))];
  return {
    name: trackerSheets.exported,
    veryHidden: true,
    rows: [head, [...columns], ...rows.map(({ values }) => columns.map((field) => safe(textOfValue(values[field]))))],
  };
}

function plainSheet(
  name: string,
  headings: readonly string[],
  rows: readonly (readonly string[])[],
  columnWidths: readonly number[],
): WriteSheet {
  const cells = new Map<string, Partial<Cell>>();
  headings.forEach((heading, column) => cells.set(`0,${column}`, { value: heading, style: head }));
  rows.forEach((row, index) =>
    row.forEach((value, column) => cells.set(`${index + 1},${column}`, { value: value === '' ? null : value, style: lockedCell })),
  );
  return {
    name,
    rows: Array.from({ length: rows.length + 1 }, () => headings.map(() => null)),
    cells,
    columns: columnWidths.map((width) => ({ width })),
    rowDefs: heights(rows.map((row) => row.map((value, column) => [value.length, columnWidths[column]!]))),
  };
}
