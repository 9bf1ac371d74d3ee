import type { Middleware } from 'vscode-languageclient';

/** Under this scheme stands a plan as it would be with a tracker put in. */
export const trackerScheme = 'inspection-response-tracker';

/**
 * Schemes of documents that a comparison shows beside the paper itself: as it was in Git, in the local history, on the clipboard, in a pull
 * request, or as it would be with a tracker put in. Each has the name and the words of the paper, and would be taken for a second one:
 * listed as a response of its own, and wrong in the same places, where nobody can put it right.
 */
const shownBesideAnother: ReadonlySet<string> = new Set([
  'git',
  'gitfs',
  'gitlens',
  'pr',
  'review',
  'clipboardCompare',
  'vscode-local-history',
  'scm-history-item',
  'conflictResolution',
  trackerScheme,
]);

/** VS Code counts its comparisons with the clipboard: `clipboardCompare0`. */
const isShownBesideAnother = ({ scheme }: { readonly scheme: string }): boolean => shownBesideAnother.has(scheme.replace(/\d+$/, ''));

/** Another middleware, by which the server is never told of such documents, nor asked about them. */
export function leavingOutShownBeside(middleware: Middleware): Middleware {
  return {
    ...middleware,
    didOpen: async (document, next) =>
      isShownBesideAnother(document.uri) ? undefined : (middleware.didOpen?.(document, next) ?? next(document)),
    provideDiagnostics: (document, previousResultId, token, next) => {
      if (isShownBesideAnother('uri' in document ? document.uri : document)) return null;
      return middleware.provideDiagnostics?.(document, previousResultId, token, next) ?? next(document, previousResultId, token);
    },
  };
}
