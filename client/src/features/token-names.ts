import type { BaseLanguageClient, StaticFeature } from 'vscode-languageclient';

/** Kinds of semantic tokens, and their modifiers, that the manifest explains beside those that every editor knows. */
const types = ['label', 'status', 'overdue', 'section', 'placeholder'];
const modifiers = ['notStarted', 'offTrack', 'atRisk', 'onTrack', 'complete'];

/** Tells the server that this window knows our own names of tokens, so that it need not fall back on common ones. */
export function knowTokenNames(client: BaseLanguageClient): void {
  const feature: StaticFeature = {
    fillClientCapabilities({ textDocument }) {
      const tokens = textDocument?.semanticTokens;
      if (!tokens) return;
      tokens.tokenTypes = [...new Set([...tokens.tokenTypes, ...types])];
      tokens.tokenModifiers = [...new Set([...tokens.tokenModifiers, ...modifiers])];
    },
    initialize() {},
    getState: () => ({ kind: 'static' }),
    clear() {},
  };
  client.registerFeature(feature);
}
