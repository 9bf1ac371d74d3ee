import type { Findings } from './finding.ts';

/** `{ "files": N, "findings": [ … ] }`, in one piece. */
export const findingsAsJson = ({ files, findings }: Findings): string => `${JSON.stringify({ files, findings }, null, 2)}\n`;
