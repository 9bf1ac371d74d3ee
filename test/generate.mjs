// Writes everything that is made from something else: the pages of the rules, their setting in the manifest, the snippets, and what there
// is to translate.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { tsImport } from 'tsx/esm/api';

const { generatedFiles, leftOverPages, root } = await tsImport('./generated.ts', import.meta.url);
for (const path of leftOverPages()) rmSync(join(root, path));
const files = generatedFiles();
for (const [path, content] of files) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), content);
}
console.log(`${files.size} files written`);
