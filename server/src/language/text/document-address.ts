/**
 * The address of a document, in one spelling. Made only by {@link documentAddress}, so that two spellings of one file never count as two.
 */
export type DocumentAddress = string & { readonly __documentAddress: unique symbol };

/**
 * The one spelling of a document's URI: `file:///C:/a b.md`, `file:///c%3A/a%20b.md` and `FILE:///c:/a b.md` are the same document.
 * Works on any scheme (`untitled:`, `vscode-vfs:`), on network shares (`file://server/share/…`), and never throws: what cannot be
 * understood is kept as it is. What is to be saved at a place, `untitled:/papers/next.report.md`, is the file that it will be: it belongs
 * to the papers beside it.
 */
export function documentAddress(uri: string): DocumentAddress {
  const parts = /^([A-Za-z][A-Za-z0-9+.-]*):(?:\/\/([^/?#]*))?([^]*)$/.exec(uri);
  if (!parts) return uri as DocumentAddress;
  const authority = parts[2];
  let path = parts[3]!;
  const scheme = isNewFile(uri) ? 'file' : parts[1]!.toLowerCase();
  if (scheme === 'file') {
    path = spellPath(path.replaceAll('\\', '/'));
    path = path.replace(/^\/?([A-Za-z]):/, (_, drive: string) => `/${drive.toLowerCase()}:`);
    return `file://${(authority ?? '').toLowerCase()}${path}` as DocumentAddress;
  }
  return `${scheme}:${authority === undefined ? '' : `//${authority}`}${spellPath(path)}` as DocumentAddress;
}

/** Whether a document was never saved, and has its place among the files already. */
export const isNewFile = (uri: string): boolean => /^untitled:\//i.test(uri);

/** Percent-encoding spelt one way: what decodes is decoded, then only what a URI path cannot hold is encoded again. */
function spellPath(path: string): string {
  const cut = path.search(/[?#]/);
  const [main, tail] = cut < 0 ? [path, ''] : [path.slice(0, cut), path.slice(cut)];
  return (
    main
      .split('/')
      .map((part) => encodePart(decoded(part)))
      .join('/') + tail
  );
}

/** A part of an address as it is read, `%20` being a space; as it stands where it cannot be decoded. */
export function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part; // a bare `%` in a file name
  }
}

function encodePart(part: string): string {
  try {
    return encodeURIComponent(part).replace(/%(3A|40|24|26|2B|2C|3B|3D)/g, (code) => decodeURIComponent(code));
  } catch {
    return part; // half of a surrogate pair
  }
}

/** The address of what stands in a folder (its address ends with `/`) under a name. */
export const addressIn = (folder: string, name: string): DocumentAddress => (folder + encodePart(name)) as DocumentAddress;

/** The address of the folder that holds a document, with a closing slash. */
export const folderOf = (address: DocumentAddress): string => address.slice(0, address.lastIndexOf('/') + 1);

/** The file name at the end of an address, decoded. */
export const fileNameOf = (address: DocumentAddress): string => decoded(address.slice(address.lastIndexOf('/') + 1));
