@node "%~dp0browser-hosted-vscode.mjs" %*
