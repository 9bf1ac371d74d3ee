import * as vscode from 'vscode';
import type { EarlierMeetingsParams, ShownMeeting } from '../../server/src/lsp/protocol/comparisons.ts';
import { repositoryOf, versionAt, versionsOf, type Repository } from './git.ts';
import { nameOf, sayCannotBeOpened } from './go-to.ts';
import type { Server } from './server.ts';

/** An earlier version of a document. */
export interface EarlierVersion {
  /** The document as it now is. */
  readonly of: vscode.TextDocument;
  readonly text: string;
  /** Which one it is, in words: “as it was on 2 March 2026, for the meeting on 10 March 2026”. */
  readonly which: string;
}

/** A way to an earlier version. Gives null where there is none, which it has told. */
type Find = () => Promise<EarlierVersion | null>;

/** The text of an earlier version, and which one it is. */
type EarlierText = Omit<EarlierVersion, 'of'>;

/** Most meetings that are offered. */
const mostMeetings = 5;

/**
 * Asks which earlier version of a document is meant: the last commit, what was taken to an earlier meeting, a tag, or another file; or one
 * of `instead`. Null where the officer chose none, or it cannot be had, which has been told.
 */
export async function askForEarlier(
  document: vscode.TextDocument,
  server: Server,
  instead?: vscode.TextDocument,
): Promise<EarlierVersion | null> {
  const [repository, meetings] = await Promise.all([repositoryOf(document.uri), meetingsOf(document, server)]);
  const find = async (text: () => Promise<EarlierText | null>): Promise<EarlierVersion | null> => {
    const found = await text();
    return found && { of: document, ...found };
  };
  const ofThis = (await choices(document.uri, repository, meetings)).map(({ text, ...item }) => ({ ...item, find: () => find(text) }));
  const ofOther = instead
    ? [
        {
          label: vscode.l10n.t('Compare “{0}” instead…', nameOf(instead.uri)),
          find: (): ReturnType<Find> => askForEarlier(instead, server),
        },
      ]
    : [];
  const chosen = await vscode.window.showQuickPick([...ofThis, ...ofOther], {
    title: vscode.l10n.t('Compare “{0}” with an earlier version', nameOf(document.uri)),
    placeHolder: repository
      ? vscode.l10n.t('Which version?')
      : vscode.l10n.t('The document is in no Git repository, so it can only be compared with another file.'),
  });
  return chosen ? chosen.find() : null;
}

async function choices(
  uri: vscode.Uri,
  repository: Repository | null,
  meetings: readonly ShownMeeting[],
): Promise<readonly (vscode.QuickPickItem & { readonly text: () => Promise<EarlierText | null> })[]> {
  const file = { label: vscode.l10n.t('Another file…'), text: () => askForFile(uri) };
  if (!repository) return [file];
  const at = (ref: string, which: string) => () => versionIn(repository, ref, uri, which);
  const [first, ...others] = meetings.slice(0, mostMeetings);
  const tags = await repository.getRefs({ pattern: 'refs/tags' }).catch(() => []);
  return [
    { label: vscode.l10n.t('The last commit'), text: at('HEAD', vscode.l10n.t('as it was at the last commit')) },
    first
      ? {
          label: vscode.l10n.t('The version taken to the previous meeting'),
          description: meetingInWords(first),
          text: () => versionTakenTo(first, repository, uri),
        }
      : { label: vscode.l10n.t('The version taken to the previous meeting'), text: noMeeting },
    ...others.map((meeting) => ({
      label: vscode.l10n.t('The version taken to an earlier meeting'),
      description: meetingInWords(meeting),
      text: () => versionTakenTo(meeting, repository, uri),
    })),
    ...tags.flatMap(({ name }) =>
      name ? [{ label: name, description: vscode.l10n.t('tag'), text: at(name, vscode.l10n.t('as it was at “{0}”', name)) }] : [],
    ),
    file,
  ];
}

const meetingInWords = ({ dateInWords, body }: ShownMeeting): string => (body === null ? dateInWords : `${dateInWords}, ${body}`);

const say = (message: string): null => {
  void vscode.window.showWarningMessage(message);
  return null;
};

async function noMeeting(): Promise<null> {
  return say(
    vscode.l10n.t(
      'No report, agenda or minutes of this response name the day of a meeting that has been, so it cannot be told which version went to it. Choose a tag or another file.',
    ),
  );
}

async function meetingsOf(document: vscode.TextDocument, server: Server): Promise<readonly ShownMeeting[]> {
  const client = await server.running();
  return (
    (await client.sendRequest<readonly ShownMeeting[] | null>('inspectionResponse/earlierMeetings', {
      uri: client.code2ProtocolConverter.asUri(document.uri),
    } satisfies EarlierMeetingsParams)) ?? []
  );
}

/** The version that the document had when the papers of a meeting were issued. */
async function versionTakenTo(meeting: ShownMeeting, repository: Repository, uri: vscode.Uri): Promise<EarlierText | null> {
  const versions = await versionsOf(repository, uri).catch(() => []);
  const taken = versionAt(versions, meeting.until);
  if (!taken)
    return say(
      vscode.l10n.t(
        'Git has no version of “{0}” from {1} or before, when the papers of the meeting on {2} were settled. Choose a tag or another file.',
        nameOf(uri),
        meeting.untilInWords,
        meeting.dateInWords,
      ),
    );
  return versionIn(
    repository,
    taken.hash,
    uri,
    vscode.l10n.t('as it was on {0}, for the meeting on {1}', meeting.untilInWords, meetingInWords(meeting)),
  );
}

async function versionIn(repository: Repository, ref: string, uri: vscode.Uri, which: string): Promise<EarlierText | null> {
  try {
    return { text: await repository.show(ref, uri.fsPath), which };
  } catch {
    return say(
      vscode.l10n.t('There is no version of “{0}” {1}. It may have had another name then, or not been there.', nameOf(uri), which),
    );
  }
}

async function askForFile(uri: vscode.Uri): Promise<EarlierText | null> {
  const [other] =
    (await vscode.window.showOpenDialog({
      defaultUri: vscode.Uri.joinPath(uri, '..'),
      filters: { Markdown: ['md'] },
      openLabel: vscode.l10n.t('Compare'),
    })) ?? [];
  return other ? versionInFile(other) : null;
}

/** Another file as the earlier version; null where it cannot be opened, which has been told. */
export async function versionInFile(uri: vscode.Uri): Promise<EarlierText | null> {
  try {
    return { text: (await vscode.workspace.openTextDocument(uri)).getText(), which: vscode.l10n.t('in “{0}”', nameOf(uri)) };
  } catch {
    sayCannotBeOpened(nameOf(uri));
    return null;
  }
}
