export const exportFormats = ['docx', 'pdf', 'html', 'xlsx', 'csv', 'ics', 'json'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** What each format is called when speaking to an officer. */
export const formatNames: Readonly<Record<ExportFormat, string>> = {
  docx: 'Word document',
  pdf: 'PDF',
  html: 'Web page',
  xlsx: 'Excel tracker of the actions',
  csv: 'Table of the actions (CSV)',
  ics: 'Calendar of due dates',
  json: 'What it means, as JSON',
};

/** Formats that are text, and can be printed on a screen. */
export const textFormats: ReadonlySet<ExportFormat> = new Set<ExportFormat>(['html', 'csv', 'ics', 'json']);
