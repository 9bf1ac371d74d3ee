import type { CancellationToken, CodeAction, CodeActionParams, Command, Connection } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { configurationFileName } from '../../language/configuration/built-in.ts';
import { newlySwitchedOff, switchOff } from '../../language/configuration/switch-off.ts';
import {
  codeActions,
  editsOf,
  fixAllAction,
  keyOf,
  type CodeAction as Action,
  type CodeActionKey,
} from '../../language/features/quick-fix/code-action.ts';
import { refactoringEdits, refactoringsAt, type RefactoringKey } from '../../language/features/refactoring/refactoring.ts';
import type { FixEdits, Report } from '../../language/rules/rule.ts';
import type { Snapshot } from '../../language/snapshot.ts';
import { documentAddress } from '../../language/text/document-address.ts';
import type { TextEdit } from '../../language/text/span.ts';
import { fenced } from '../connection/fence.ts';
import { CodeActionKind, MessageType, ShowMessageNotification } from '../connection/protocol-library.ts';
import type { Checker } from '../diagnostics/checker.ts';
import { newestSnapshot } from '../documents/newest-snapshot.ts';
import type { Surroundings } from '../documents/surroundings.ts';
import type { OpenText } from '../documents/text-sync.ts';
import { fixAllKind, rulePageCommand, saveFileCommand, showBlankCommand } from '../protocol/commands.ts';
import { rangeOfBlank } from '../to-protocol/blanks.ts';
import { toDiagnostic } from '../to-protocol/diagnostics.ts';
import { toNewFile, toWorkspaceEdit } from '../to-protocol/edits.ts';
import { placesInText, placesOf } from '../to-protocol/positions.ts';

/** What an action carries from the list to its resolution. */
interface ActionData {
  readonly uri: string;
  readonly key: CodeActionKey | RefactoringKey;
}

interface CodeActionRequests {
  list(params: CodeActionParams, token: CancellationToken): Promise<CodeAction[]>;
  /** The action with its edits, worked out in the document as it now is; without them where what it was about is gone. */
  resolve(action: CodeAction, token: CancellationToken): Promise<CodeAction>;
}

/** Quick fixes, rewritings and “fix all”. */
export function answerCodeActions(connection: Connection, surroundings: Surroundings, checker: Checker): void {
  const { log } = surroundings.host;
  const actions = createCodeActionRequests(surroundings, checker, (message) =>
    connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message }),
  );
  connection.onCodeAction(fenced('textDocument/codeAction', log, null, actions.list));
  connection.onCodeActionResolve(async (action, token) => {
    const resolved = await fenced('codeAction/resolve', log, action, actions.resolve)(action, token);
    return resolved as typeof action;
  });
}

