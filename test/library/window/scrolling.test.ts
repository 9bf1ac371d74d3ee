import assert from 'node:assert/strict';
import type { Blocks } from '../../../client/preview/blocks.ts';
import { createScrolling } from '../../../client/preview/scrolling.ts';

/** A page of lines ten pixels high each, in a window that does what it is told to at once. */
function pageInWindow() {
  const listeners = new Map<string, () => void>();
  const page = {
    scrollY: 0,
    addEventListener: (event: string, act: () => void) => void listeners.set(event, act),
    scrollBy: ({ top }: { readonly top: number }) => {
      page.scrollY += top;
      listeners.get('scroll')!();
    },
  };
  Object.assign(globalThis, { window: page, requestAnimationFrame: (act: () => void) => act() });
  const blocks: Blocks = {
    apply: () => {},
    lineOf: () => null,
    lineAt: () => page.scrollY / 10,
    heightOf: (line) => line * 10 - page.scrollY,
  };
  const told: string[] = [];
  const scrolling = createScrolling(blocks, {
    byOfficer: (line) => told.push(`officer ${line}`),
    byAnybody: (line) => told.push(`at ${line}`),
  });
  return {
    scrolling,
    told,
    does: (event: string) => listeners.get(event)!(),
    scrollTo: (top: number) => page.scrollBy({ top: top - page.scrollY }),
  };
}

describe('scrolling of a preview', () => {
  afterEach(() => {
    for (const name of ['window', 'requestAnimationFrame']) Reflect.deleteProperty(globalThis, name);
  });

  it('is told on where the officer does it, and remembered whoever does it', () => {
    const { scrolling, told, does, scrollTo } = pageInWindow();
    scrolling.reveal(40);
    assert.deepEqual(told, ['at 40'], 'The editor led: it is not told to follow itself.');
    does('wheel');
    scrollTo(500);
    assert.deepEqual(told, ['at 40', 'at 50', 'officer 50']);
    scrolling.reveal(60);
    assert.deepEqual(told.slice(3), ['at 60']);
  });
});
