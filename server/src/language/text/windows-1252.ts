/** What Windows-1252 has where Latin-1 has control characters. Node.js takes the one for the other in some versions, so it is done here. */
const instead = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';

/** Text that was read as Latin-1 and was written as Windows-1252. */
export const asWindows1252 = (latin: string): string =>
  latin.replace(/[\u0080-\u009F]/g, (control) => instead[control.charCodeAt(0) - 0x80]!);
