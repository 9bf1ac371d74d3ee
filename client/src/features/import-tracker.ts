import * as vscode from 'vscode';
import type { ConvertRequest, TrackerComparison } from '../../../server/src/convert/messages.ts';
import { convertOnce, type StartConverter } from '../converter.ts';
import { documentAtHand } from '../document-at-hand.ts';
import { messageOf } from '../errors.ts';
import { nameOf } from '../go-to.ts';
import { trackerScheme } from '../shown-only.ts';
import { today } from '../today.ts';

/** Longest piece of a cell that is shown in the list, in characters. */
const mostShown = 60;

interface Choice extends vscode.QuickPickItem {
  readonly key?: string;
}

/** What a caller may say beforehand, so that it is not asked. */
interface Given {
  readonly tracker?: vscode.Uri;
  readonly plan?: vscode.Uri;
}

/**
 * “Import Tracker into a Plan…”: what owners filled into a tracker goes back into its plan. The changes are listed and shown beside the
 * plan, and nothing is written before somebody has chosen; what was changed in the plan as well is not chosen by itself. The plan is
 * changed but not saved.
 */
export function registerTrackerImport(startConverter: StartConverter, log: vscode.LogOutputChannel): vscode.Disposable[] {
  const proposed = new Map<string, string>();
  return [
    vscode.workspace.registerTextDocumentContentProvider(trackerScheme, {
      provideTextDocumentContent: (uri) => proposed.get(uri.toString()) ?? '',
    }),
    vscode.commands.registerCommand('inspectionResponse.importIntoPlan', async (given?: vscode.Uri | Given) => {
      const { tracker, plan: named } = given instanceof vscode.Uri ? { tracker: given } : (given ?? {});
      const uri = named ?? (await planAtHand());
      const file = uri && (tracker ?? (await askForTracker()));
      if (!file) return;
      const plan = await vscode.workspace.openTextDocument(uri);
      const compare = await comparer(file, plan, startConverter);
      const { version } = plan;
      const offered = await compare(null);
      if (!offered) return;
      for (const note of offered.notes) log.info(`${nameOf(file)}: ${note}`);
      const items = choicesOf(offered);
      if (items.length === 0) {
        void vscode.window.showInformationMessage(
          [vscode.l10n.t('“{0}” has no changes for “{1}”.', nameOf(file), nameOf(uri)), ...offered.notes].join(' '),
        );
        return;
      }
      const shown = vscode.Uri.from({ scheme: trackerScheme, path: uri.path, query: nameOf(file) });
      proposed.set(shown.toString(), offered.text);
      const chosen = await whileCompared(uri, shown, nameOf(file), () =>
        vscode.window.showQuickPick(items, {
          canPickMany: true,
          ignoreFocusOut: true,
          title: vscode.l10n.t('What of “{0}” goes into “{1}”?', nameOf(file), nameOf(uri)),
          placeHolder: vscode.l10n.t('Nothing is written before you choose OK'),
        }),
      );
      proposed.delete(shown.toString());
      const keys = chosen?.flatMap(({ key }) => key ?? []) ?? [];
      const settled = keys.length > 0 ? await compare(keys) : null;
      if (!settled) return;
      await take(settled, plan, version, keys.length);
    }),
  ];
}