/** `warn` tells the officer why an action that was chosen is not done. */
function createCodeActionRequests(
  surroundings: Surroundings,
  checker: Checker,
  warn: (message: string) => Promise<void>,
): CodeActionRequests {
  const { client, texts, others, service, host } = surroundings;

  const linked = async (text: OpenText, token: CancellationToken): Promise<{ snapshot: Snapshot; reports: readonly Report[] }> => {
    const { reports } = await checker.check(text, token);
    return { snapshot: await newestSnapshot(surroundings, text, 'linked', token), reports };
  };

  /**
   * Where a configuration file would be made: in the innermost folder of the workspace around a document, where the client makes files;
   * else null.
   */
  const newConfiguration = ({ uri }: OpenText): string | null => {
    if (!client.createsFiles) return null;
    const around = client.folders
      .map((folder) => `${folder.replace(/\/$/, '')}/`)
      .filter((folder) => uri.startsWith(documentAddress(folder)));
    const innermost = around.toSorted((a, b) => b.length - a.length)[0];
    return innermost === undefined ? null : `${innermost}${configurationFileName}`;
  };

  /**
   * Writes into the configuration file that a rule is switched off: as it stands in an editor, or else on the disk, or in a new one. What
   * nobody else is writing in is saved at once: only then it holds.
   */
  const switchedOff = async (text: OpenText, rule: string, title: string): Promise<Pick<CodeAction, 'edit' | 'command'>> => {
    const saved = (uri: string): Pick<CodeAction, 'command'> =>
      client.commands.has(saveFileCommand) ? { command: { title, command: saveFileCommand, arguments: [uri] } } : {};
    const file = await service.configurationFile(text.uri);
    if (!file) {
      const uri = newConfiguration(text);
      return uri === null ? {} : { edit: toNewFile(uri, newlySwitchedOff(rule)), ...saved(uri) };
    }
    const open = texts.get(file.address);
    // What the checks go by may be older, where it was saved just now.
    const onDisk = (await host.read(file.address)) ?? file.text;
    const content = open?.text.whole().getText() ?? onDisk;
    const uri = open?.spelling ?? file.address;
    const edits = switchOff(content, rule);
    if (!edits) {
      await warn(service.words().say('“{file}” has a mistake in it. Put it right first.', { file: configurationFileName }));
      return {};
    }
    const place = {
      uri,
      version: open?.text.version ?? null,
      places: placesInText(TextDocument.create(file.address, 'jsonc', 0, content), client.encoding),
    };
    return { edit: toWorkspaceEdit([{ in: place, edits }], client), ...(content === onDisk && saved(uri)) };
  };

  /** The edits of an action, and what selects the words that they leave to the officer to write. */
  const edit = async (
    text: OpenText,
    snapshot: Snapshot,
    reports: readonly Report[],
    key: ActionData['key'],
    title: string,
  ): Promise<Pick<CodeAction, 'edit' | 'command'>> => {
    if (!('refactoring' in key) && key.kind === 'silence-everywhere')
      return key.rule === undefined ? {} : switchedOff(text, key.rule, title);
    const edits = 'refactoring' in key ? asEdits(refactoringEdits(snapshot, key)) : editsOf(snapshot, reports, key);
    if (!edits) return {};
    const elsewhere = await others.find(edits.elsewhere?.keys() ?? []);
    const here = { uri: text.spelling, version: text.text.version, places: placesOf(snapshot.model.syntax, client.encoding) };
    const placed = [
      ...(edits.here.length > 0 ? [{ in: here, edits: edits.here }] : []),
      ...[...(edits.elsewhere ?? [])].flatMap(([address, own]) => {
        const place = elsewhere.get(address);
        return place ? [{ in: place, edits: own }] : [];
      }),
    ];
    const [first] = placed;
    const blank = client.showsDocuments && first ? rangeOfBlank(first.edits, first.in.places) : null;
    return {
      edit: toWorkspaceEdit(placed, client),
      ...(blank && { command: { title, command: showBlankCommand, arguments: [first!.in.uri, blank] } satisfies Command }),
    };
  };

  return {
    async list({ textDocument, range, context }, token) {
      const text = texts.get(textDocument.uri);
      if (text?.use !== 'read') return [];
      const wanted = wantedKinds(context?.only);
      const { snapshot, reports } = await linked(text, token);
      const places = placesOf(snapshot.model.syntax, client.encoding);
      const configurationFile = (await service.configurationFile(text.uri)) ? 'found' : newConfiguration(text) === null ? null : 'new';
      const quick = wanted.quickFix ? codeActions(snapshot, reports, places.span(range), configurationFile) : [];
      const all = wanted.fixAll ? fixAllAction(snapshot, reports) : [];
      const made = [
        ...quick
          .filter((action) => action.kind !== 'rule-page' || (client.showsDocuments && client.home !== null))
          .map((action) => ({ action, kind: CodeActionKind.QuickFix as string })),
        ...all.map((action) => ({ action, kind: fixAllKind as string })),
      ];
      const withEdits = async (base: CodeAction, key: ActionData['key']): Promise<CodeAction> => {
        if (client.codeActions.resolve) return { ...base, data: { uri: text.spelling, key } satisfies ActionData };
        return { ...base, ...(await edit(text, snapshot, reports, key, base.title)) };
      };
      const rewritings = wanted.refactoring ? refactoringsAt(snapshot, places.span(range)) : [];
      return Promise.all([
        ...made.map(({ action, kind }) => {
          const base = describe(action, kind, snapshot, surroundings);
          return action.kind === 'rule-page' ? base : withEdits(base, keyOf(action));
        }),
        ...rewritings.map(({ title, key }) => withEdits({ title, kind: CodeActionKind.RefactorRewrite }, key)),
      ]).then((actions) => (client.codeActions.resolve ? actions : actions.filter((action) => action.edit || action.command)));
    },
    async resolve(action, token) {
      const data = action.data as ActionData | undefined;
      const text = data?.uri === undefined ? undefined : texts.get(data.uri);
      if (!data || text?.use !== 'read') return action;
      const { snapshot, reports } = await linked(text, token);
      return { ...action, ...(await edit(text, snapshot, reports, data.key, action.title)) };
    },
  };
}

function describe(action: Action, kind: string, snapshot: Snapshot, { client }: Surroundings): CodeAction {
  const report = 'report' in action ? action.report : null;
  return {
    title: action.title,
    kind,
    ...(report &&
      action.kind === 'fix' && {
        diagnostics: [toDiagnostic(report, placesOf(snapshot.model.syntax, client.encoding), new Map(), client)],
      }),
    ...(action.kind === 'fix' && action.preferred && client.codeActions.preferred && { isPreferred: true }),
    ...(action.kind === 'rule-page' && { command: { title: action.title, command: rulePageCommand, arguments: [action.rule] } }),
  };
}

const asEdits = (here: readonly TextEdit[] | null): FixEdits | null => here && { here };

/** A kind that is asked for stands for itself and everything below it. */
function wantedKinds(only: readonly string[] | undefined): {
  readonly quickFix: boolean;
  readonly fixAll: boolean;
  readonly refactoring: boolean;
} {
  if (!only || only.length === 0) return { quickFix: true, fixAll: false, refactoring: true };
  const covers = (kind: string) => only.some((asked) => asked === '' || kind === asked || kind.startsWith(`${asked}.`));
  return { quickFix: covers(CodeActionKind.QuickFix), fixAll: covers(fixAllKind), refactoring: covers(CodeActionKind.RefactorRewrite) };
}
