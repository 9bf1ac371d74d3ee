import { execFile } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const repository = join(import.meta.dirname, '../..');
/** The program that is tested; INSPECTION_RESPONSE_CLI names another one, such as that of an installed package. */
export const program = process.env['INSPECTION_RESPONSE_CLI'] ?? join(repository, 'server/dist/cli.js');

/** Builds the command line where it is missing or older than its sources. To be called in a `before` hook. */
export async function buildWhereStale(): Promise<void> {
  if (
    process.env['INSPECTION_RESPONSE_CLI'] ||
    (existsSync(program) && newest(join(repository, 'server/src')) <= statSync(program).mtimeMs)
  )
    return;
  const built = await execute(process.execPath, [join(repository, 'esbuild.config.mjs')], { cwd: repository });
  if (built.code !== 0) throw new Error(`The build failed: ${built.stderr}`);
}

function newest(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).reduce(
    (latest, entry) => (entry.isFile() ? Math.max(latest, statSync(join(entry.parentPath, entry.name)).mtimeMs) : latest),
    0,
  );
}

export interface Result {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly input?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs `inspection-response` as a person would. */
export const run = (parameters: readonly string[], options: RunOptions = {}): Promise<Result> =>
  execute(process.execPath, [program, ...parameters], options);

function execute(command: string, parameters: readonly string[], { cwd, input, env }: RunOptions): Promise<Result> {
  return new Promise((resolve) => {
    const child = execFile(
      command,
      parameters,
      { ...(cwd ? { cwd } : {}), env: { ...process.env, ...env }, maxBuffer: 1e8, encoding: 'utf8' },
      (error, stdout, stderr) => {
        resolve({ code: error ? (typeof error.code === 'number' ? error.code : -1) : 0, stdout, stderr });
      },
    );
    // A command that ends before it has read its input closes the pipe.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(input ?? '');
  });
}

/** A folder for the time of a test. */
export async function inTemporaryFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'inspection-response-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
