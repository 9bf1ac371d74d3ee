/** Starts the language server; it speaks on standard input and output until the editor ends it, unless the editor asks for another way. */
export async function startLanguageServer(): Promise<void> {
  if (!process.argv.some((argument) => /^--(?:stdio|node-ipc|socket|pipe)\b/.test(argument))) process.argv.push('--stdio');
  const { startInNode } = await import('../lsp/start-in-node.ts');
  startInNode();
}
