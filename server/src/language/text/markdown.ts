/** Plain text as Markdown says it, on one line of a list or in a cell of a table: no sign in it means anything. */
export const asMarkdown = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_[\]<>|]/g, '\\$&')
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2')
    .replace(/^[-+#](?=\s|$)/, '\\$&');
