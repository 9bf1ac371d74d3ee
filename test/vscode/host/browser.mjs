// Opens the first browser that starts.
import { chromium } from 'playwright-core';
import { browserCandidates } from './install.mjs';

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
  '--lang=en-GB',
];

/** A running browser without a screen. Throws an Error that lists what was tried when none starts. */
export async function launchBrowser(say) {
  const tried = [];
  for (const { name, prepare } of browserCandidates(say)) {
    try {
      const { executablePath, env } = prepare();
      return await chromium.launch({ executablePath, args: flags, env: { ...process.env, ...env }, headless: true });
    } catch (error) {
      tried.push(`${name}: ${error.message.split('\n').slice(0, 6).join('\n  ')}`);
    }
  }
  throw new Error(
    [
      'No browser could be started for the test window.',
      'Install Chrome, Chromium or Edge, or name one in the variable INSPECTION_RESPONSE_BROWSER. Or run the same tests in desktop VS Code: npm run test:desktop',
      ...tried.map((line) => `- ${line}`),
    ].join('\n'),
  );
}
