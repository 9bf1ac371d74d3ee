/** Why a paper cannot be imported, and what to do: a whole sentence for the officer, without the name of the file. */
export class CannotImport extends Error {
  override readonly name = 'CannotImport';
}
