import { readFile } from 'node:fs/promises';
import { createConfigurationFinder } from '../language/configuration/find-configuration.ts';
import { rules } from '../language/rules/index.ts';
import { addressOfPath, decode, nodeHost, pathOfAddress } from '../node-host.ts';
import { convert } from './convert.ts';
import type { ConvertRequest } from './messages.ts';

// A process of its own, so that nothing waits for a long paper, and so that it can be ended in the middle of one.

process.on('message', (request: ConvertRequest) => {
  void convert(
    request,
    {
      houseStyles: async (path) =>
        path === null
          ? undefined
          : (await createConfigurationFinder(nodeHost(), rules).find(addressOfPath(path))).configuration.houseStyles,
      decode: (bytes) => {
        const decoded = decode(bytes);
        return 'problem' in decoded ? { problem: decoded.detail } : decoded;
      },
      exporting: {
        host: nodeHost(),
        readBytes: async (address) => {
          const path = pathOfAddress(address);
          return path === null ? null : readFile(path).catch(() => null);
        },
        print: async (html, program) => (await import('../conversion/export/browser.ts')).printPage(html, program ?? undefined),
      },
    },
    (answer) => process.send?.(answer),
  );
});
process.once('disconnect', () => process.exit());
