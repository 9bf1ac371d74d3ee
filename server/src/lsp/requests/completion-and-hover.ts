import type { Connection } from 'vscode-languageserver';
import { completion } from '../../language/features/completion/completion.ts';
import { hover } from '../../language/features/reading-aids/hover.ts';
import { rules } from '../../language/rules/index.ts';
import { fenced } from '../connection/fence.ts';
import type { Surroundings } from '../documents/surroundings.ts';
import type { WithSnapshot } from '../documents/with-snapshot.ts';
import { toCompletionItem, toHover } from '../to-protocol/completion-and-hover.ts';

/** What is offered where the officer writes, and what is told of what the mouse is on. */
export function answerCompletionAndHover(
  connection: Connection,
  { client, host: { log } }: Surroundings,
  withSnapshot: WithSnapshot,
): void {
  connection.onCompletion(
    fenced('textDocument/completion', log, null, ({ textDocument, position }, token) =>
      withSnapshot(textDocument.uri, 'linked', token, null, (snapshot, places) => {
        const items = completion(snapshot, places.offset(position), rules);
        return {
          isIncomplete: items.some(({ kind }) => kind === 'date' || kind === 'label' || kind === 'acronym'),
          items: items.map((item, index) => toCompletionItem(item, index, places, client)),
        };
      }),
    ),
  );
  connection.onHover(
    fenced('textDocument/hover', log, null, ({ textDocument, position }, token) =>
      withSnapshot(textDocument.uri, 'linked', token, null, (snapshot, places) => {
        const found = hover(snapshot, places.offset(position), rules);
        return found && toHover(found, places, client);
      }),
    ),
  );
}
