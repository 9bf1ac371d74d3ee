// The licences of the packages that a build has put into its bundles, as one text.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where the text lies among what is built. */
export const noticesPath = 'server/dist/THIRD-PARTY-NOTICES.txt';

/**
 * Packages with code in the bundles: `{ name, version, licence, home, texts }`, by name. `metafiles` are esbuild's, `root` the folder that
 * their paths start from.
 */
export function bundledPackages(metafiles, root) {
  const folders = new Set();
  for (const { outputs } of metafiles) {
    for (const { inputs } of Object.values(outputs)) {
      for (const [path, { bytesInOutput }] of Object.entries(inputs)) {
        const folder = /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(path)?.[0];
        if (folder !== undefined && bytesInOutput > 0) folders.add(folder);
      }
    }
  }
  const packages = new Map([...folders].map((folder) => readPackage(join(root, folder))).map((one) => [`${one.name} ${one.version}`, one]));
  return [...packages.keys()].sort().map((key) => packages.get(key));
}

function readPackage(folder) {
  const { name, version, license, author, homepage, repository } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const texts = readdirSync(folder)
    .filter((file) => /^(?:licen[cs]e|copying|notice)/i.test(file) && !/\.(?:c?js|ts|json)$/i.test(file))
    .sort()
    .map((file) => readFileSync(join(folder, file), 'utf8').trim());
  const home = homepage ?? (typeof repository === 'string' ? repository : repository?.url);
  return {
    name,
    version,
    licence: typeof license === 'string' ? license : (license?.type ?? null),
    author: typeof author === 'string' ? author : (author?.name ?? null),
    home: home ?? null,
    texts,
  };
}

/** The text that goes with the bundles. */
export function noticesText(packages) {
  const line = '-'.repeat(80);
  const sections = packages.map(({ name, version, licence, author, home, texts }) =>
    [
      line,
      `${name} ${version} (${licence ?? 'licence not stated'})${home === null ? '' : `\n${home}`}`,
      ...(texts.length > 0
        ? texts
        : [`The package comes without a text of its licence. ${author === null ? '' : `Its author is ${author}.`}`.trim()]),
    ].join('\n\n'),
  );
  return `Inspection Response contains code of these packages, under their own licences.\n\n${sections.join('\n\n')}\n`;
}
