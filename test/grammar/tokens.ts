import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import type * as Oniguruma from 'vscode-oniguruma';
import type * as Textmate from 'vscode-textmate';

const require = createRequire(import.meta.url);
const oniguruma = require('vscode-oniguruma') as typeof Oniguruma;
const textmate = require('vscode-textmate') as typeof Textmate;

const repository = resolve(import.meta.dirname, '../..');
/** VS Code's own Markdown grammar is in no package; the VS Code that the tests run in has it. */
const extensions = join(repository, '.vscode-test/code-server-4.100.3/extensions');
const markdownGrammar = join(extensions, 'markdown-basics/syntaxes/markdown.tmLanguage.json');
/** Grammars inside Markdown that a rule of it would be left out without. */
const innerGrammars: Readonly<Record<string, string>> = {
  'source.yaml': 'yaml/syntaxes/yaml.tmLanguage.json',
  'source.yaml.1.2': 'yaml/syntaxes/yaml-1.2.tmLanguage.json',
  'text.html.derivative': 'html/syntaxes/html-derivative.tmLanguage.json',
  'text.html.basic': 'html/syntaxes/html.tmLanguage.json',
};

/** Whether the grammar is tested on top of the real Markdown grammar. Without it, only what stands outside lists and tables can be. */
export const hasMarkdownGrammar = existsSync(markdownGrammar);

/** What stands in for Markdown where VS Code is not there: lines of text, comments, and code. */
const plainText = {
  scopeName: 'text.html.markdown',
  patterns: [
    { begin: '^```.*$', end: '^```$', name: 'markup.fenced_code.block.markdown' },
    { match: '`[^`\\n]+`', name: 'markup.inline.raw.string.markdown' },
  ],
  repository: {},
};

/** A stretch of a line with the innermost scope of ours that it has, or the innermost at all. */
export interface Token {
  readonly text: string;
  readonly scopes: readonly string[];
}

let loaded: Promise<Textmate.IGrammar> | null = null;

function loadGrammar(): Promise<Textmate.IGrammar> {
  loaded ??= (async () => {
    const wasm = readFileSync(require.resolve('vscode-oniguruma/release/onig.wasm'));
    await oniguruma.loadWASM(wasm);
    const registry = new textmate.Registry({
      onigLib: Promise.resolve({
        createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
        createOnigString: (text) => new oniguruma.OnigString(text),
      }),
      loadGrammar: (scopeName) => Promise.resolve(grammarOf(scopeName)),
    });
    const grammar = await registry.loadGrammar('text.html.markdown.inspection-response');
    if (grammar === null) throw new Error('The grammar could not be read.');
    return grammar;
  })();
  return loaded;
}

function grammarOf(scopeName: string): Textmate.IRawGrammar | null {
  const read = (file: string): Textmate.IRawGrammar => textmate.parseRawGrammar(readFileSync(file, 'utf8'), file);
  if (scopeName === 'text.html.markdown.inspection-response') return read(join(repository, 'syntaxes/inspection-response.tmLanguage.json'));
  if (scopeName === 'text.html.markdown')
    return hasMarkdownGrammar ? read(markdownGrammar) : (plainText as unknown as Textmate.IRawGrammar);
  const inner = innerGrammars[scopeName];
  return inner !== undefined && hasMarkdownGrammar ? read(join(extensions, inner)) : null;
}

/** Every token of a text, line after line. */
export async function tokensOf(text: string): Promise<readonly Token[]> {
  const grammar = await loadGrammar();
  const tokens: Token[] = [];
  let stack: Textmate.StateStack = textmate.INITIAL;
  for (const line of text.split('\n')) {
    const result = grammar.tokenizeLine(line, stack);
    stack = result.ruleStack;
    for (const { startIndex, endIndex, scopes } of result.tokens) tokens.push({ text: line.slice(startIndex, endIndex), scopes });
  }
  return tokens;
}

/** What of a text carries a scope of ours that begins with `scope`. */
export async function textsWith(scope: string, text: string): Promise<readonly string[]> {
  const tokens = await tokensOf(text);
  return tokens
    .filter(({ scopes }) =>
      scopes.some((name) => name.startsWith(scope) && name.endsWith('.inspection-response') && !name.startsWith('text.')),
    )
    .map((token) => token.text);
}