/** The plan that is open; where none is, one of the folder. */
async function planAtHand(): Promise<vscode.Uri | undefined> {
  const open = await documentAtHand();
  if (open) return open;
  const plans = await vscode.workspace.findFiles('**/*.plan.md', '**/node_modules/**', 200);
  if (plans.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Open the plan first that the tracker is of.'));
    return undefined;
  }
  const items = plans.map((plan) => ({ label: nameOf(plan), description: vscode.workspace.asRelativePath(plan), plan }));
  return (await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Into which plan?') }))?.plan;
}

const askForTracker = async (): Promise<vscode.Uri | undefined> =>
  (
    await vscode.window.showOpenDialog({
      title: vscode.l10n.t('Import a tracker into its plan'),
      openLabel: vscode.l10n.t('Import'),
      canSelectMany: false,
      filters: { [vscode.l10n.t('Excel tracker of the actions')]: ['xlsx'] },
    })
  )?.[0];

/** Compares the tracker with the plan, as often as it is asked; gives null where that cannot be done, which has been told. */
async function comparer(
  file: vscode.Uri,
  plan: vscode.TextDocument,
  startConverter: StartConverter,
): Promise<(chosen: readonly string[] | null) => Promise<TrackerComparison | null>> {
  const cannot = (message: string): null => {
    const another = vscode.l10n.t('Choose Another File…');
    void vscode.window
      .showErrorMessage(vscode.l10n.t('“{0}” cannot be imported. {1}', nameOf(file), message), another)
      .then((wanted) =>
        wanted === another ? vscode.commands.executeCommand('inspectionResponse.importIntoPlan', { plan: plan.uri }) : undefined,
      );
    return null;
  };
  let bytes: Uint8Array;
  try {
    bytes = await vscode.workspace.fs.readFile(file);
  } catch (error) {
    const message = messageOf(error);
    return () => Promise.resolve(cannot(vscode.l10n.t('It cannot be read: {0}', message)));
  }
  return async (chosen) => {
    const request: ConvertRequest = {
      kind: 'tracker',
      bytes,
      fileName: nameOf(file),
      plan: { uri: plan.uri.toString(), text: plan.getText() },
      chosen,
      today: today(),
    };
    const answer = await vscode.window.withProgress(
      { location: vscode.ProgressLocation.Notification, title: vscode.l10n.t('Importing {0}', nameOf(file)), cancellable: true },
      (_, token) => convertOnce(startConverter, request, token),
    );
    if (answer?.kind === 'cannot') return cannot(answer.message);
    return answer?.kind === 'tracked' ? answer : null;
  };
}

function choicesOf({ changes, conflicts, added }: TrackerComparison): readonly Choice[] {
  const group = (label: string, items: readonly Choice[]): readonly Choice[] =>
    items.length === 0 ? [] : [{ label, kind: vscode.QuickPickItemKind.Separator }, ...items];
  return [
    ...group(
      vscode.l10n.t('changed in the tracker'),
      changes.map(({ key, action, field, before, after }) => ({
        key,
        label: `${action} ${field}`,
        description: `${quoted(before)} → ${quoted(after)}`,
        picked: true,
      })),
    ),
    ...group(
      vscode.l10n.t('new in the tracker'),
      added.map(({ key, action }) => ({ key, label: action, description: vscode.l10n.t('a new row'), picked: true })),
    ),
    ...group(
      vscode.l10n.t('changed in both'),
      conflicts.map(({ key, action, field, before, after, plan }) => ({
        key,
        label: `${action} ${field}`,
        description: `${quoted(plan)} → ${quoted(after)}`,
        detail: vscode.l10n.t('It said {0} when exported. The plan stays as it is unless you tick this.', quoted(before)),
      })),
    ),
  ];
}

function quoted(text: string): string {
  const line = text.replace(/\s*\n\s*/g, ' / ');
  if (line === '') return vscode.l10n.t('nothing');
  return `“${line.length > mostShown ? `${line.slice(0, mostShown)}…` : line}”`;
}

/** Shows the plan beside itself as it would be, as long as somebody chooses. */
async function whileCompared<T>(plan: vscode.Uri, proposed: vscode.Uri, tracker: string, choose: () => Thenable<T>): Promise<T> {
  await vscode.commands.executeCommand('vscode.diff', plan, proposed, vscode.l10n.t('{0} with {1}', nameOf(plan), tracker), {
    preview: true,
    preserveFocus: true,
  });
  try {
    return await choose();
  } finally {
    const tabs = vscode.window.tabGroups.all
      .flatMap((tabGroup) => tabGroup.tabs)
      .filter(({ input }) => input instanceof vscode.TabInputTextDiff && input.modified.toString() === proposed.toString());
    await vscode.window.tabGroups.close(tabs);
  }
}

/** Makes the chosen changes, all of them as one step to undo, unless the plan has been changed meanwhile. */
async function take({ edits, notes }: TrackerComparison, plan: vscode.TextDocument, version: number, chosen: number): Promise<void> {
  if (plan.version !== version) {
    void vscode.window.showWarningMessage(
      vscode.l10n.t('The plan was changed meanwhile, so that nothing was put into it. Import the tracker again.'),
    );
    return;
  }
  const change = new vscode.WorkspaceEdit();
  change.set(
    plan.uri,
    edits.map(({ start, end, newText }) => new vscode.TextEdit(new vscode.Range(plan.positionAt(start), plan.positionAt(end)), newText)),
  );
  if (!(await vscode.workspace.applyEdit(change))) return;
  await vscode.window.showTextDocument(plan, { preview: false });
  const save = vscode.l10n.t('Save');
  void vscode.window
    .showInformationMessage(
      [
        chosen === 1
          ? vscode.l10n.t('One change was put into “{0}”, which is not saved yet.', nameOf(plan.uri))
          : vscode.l10n.t('{0} changes were put into “{1}”, which is not saved yet.', chosen, nameOf(plan.uri)),
        ...notes,
      ].join(' '),
      save,
    )
    .then((wanted) => (wanted === save ? plan.save() : undefined));
}
