// The address under which the browser-hosted window opens.

/** A folder of this machine as the window names it: always behind a slash, each step encoded. */
function encodedPath(path) {
  const slashed = path.replaceAll('\\', '/');
  return (slashed.startsWith('/') ? slashed : `/${slashed}`).split('/').map(encodeURIComponent).join('/');
}

/**
 * The window on a folder. The server's own default folder would not do: VS Code then gives documents and what is reported of them different
 * addresses.
 */
export const folderAddress = (port, folder) => `http://localhost:${port}/?folder=${encodedPath(folder)}`;

/** The window on a folder, with extensions under development and, where given, a test suite to run in it. */
export function windowAddress({ port, workspace, extensions = [], tests }) {
  const remote = (path) => `vscode-remote://localhost:${port}${encodedPath(path)}`;
  const payload = [
    ...extensions.map((path) => ['extensionDevelopmentPath', remote(path)]),
    ...(tests === undefined ? [] : [['extensionTestsPath', remote(tests)]]),
    ['skipWelcome', 'true'],
    ['skipReleaseNotes', 'true'],
  ];
  return `${folderAddress(port, workspace)}&payload=${encodeURIComponent(JSON.stringify(payload))}`;
}
