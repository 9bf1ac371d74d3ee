/** Tokens that make letters of a line look set apart: so many, and so many of them of one letter. */
const [fewestPieces, mostSingle] = [4, 0.4];

/** Whether words look as if their letters were set apart: “S u m m a r y”. */
export function isLetterspaced(text: string): boolean {
  const pieces = text.trim().split(/\s+/);
  return pieces.length >= fewestPieces && pieces.filter((piece) => /^\p{L}$/u.test(piece)).length >= pieces.length * mostSingle;
}

/** Letters as the file shows them, one after the other: a letter, or how far the next one is moved back, in thousandths of their size. */
export type Shown = readonly ({ readonly unicode?: string } | number | null)[];

/** Stands between letters that are shown in two goes: whether a space is between them, only their places tell. */
const parted = '\u0000';

/**
 * What letters that are set apart say, or null where that cannot be told. A reader takes the wide gaps between them for spaces; the file
 * itself has a space where one is meant, or moves on by more than from letter to letter.
 */
export function closedUp(text: string, shown: readonly Shown[]): string | null {
  const written = shown.map(wordsOf).join(isByLetter(shown) ? '' : parted);
  const places: number[] = [];
  let letters = '';
  for (let at = 0; at < written.length; at++) {
    if (/[\s\0]/.test(written[at]!)) continue;
    letters += written[at]!;
    places.push(at);
  }
  const wanted = text.normalize('NFKC').replace(/\s+/g, '');
  for (let at = letters.indexOf(wanted); at >= 0; at = letters.indexOf(wanted, at + 1)) {
    const found = written.slice(places[at]!, places[at + wanted.length - 1]! + 1);
    if (!found.includes(parted) && found.length < text.length) return found.replace(/\s+/g, ' ');
  }
  return null;
}

/** Of what is shown, at least so much is a letter alone where a program shows each by itself. */
const nearlyAll = 0.9;

/** Whether each letter is shown by itself, and so is a space where one is meant: between two letters there is none then. */
const isByLetter = (shown: readonly Shown[]): boolean =>
  shown.some((one) => wordsOf(one) === ' ') &&
  shown.filter((one) => one.filter((letter) => typeof letter !== 'number').length === 1).length >= shown.length * nearlyAll;

function wordsOf(shown: Shown): string {
  const steps = shown
    .filter((one): one is number => typeof one === 'number' && one < 0)
    .map((step) => -step)
    .sort((a, b) => a - b);
  const usual = steps[Math.floor(steps.length / 2)] ?? 0;
  return shown
    .map((one) => (typeof one === 'number' ? (-one > usual * 1.9 + 60 ? ' ' : '') : (one?.unicode ?? '').normalize('NFKC')))
    .join('');
}
