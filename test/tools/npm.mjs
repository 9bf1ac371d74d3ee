// Runs npm the way this process was started by it, on every platform; without a dependency, since it runs before they are there.
import { spawnSync } from 'node:child_process';

/**
 * Runs npm and returns what it printed.
 * Throws an Error whose message holds the start of npm's own output when npm is absent or fails.
 */
export function npm(commandArguments, folder) {
  const script = process.env.npm_execpath;
  const onWindows = process.platform === 'win32';
  const withScript = script !== undefined && /\.c?js$/.test(script);
  const command = withScript ? process.execPath : onWindows ? 'npm.cmd' : 'npm';
  const allArguments = withScript ? [script, ...commandArguments] : commandArguments;
  const run = spawnSync(command, allArguments, {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    shell: onWindows && !withScript,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: withoutNpmSettings(process.env),
  });
  if (run.error !== undefined) throw new Error(`npm could not be started: ${run.error.message}`);
  if (run.status !== 0)
    throw new Error(`npm ${commandArguments.join(' ')} failed in ${folder}:\n${`${run.stdout}\n${run.stderr}`.trim().slice(0, 3000)}`);
  return run.stdout;
}

/** A script's own npm settings (--workspace, --ignore-scripts, …) reach it as variables and would apply to the npm that it starts. */
function withoutNpmSettings(environment) {
  const inherited =
    /^npm_(package_|lifecycle_|command$|config_(workspace|workspaces|include_workspace_root|prefix|local_prefix|ignore_scripts|omit|include|global|dry_run)$)/;
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !inherited.test(name)));
}
