import type { Blocks } from './blocks.ts';

export interface Scrolling {
  /** Scrolls so that a line of the source is at the top. */
  reveal(line: number): void;
  /** Line of the source that is at the top. */
  line(): number;
}

/** What is to be done when the page was scrolled, to a line of the source at its top. */
export interface Scrolled {
  /** The officer did it. */
  byOfficer(line: number): void;
  /** Anybody did it. */
  byAnybody(line: number): void;
}

/**
 * Scrolling in both directions without chasing: only what the officer does here is told on, never what was asked for from the other side.
 * Who scrolls is known by wheel, key, touch and pointer, so that no clock has to guess it.
 */
export function createScrolling(blocks: Blocks, scrolled: Scrolled): Scrolling {
  let isOfficer = false;
  let isWaiting = false;
  for (const event of ['wheel', 'keydown', 'pointerdown', 'touchstart'])
    window.addEventListener(
      event,
      () => {
        isOfficer = true;
      },
      { passive: true },
    );
  // Over the first line of the text stand the header and the contents, which have no lines of their own.
  const line = (): number => (window.scrollY <= 0 ? 0 : blocks.lineAt(1));
  window.addEventListener(
    'scroll',
    () => {
      if (isWaiting) return;
      isWaiting = true;
      requestAnimationFrame(() => {
        isWaiting = false;
        const top = line();
        scrolled.byAnybody(top);
        if (isOfficer) scrolled.byOfficer(top);
      });
    },
    { passive: true },
  );
  return {
    line,
    reveal(wanted) {
      const height = wanted <= 0 ? -window.scrollY : blocks.heightOf(wanted);
      if (height === null) return;
      isOfficer = false;
      window.scrollBy({ top: height, behavior: 'instant' });
    },
  };
}
