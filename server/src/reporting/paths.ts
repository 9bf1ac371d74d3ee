import { isAbsolute, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Standard input, which lies in no folder. */
export const standardInput = '-';

/**
 * The path of a file as seen from a folder, with forward slashes; with `../` where it lies outside, whole where no such way leads
 * there (another drive). `file` is relative to `here`, or absolute.
 */
export function pathFrom(folder: string, file: string, here = folder): string {
  if (file === standardInput) return file;
  const path = relative(folder, resolve(here, file));
  return process.platform === 'win32' ? path.replaceAll('\\', '/') : path;
}

/** A URI of the file: relative to the folder where it lies in it, else absolute. */
export function uriFrom(folder: string, file: string): string {
  const path = pathFrom(folder, file);
  if (isAbsolute(path) || path.startsWith('../')) return pathToFileURL(resolve(folder, file)).href;
  // `./` in front keeps a colon in the first part from being read as a scheme.
  const uri = path.split('/').map(encodeURIComponent).join('/');
  return /^[^/]*%3A/i.test(uri) ? `./${uri}` : uri;
}

/** The file that a URI of {@link uriFrom} stands for, as a path that may be relative; null where it stands for none. */
export function fileOfUri(uri: string): string | null {
  try {
    const url = new URL(uri, 'file:///');
    if (url.protocol !== 'file:') return null;
    return /^file:/i.test(uri)
      ? url.host === ''
        ? decodeURIComponent(url.pathname).replace(/^\/(?=[A-Za-z]:)/, '')
        : `//${url.host}${decodeURIComponent(url.pathname)}`
      : decodeURIComponent(uri);
  } catch {
    return null;
  }
}
