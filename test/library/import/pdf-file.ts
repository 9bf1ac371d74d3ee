/** Words at a place: points from the left and the top. */
export interface PdfText {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly size?: number;
  readonly bold?: boolean;
  /** Read from below upwards. */
  readonly upright?: boolean;
  /** Its letters set apart, by so many thousandths of their size. */
  readonly apart?: number;
  /** Written aslant, from below on the left upwards. */
  readonly aslant?: boolean;
  /** The piece of the page that it belongs to, for the tags; or that it is no part of the paper. */
  readonly piece?: number | 'artifact';
}

/** An element of the structure of a tagged file; numbers are pieces of the page. */
export interface PdfTag {
  readonly role: string;
  readonly inside: readonly (PdfTag | number)[];
}

/** A place that leads to an address. */
export interface PdfLink {
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
  readonly address: string;
}

/** A drawn line. */
export interface PdfRule {
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
}

export interface PdfPage {
  readonly texts: readonly PdfText[];
  readonly rules?: readonly PdfRule[];
  readonly fills?: readonly PdfFill[];
  /** Middles of drawn round bullets. */
  readonly dots?: readonly (readonly [number, number])[];
  readonly tags?: readonly PdfTag[];
  readonly links?: readonly PdfLink[];
  /**
   * Written from below upwards, in a drawing of its own within the page: so it lies on its side, or the file turns it upright where it is
   * shown.
   */
  readonly lies?: 'on its side' | 'turned upright';
}

/** A box filled with a colour: its corners, and red, green and blue from 0 to 1. */
export interface PdfFill {
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
  readonly colour: readonly [number, number, number];
  /** Made by filling the whole page and letting only the box be seen. */
  readonly isWindow?: boolean;
}

const [width, height] = [595, 842];

