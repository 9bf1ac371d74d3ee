import manifest from '../package.json' with { type: 'json' };

/** Version of the language server and the command line. */
export const { version } = manifest;
