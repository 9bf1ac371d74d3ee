/** A page that stands at an address for the officer's browser. */
export interface GivenPage {
  readonly address: string;
  /** Fulfilled once a browser has read it; never, where none does. */
  readonly read: Promise<void>;
}

/** Gives pages to the browser of the officer's computer. */
export interface PagesForBrowser {
  /** The page can be read until the next is given, or the window is closed. Throws an Error where no address can be had. */
  readonly give: (name: string, html: string) => Promise<GivenPage>;
  readonly dispose: () => void;
}

/**
 * One of our exported pages that, once it is read, asks how it is to be printed. `nonce` is random: nothing but this one line may run in
 * the page.
 */
export function askingToPrint(page: string, nonce: string): string {
  const end = page.lastIndexOf('</body>');
  const withScript = `${page.slice(0, end)}<script nonce="${nonce}">addEventListener('load', () => { print(); });</script>\n${page.slice(end)}`;
  return withScript.replace('<meta http-equiv="Content-Security-Policy" content="', (policy) => `${policy}script-src 'nonce-${nonce}'; `);
}
