// Fetches what the browser-hosted VS Code needs, if it is not there; the browser is started once to see that it can be.
import { launchBrowser } from './browser.mjs';
import { installWorkbench } from './install.mjs';

try {
  installWorkbench(console.log);
  await (await launchBrowser(console.log)).close();
  process.exit(0);
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
