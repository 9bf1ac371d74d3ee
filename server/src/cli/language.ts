import { readdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Words } from '../language/words.ts';
import { home } from '../node-home.ts';
import { pathOfAddress, readTextFile } from '../node-host.ts';
import { readWords, translationIn } from '../shipped.ts';
import { CannotRun } from './output.ts';

/** The words of a language from the command line. What the computer is set to does not count: scripts read what is printed. */
export async function wordsFor(language: string): Promise<Words> {
  const words = await readWords(language, home, async (address) => {
    const path = pathOfAddress(address);
    const result = path === null ? null : await readTextFile(path);
    return result && 'text' in result ? result.text : null;
  });
  if (!words)
    throw new CannotRun(`There is no translation into “${language}”. Known languages: ${['en', ...(await translations())].join(', ')}.`);
  return words;
}

async function translations(): Promise<readonly string[]> {
  const folder = home();
  if (folder === null) return [];
  const files = await readdir(dirname(fileURLToPath(translationIn(folder, 'en')))).catch(() => []);
  return files
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.slice(0, -'.json'.length))
    .sort();
}
