/** The window from outside: real keys, the mouse and pictures, through the bridge of the browser-hosted VS Code. */

const address = process.env.INSPECTION_RESPONSE_WINDOW;

/** Whether this VS Code has a bridge; desktop VS Code has none. */
export const hasWindow = address !== undefined;

async function ask<Value>(deed: string, parameters: Readonly<Record<string, unknown>>): Promise<Value> {
  if (address === undefined) throw new Error('This VS Code has no bridge to its window.');
  const response = await fetch(address, { method: 'POST', body: JSON.stringify({ deed, ...parameters }) });
  const answer = (await response.json()) as { value?: Value; error?: string };
  if (answer.error !== undefined) throw new Error(`${deed}: ${answer.error}`);
  return answer.value as Value;
}

/** Where in the window: a selector, and the frames around it, outermost first, for what stands in a webview. */
export interface Place {
  readonly selector: string;
  readonly frames?: readonly string[];
  /** Whether it must be within the part of the page that is scrolled to. */
  readonly inSight?: boolean;
  /** How long to wait for it, in milliseconds, where that is longer than for other things. */
  readonly patience?: number;
}

/** Presses a key or a chord as Playwright writes it: `Enter`, `Control+Space`. */
export const press = (keys: string): Promise<void> => ask('press', { keys });
export const type = (text: string): Promise<void> => ask('type', { text });
export const click = (place: Place): Promise<void> => ask('click', { ...place });
export const doubleClick = (place: Place): Promise<void> => ask('doubleClick', { ...place });
/** Puts a value into a field, as one who types it. */
export const fill = (place: Place, value: string): Promise<void> => ask('fill', { ...place, value });
/** Chooses of a list by the option's value. */
export const select = (place: Place, value: string): Promise<void> => ask('select', { ...place, value });
/** Turns the wheel over something; `down` in pixels. */
export const wheel = (place: Place, down: number): Promise<void> => ask('wheel', { ...place, down });
export const hover = (place: Place): Promise<void> => ask('hover', { ...place });
export const waitFor = (place: Place, state: 'visible' | 'hidden' = 'visible'): Promise<void> => ask('waitFor', { ...place, state });
export const textOf = (place: Place): Promise<string> => ask('text', { ...place });
/** The value of a field, once it ends so. */
export const valueOf = (place: Place, ending: string): Promise<string> => ask('value', { ...place, ending });
export const count = (place: Place): Promise<number> => ask('count', { ...place });
/** The words that are selected in the page of a frame. */
export const selectionIn = (frames: readonly string[]): Promise<string> => ask('selection', { frames });
/** What axe-core finds wrong with the page in a frame, or in a part of it. */
export const accessibilityOf = (frames: readonly string[], only?: string): Promise<readonly string[]> =>
  ask('accessibility', { frames, ...(only !== undefined && { only }) });
/** The page that was opened in another tab of the browser and asks there to be printed; the tab is closed again. */
export const printedBeside = (): Promise<{ readonly title: string; readonly text: string }> => ask('printedBeside', {});
export const resize = (width: number, height: number): Promise<void> => ask('resize', { width, height });
/** Writes `NAME.png` among the test's pictures. */
export const takePicture = (name: string): Promise<string> => ask('screenshot', { name });
