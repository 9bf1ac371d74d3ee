import { blockHtml } from '../../../server/src/language/render/html.ts';
import { render } from '../../../server/src/language/render/render.ts';
import type { RenderOptions, Rendering } from '../../../server/src/language/render/rendering.ts';
import { snapshotOf, worldOf } from '../harness.ts';

/** The first document of a fixture, rendered. */
export async function renderingOf(source: string, options?: RenderOptions): Promise<Rendering> {
  return render((await snapshotOf(worldOf(source))).model, options);
}

/** What is printed of it, a line for each block that is printed, without the lines of the source. */
export const printed = ({ blocks }: Rendering): string[] =>
  blocks.map((block) => blockHtml(block).replace(/ data-line="\d+"/g, '')).filter((html) => html !== '');

/** The number and the first words of each block that has a number. */
export const numbered = (rendering: Rendering): string[] =>
  rendering.blocks.flatMap((block) =>
    block.number
      ? [
          `${block.number.text} ${blockHtml(block)
            .replace(/<span class="number">.*?<\/span> /, '')
            .replace(/<[^>]*>/g, '')
            .trim()
            .slice(0, 24)}`,
        ]
      : [],
  );
