import type { CompletionItem, Hover as ProtocolHover, MarkupContent } from 'vscode-languageserver';
import type { Completion } from '../../language/features/completion/completion-item.ts';
import type { Hover } from '../../language/features/reading-aids/hover.ts';
import type { Client } from '../connection/client.ts';
import { CompletionItemKind, InsertTextFormat } from '../connection/protocol-library.ts';
import type { Places } from './positions.ts';

const completionKinds: Readonly<Record<Completion['kind'], CompletionItemKind>> = {
  section: CompletionItemKind.Module,
  key: CompletionItemKind.Property,
  value: CompletionItemKind.Value,
  person: CompletionItemKind.Class,
  label: CompletionItemKind.Reference,
  status: CompletionItemKind.Color,
  date: CompletionItemKind.Unit,
  acronym: CompletionItemKind.Text,
  rule: CompletionItemKind.Keyword,
  field: CompletionItemKind.Field,
  comment: CompletionItemKind.Snippet,
  verb: CompletionItemKind.Function,
  body: CompletionItemKind.Class,
  // Not as Snippet: those are kept out of what is offered as one types, for the sake of the words (editor.snippetSuggestions in
  // package.json).
  piece: CompletionItemKind.Struct,
};

/** `index` keeps the order in which the library put them. */
export function toCompletionItem(completion: Completion, index: number, places: Places, client: Client): CompletionItem {
  const { label, kind, detail, documentation, insert, snippet, replace, filter, again } = completion;
  const withStops = snippet !== undefined && client.completion.snippets;
  return {
    label,
    kind: completionKinds[kind],
    ...(detail && { detail }),
    ...(documentation && { documentation: markup(documentation, client.completion.markdown) }),
    sortText: String(index).padStart(4, '0'),
    ...(filter !== undefined && { filterText: filter }),
    ...(withStops && { insertTextFormat: InsertTextFormat.Snippet }),
    textEdit: { range: places.range(replace), newText: withStops ? snippet : insert },
    ...(again && client.commands.has(suggestCommand) && { command: { title: 'Suggest', command: suggestCommand } }),
  };
}

const suggestCommand = 'editor.action.triggerSuggest';

export function toHover({ text, span }: Hover, places: Places, client: Client): ProtocolHover {
  return {
    contents: client.hover === 'string' ? withoutMarkup(text) : markup(text, client.hover === 'markdown'),
    range: places.range(span),
  };
}

const markup = (markdown: string, takesMarkdown: boolean): MarkupContent =>
  takesMarkdown ? { kind: 'markdown', value: markdown } : { kind: 'plaintext', value: withoutMarkup(markdown) };

/** Our own Markdown (bold, code, links, escapes, rules) as plain text. */
function withoutMarkup(markdown: string): string {
  return markdown
    .replace(/^---$/gm, '')
    .replace(/(?<!\\)\*\*|(?<!\\)`/g, '')
    .replace(/(?<!\\)\[([^\]\n]{1,300})\]\([^)\n]{1,500}\)/g, '$1')
    .replace(/\\([\\`*_{}[\]()#+!|<>~-])/g, '$1')
    .replace(/\n{3,}/g, '\n\n');
}
