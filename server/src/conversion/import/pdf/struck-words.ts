import type { Glyphs, Rule } from './page.ts';
import { partedWords } from './parted-words.ts';

/** How high above the line that letters stand on they are struck through, in parts of their size. */
const [lowest, highest] = [0.17, 0.42];
/** How far a line may reach beyond the words that it strikes through, in parts of their size: a line of a table goes on. */
const mostBeyond = 0.6;

/** Letters with those that a drawn line strikes through marked so, and the other lines. */
export function withStruckWords(
  glyphs: readonly Glyphs[],
  rules: readonly Rule[],
): { readonly glyphs: readonly Glyphs[]; readonly rules: readonly Rule[] } {
  const strokes = rules.filter((rule) => strikes(rule, glyphs));
  if (strokes.length === 0) return { glyphs, rules };
  const lines = new Set(strokes);
  return {
    rules: rules.filter((rule) => !lines.has(rule)),
    glyphs: glyphs.flatMap((one) => {
      const own = strokes.filter((stroke) => crosses(stroke, one));
      if (own.length === 0) return [one];
      return partedWords(
        one,
        (middle) => own.some(({ from, to }) => from <= middle && middle <= to),
        (part, struck) => (struck ? { ...part, struck } : part),
      );
    }),
  };
}

const crosses = ({ isLevel, at, from, to }: Rule, { x, y, width, size }: Glyphs): boolean =>
  isLevel && at < y - size * lowest && at > y - size * highest && from < x + width && x < to;

/** Whether a line crosses words at half their height, and ends where they do. */
function strikes(rule: Rule, glyphs: readonly Glyphs[]): boolean {
  const crossed = glyphs.filter((one) => crosses(rule, one));
  if (crossed.length === 0) return false;
  const most = Math.max(...crossed.map(({ size }) => size)) * mostBeyond;
  return (
    rule.from >= Math.min(...crossed.map(({ x }) => x)) - most && rule.to <= Math.max(...crossed.map(({ x, width }) => x + width)) + most
  );
}
