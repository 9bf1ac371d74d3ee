// The address under which the browser-hosted window opens.

/** A folder of this machine as the window names it: always behind a slash, each step encoded. */
function encodedPath(path) {
  const slashed = path.replaceAll('\\', '/');
  return (slashed.startsWith('/') ? slashed : `/${slashed}`).split('/').map(encodeURIComponent).join('/');
}

/** The window on a folder, with extensions under development and, where given, a test suite to run in it. */
export function windowAddress({ port, workspace, extensions = [], tests }) {
  const remote = (path) => `vscode-remote://localhost:${port}${encodedPath(path)}`;
  const payload = [
    ...extensions.map((path) => ['extensionDevelopmentPath', remote(path)]),
    ...(tests === undefined ? [] : [['extensionTestsPath', remote(tests)]]),
    ['skipWelcome', 'true'], ['skipReleaseNotes', 'true'],
  ];
  return `http://localhost:${port}/?folder=${encodedPath(workspace)}&payload=${encodeURIComponent(JSON.stringify(payload))}`;
}