/** A PDF of A4 pages in Helvetica, as plain as one can be. */
export function pdfFile(pages: readonly PdfPage[], { encrypted = false }: { readonly encrypted?: boolean } = {}): Uint8Array {
  const objects: string[] = [
    '',
    '',
    ...['Helvetica', 'Helvetica-Bold'].map((name) => `<< /Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding /WinAnsiEncoding >>`),
  ];
  const add = (object: string): number => objects.push(object);
  const [kids, elements, parents]: [number[], number[], string[]] = [[], [], []];
  const isTagged = pages.some(({ tags }) => tags !== undefined);
  const root = isTagged ? add('') : 0;
  pages.forEach((page, index) => {
    const content = [
      ...(page.fills ?? []).map(({ from, to, colour, isWindow = false }) => {
        const box = `${from[0]} ${height - to[1]} ${to[0] - from[0]} ${to[1] - from[1]} re`;
        return `q ${isWindow ? `${box} W n ` : ''}${colour.join(' ')} rg ${isWindow ? `0 0 ${width} ${height} re` : box} f Q`;
      }),
      ...page.texts.map(
        ({ x, y, text, size = 12, bold = false, upright = false, aslant = false, piece, apart = 0 }) =>
          `${piece === undefined ? '' : piece === 'artifact' ? '/Artifact BMC ' : `/P << /MCID ${piece} >> BDC `}BT /${bold ? 'F2' : 'F1'} ${size} Tf ${upright ? '0 1 -1 0' : aslant ? '.866 .5 -.5 .866' : '1 0 0 1'} ${x} ${height - y} Tm ${apart === 0 ? `(${winAnsi(text)}) Tj` : `[${[...text].map((letter) => `(${winAnsi(letter)})`).join(` ${-apart} `)}] TJ`} ET${piece === undefined ? '' : ' EMC'}`,
      ),
      ...(page.dots ?? []).map(
        ([x, y]) =>
          `${x - 2} ${height - y} m ${x - 2} ${height - y + 2.7} ${x + 2} ${height - y + 2.7} ${x + 2} ${height - y} c ${x + 2} ${height - y - 2.7} ${x - 2} ${height - y - 2.7} ${x - 2} ${height - y} c f`,
      ),
      ...(page.rules ?? []).map(({ from, to }) => `0.5 w ${from[0]} ${height - from[1]} m ${to[0]} ${height - to[1]} l S`),
    ].join('\n');
    const streamOf = (words: string, more = '') => add(`<< /Length ${words.length}${more} >>\nstream\n${words}\nendstream`);
    const fonts = '/Font << /F1 3 0 R /F2 4 0 R >>';
    const form = page.lies
      ? streamOf(
          content,
          ` /Type /XObject /Subtype /Form /BBox [0 0 ${width} ${height}] /Matrix [0 1 -1 0 ${height} 0] /Resources << ${fonts} >>`,
        )
      : null;
    const stream = streamOf(form === null ? content : '/X1 Do');
    const box = page.lies ? [0, 0, height, width] : [0, 0, width, height];
    const links = (page.links ?? []).map(
      ({ from, to, address }) =>
        `<< /Type /Annot /Subtype /Link /Rect [${from[0]} ${height - to[1]} ${to[0]} ${height - from[1]}] /A << /S /URI /URI (${address}) >> >>`,
    );
    const number = add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [${box.join(' ')}]${page.lies === 'turned upright' ? ' /Rotate 90' : ''} /Resources << ${fonts}${form === null ? '' : ` /XObject << /X1 ${form} 0 R >>`} >> /Contents ${stream} 0 R${isTagged ? ` /StructParents ${index}` : ''}${links.length > 0 ? ` /Annots [${links.join(' ')}]` : ''} >>`,
    );
    kids.push(number);
    const holders: number[] = [];
    const element = ({ role, inside }: PdfTag, parent: number): number => {
      const own = add('');
      const inner = inside.map((one) => {
        if (typeof one !== 'number') return `${element(one, own)} 0 R`;
        holders[one] = own;
        return String(one);
      });
      objects[own - 1] = `<< /Type /StructElem /S /${role} /P ${parent} 0 R /Pg ${number} 0 R /K [${inner.join(' ')}] >>`;
      return own;
    };
    elements.push(...(page.tags ?? []).map((tag) => element(tag, root)));
    parents.push(`${index} [${Array.from(holders, (own) => (own === undefined ? 'null' : `${own} 0 R`)).join(' ')}]`);
  });
  objects[0] = `<< /Type /Catalog /Pages 2 0 R${isTagged ? ` /MarkInfo << /Marked true >> /StructTreeRoot ${root} 0 R` : ''} >>`;
  objects[1] = `<< /Type /Pages /Count ${pages.length} /Kids [${kids.map((number) => `${number} 0 R`).join(' ')}] >>`;
  if (isTagged)
    objects[root - 1] =
      `<< /Type /StructTreeRoot /K [${elements.map((number) => `${number} 0 R`).join(' ')}] /ParentTree << /Nums [${parents.join(' ')}] >> >>`;
  if (encrypted)
    objects.push('<< /Filter /Standard /V 1 /R 2 /P -44 /O (aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa) /U (bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb) >>');
  let file = '%PDF-1.4\n';
  const places = objects.map((object, index) => {
    const at = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const start = file.length;
  const secret = encrypted ? ` /Encrypt ${objects.length} 0 R /ID [(aaaaaaaaaaaaaaaa) (aaaaaaaaaaaaaaaa)]` : '';
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')}trailer << /Size ${objects.length + 1} /Root 1 0 R${secret} >>\nstartxref\n${start}\n%%EOF`;
  return Uint8Array.from(file, (letter) => letter.charCodeAt(0));
}

/** The few characters beyond Latin-1 that papers use, at their places in Windows-1252. */
const special: Readonly<Record<string, number>> = { '‘': 0x91, '’': 0x92, '“': 0x93, '”': 0x94, '•': 0x95, '–': 0x96 };
const winAnsi = (text: string): string =>
  text.replace(/[‘’“”•–]/g, (letter) => String.fromCharCode(special[letter]!)).replace(/[\\()]/g, '\\$&');

/** Lines of text from a place down, 14.4 points apart. */
export const textLines = (x: number, y: number, lines: readonly string[], more: Partial<PdfText> = {}): PdfText[] =>
  lines.map((text, index) => ({ x, y: y + index * 14.4, text, ...more }));

/** A table with drawn cells; a cell of several lines is an array. Rows are as high as their longest cell. */
export function drawnTable(
  xs: readonly number[],
  y: number,
  rows: readonly (readonly (string | readonly string[])[])[],
  boldFirst = true,
): { readonly texts: PdfText[]; readonly rules: PdfRule[]; readonly bottom: number } {
  const texts: PdfText[] = [];
  const ys = [y];
  rows.forEach((row, index) => {
    const lines = row.map((cell) => (typeof cell === 'string' ? [cell] : cell));
    lines.forEach((cell, column) =>
      texts.push(
        ...textLines(
          xs[column]! + 4,
          ys.at(-1)! + 14,
          cell.filter((line) => line !== ''),
          { size: 10, bold: boldFirst && index === 0 },
        ),
      ),
    );
    ys.push(ys.at(-1)! + Math.max(...lines.map(({ length }) => length)) * 14.4 + 8);
  });
  const rules: PdfRule[] = [
    ...ys.map((at): PdfRule => ({ from: [xs[0]!, at], to: [xs.at(-1)!, at] })),
    ...xs.map((at): PdfRule => ({ from: [at, y], to: [at, ys.at(-1)!] })),
  ];
  return { texts, rules, bottom: ys.at(-1)! };
}
