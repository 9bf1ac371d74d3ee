import type { Connection, ExecuteCommandParams, Range } from 'vscode-languageserver';
import { rulesByName } from '../../language/rules/index.ts';
import { rulePageIn } from '../../shipped.ts';
import { fenced } from '../connection/fence.ts';
import type { Surroundings } from '../documents/surroundings.ts';
import { addActionCommand, rulePageCommand, showBlankCommand } from '../protocol/commands.ts';
import type { LensesAndHints } from './lenses-and-hints.ts';

/** The commands that the server runs, behind code actions and lenses. */
export function answerCommands(connection: Connection, { client, host: { log } }: Surroundings, { addAction }: LensesAndHints): void {
  connection.onExecuteCommand(
    fenced('workspace/executeCommand', log, null, async ({ command, arguments: given }: ExecuteCommandParams) => {
      const rule = rulesByName.get(String(given?.[0]));
      if (command === rulePageCommand && rule && client.home !== null)
        await connection.window.showDocument({ uri: rulePageIn(client.home, rule.name), takeFocus: true });
      if (command === showBlankCommand)
        await connection.window.showDocument({ uri: String(given?.[0]), takeFocus: true, selection: given?.[1] as Range });
      if (command === addActionCommand) await addAction(String(given?.[0]), String(given?.[1]));
      return null;
    }),
  );
}
