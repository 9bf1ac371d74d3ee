import { numberBlocks } from '../../numbering/number-blocks.ts';
import { printedBlock } from '../../numbering/printed-block.ts';
import type { Snapshot } from '../../snapshot.ts';
import { blockAt, startOf } from '../../syntax/layout.ts';
import type { Block } from '../../syntax/syntax.ts';
import type { TextEdit } from '../../text/span.ts';
import type { Refactoring } from './offer.ts';

/**
 * Writes down the numbers that the house style prints before paragraphs, and before headings where it counts by section. References mean
 * the printed numbers, so that they stay right. A document that has numbers written by hand is left to “Renumber”.
 */
export const numberParagraphs: Refactoring = {
  id: 'number-paragraphs',
  offers(snapshot, { start }) {
    const block = snapshot.model.blocks[blockAt(snapshot.view.layout, start)];
    return block && printedBlock(block).isBodyText && edits(snapshot).length > 0
      ? [{ title: snapshot.words.say('Number the paragraphs as the house style does'), choice: '' }]
      : [];
  },
  edits,
};

function edits({ model, view }: Snapshot): readonly TextEdit[] {
  const { blocks } = model.syntax;
  const numbers = numberBlocks(model, model.blocks.map(printedBlock));
  const given = numbers.flatMap((number, index) =>
    number?.by === 'house-style' && number.of !== 'recommendation' ? [{ number, index }] : [],
  );
  const isPlain = given.every(
    ({ number, index }) => number.of !== 'paragraph' || staysAlone(number.text, blocks[index - 1], blocks[index + 1]),
  );
  if (!isPlain || !given.some(({ number }) => number.of === 'paragraph')) return [];
  return given.map(({ number, index }): TextEdit => {
    const { heading } = printedBlock(model.blocks[index]!);
    const start = startOf(view.layout, index) + (heading?.textSpan.start ?? blocks[index]!.nodes[0]!.position!.start.offset!);
    return { span: { start, end: start }, newText: `${number.text} ` };
  });
}

/**
 * “12.” before a paragraph makes an item of an ordered list of it: it must not join one that is there, nor take in what is indented below.
 */
const staysAlone = (number: string, before: Block | undefined, after: Block | undefined): boolean =>
  !/^\d+[.)]$/.test(number) ||
  ([before, after].every((block) => block?.container?.type !== 'list' || !block.container.ordered) && !/^[ \t]/.test(after?.text ?? ''));
