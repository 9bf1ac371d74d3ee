// The VS Code server behind the browser-hosted window.
import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openPortDoors } from './port-doors.mjs';

/** Settings of every window: what is seen in tests and pictures should not depend on the day or on other extensions. */
const windowSettings = {
  'workbench.colorTheme': 'Default Light Modern',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'window.commandCenter': false,
  'chat.commandCenter.enabled': false,
  'workbench.layoutControl.enabled': false,
  'extensions.ignoreRecommendations': true,
  'git.enabled': false,
  'update.showReleaseNotes': false,
  'telemetry.telemetryLevel': 'off',
  'editor.cursorBlinking': 'solid',
  'editor.minimap.enabled': false,
  // A browser's default is to save by itself, a desktop's is not.
  'files.autoSave': 'off',
};

/**
 * Starts the server on a free port of this machine alone. `dataFolder` keeps its data, `extensionsFolder` its installed extensions;
 * `environment` is added to what extensions see. Gives the port and `stop()`; throws an Error with the server's own words when it does not
 * start.
 */
export async function startWorkbenchServer({
  workbench,
  dataFolder,
  extensionsFolder,
  environment = {},
  serverArguments = [],
  port = 0,
  settings = {},
}) {
  const machineFolder = join(dataFolder, 'data', 'Machine');
  mkdirSync(machineFolder, { recursive: true });
  mkdirSync(extensionsFolder, { recursive: true });
  writeFileSync(join(machineFolder, 'settings.json'), JSON.stringify({ ...windowSettings, ...settings }, null, 2));
  const doors = await openPortDoors();
  const child = spawn(
    process.execPath,
    [
      join(workbench, 'out', 'server-main.js'),
      '--host',
      '127.0.0.1',
      '--port',
      String(port),
      '--without-connection-token',
      '--accept-server-license-terms',
      '--server-data-dir',
      dataFolder,
      '--extensions-dir',
      extensionsFolder,
      '--telemetry-level',
      'off',
      '--disable-workspace-trust',
      ...serverArguments,
      '--link-protection-trusted-domains',
      doors.origin,
    ],
    {
      cwd: workbench,
      env: { ...withoutEditorVariables(process.env), VSCODE_PROXY_URI: doors.template, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const output = [];
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) child.kill();
    const forced = setTimeout(() => child.kill('SIGKILL'), 5000);
    await ended;
    clearTimeout(forced);
    doors.stop();
  };
  const boundPort = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`The VS Code server ended at once (${code}):\n${output.join('').slice(-2000)}`)));
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8');
      stream.on('data', (text) => {
        output.push(text);
        const bound = /Server bound to [^\s]*:(\d+)/.exec(output.join(''));
        if (bound !== null && output.join('').includes('Extension host agent listening')) resolve(Number(bound[1]));
      });
    }
  });
  return { port: boundPort, stop, ended, output: () => output.join('') };
}

/** Started from a terminal of VS Code, that window's own variables would reach this one. */
function withoutEditorVariables(environment) {
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !name.startsWith('VSCODE_') && !name.startsWith('ELECTRON_')));
}
