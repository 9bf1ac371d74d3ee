import type { TextBlock } from '../paper/blocks.ts';
import { pageBreak } from './clean-text.ts';
import { isBlank } from './page-furniture.ts';

/** The lines of a cleaned text as blocks: those between blank lines and the ends of pages stand together. */
export function blocksOfLines(lines: readonly string[]): readonly TextBlock[] {
  const blocks: TextBlock[] = [];
  let open: string[] = [];
  let start = 0;
  let afterPageBreak = false;
  const close = () => {
    if (open.length === 0) return;
    blocks.push({ lines: open, line: start, afterPageBreak });
    open = [];
    afterPageBreak = false;
  };
  lines.forEach((line, index) => {
    if (line === pageBreak) {
      close();
      afterPageBreak = true;
    } else if (isBlank(line)) {
      close();
    } else {
      if (open.length === 0) start = index;
      open.push(line);
    }
  });
  close();
  return blocks;
}
