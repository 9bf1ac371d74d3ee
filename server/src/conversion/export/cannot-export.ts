/** Why something cannot be exported, in words for the officer. */
export class CannotExport extends Error {
  override readonly name = 'CannotExport';
}
