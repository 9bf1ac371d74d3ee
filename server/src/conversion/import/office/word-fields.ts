import { isOn, valueOf } from './word-styles.ts';
import { childOf, childrenOf, textIn, type XmlElement } from './xml.ts';

/** A field of Word whose end has not come yet. Its instruction is not printed, its result is. */
interface OpenField {
  instruction: string;
  inResult: boolean;
  hasResult: boolean;
  /** What a box or list of an older form shows, which stands in no run. */
  readonly shows: string;
}

/** The fields that are open in one paragraph, innermost last. */
export class OpenFields {
  private readonly open: OpenField[] = [];

  /** Whether text that comes now is an instruction. */
  get hides(): boolean {
    return this.open.some(({ inResult }) => !inResult);
  }

  /** The address that an open field links to. */
  get link(): string | undefined {
    return /^\s*HYPERLINK\s+"(https?:[^"]+|mailto:[^"]+)"/i.exec(this.open.at(-1)?.instruction ?? '')?.[1];
  }

  instruct(text: string): void {
    if (this.open.length > 0) this.open.at(-1)!.instruction += text;
  }

  /** To be told of text that is printed. */
  printed(): void {
    for (const field of this.open) field.hasResult = true;
  }

  /** One of the marks that begin, divide and end a field; gives what is to be printed in the place of the field. */
  mark(character: XmlElement): string {
    switch (character.attributes['w:fldCharType']) {
      case 'begin':
        this.open.push({ instruction: '', inResult: false, hasResult: false, shows: shownByForm(childOf(character, 'w:ffData')) });
        return '';
      case 'separate':
        if (this.open.length > 0) this.open.at(-1)!.inResult = true;
        return '';
      default: {
        const ended = this.open.pop();
        return ended && !ended.hasResult ? ended.shows : '';
      }
    }
  }
}

/** What a box or a list of a form made with Word’s older fields shows: ☒, ☐, or the line that was chosen. */
function shownByForm(data: XmlElement | undefined): string {
  const box = childOf(data, 'w:checkBox');
  if (box) return (isOn(box, 'w:checked') ?? isOn(box, 'w:default') ?? false) ? '☒' : '☐';
  const list = childOf(data, 'w:ddList');
  return childrenOf(list, 'w:listEntry')[Number(valueOf(list, 'w:result') ?? valueOf(list, 'w:default') ?? 0)]?.attributes['w:val'] ?? '';
}

/** The words that stand in a content control until somebody fills it in (“Choose an item.”), and the document without them. */
export function withoutBlanks(root: XmlElement): { readonly root: XmlElement; readonly blanks: readonly string[] } {
  const blanks: string[] = [];
  const emptied = (element: XmlElement): XmlElement => ({
    ...element,
    children: element.children.map((child) => {
      if (typeof child === 'string') return child;
      if (child.name === 'w:t') {
        blanks.push(textIn(child).trim());
        return { ...child, children: [] };
      }
      return emptied(child);
    }),
  });
  const filled = (element: XmlElement): XmlElement => {
    if (element.name === 'w:sdt' && isOn(childOf(element, 'w:sdtPr'), 'w:showingPlcHdr')) return emptied(element);
    let changed = false;
    const children = element.children.map((child) => {
      const kept = typeof child === 'string' ? child : filled(child);
      changed ||= kept !== child;
      return kept;
    });
    return changed ? { ...element, children } : element;
  };
  return { root: filled(root), blanks: blanks.filter((text) => text !== '') };
}
