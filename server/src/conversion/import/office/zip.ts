import { strFromU8, unzipSync } from 'fflate';
import { CannotImport } from '../cannot-import.ts';

/** Most that is unpacked of one file: a paper of a thousand pages has some 30 MB. */
const mostUnpacked = 200_000_000;

const tooLarge = (): CannotImport => new CannotImport('The file unpacks to more than 200 MB, which no paper does. It was not opened.');

/** Entries of a zip by name. */
export type ZipEntries = ReadonlyMap<string, Uint8Array>;

/** The entries that are wanted. Throws {@link CannotImport} where the zip is damaged, or would unpack to more than any paper has. */
export function openZip(bytes: Uint8Array, isWanted: (name: string, size: number) => boolean): ZipEntries {
  let unpacked = 0;
  const wanted = ({ name, originalSize }: { readonly name: string; readonly originalSize: number }): boolean => {
    if (!isWanted(name, originalSize)) return false;
    unpacked += originalSize;
    if (unpacked > mostUnpacked) throw tooLarge();
    return true;
  };
  try {
    return new Map(Object.entries(unzipSync(bytes, { filter: wanted })));
  } catch (error) {
    if (error instanceof CannotImport) throw error;
    throw new CannotImport(
      'The file is damaged or not complete. Open it in the program that made it, save it again, and import the new file.',
    );
  }
}

/** UTF-8, or UTF-16 where its byte order mark says so. */
export function textOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return strFromU8(bytes).replace(/^\uFEFF/, '');
}

/** Throws {@link CannotImport} where a zip would unpack to more than any paper has; for those that others unpack. */
export function refuseBomb(bytes: Uint8Array): void {
  let unpacked = 0;
  openZip(bytes, (_, size) => {
    unpacked += size;
    if (unpacked > mostUnpacked) throw tooLarge();
    return false;
  });
}
