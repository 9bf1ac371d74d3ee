/** Without control characters and halves of surrogate pairs, which no XML file, and so no Word or Excel file, may hold. */
export const clean = (text: string): string => text.replace(/(?![\t\n\r])[\p{Cc}\p{Cs}\ufffe\uffff]/gu, '');
