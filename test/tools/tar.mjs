// A reader of tar archives: enough for npm packages and for the browser's libraries, on Node.js alone.
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, resolve, sep } from 'node:path';

const BLOCK = 512;

/**
 * Writes the members of an uncompressed archive into `folder`. `rename` gives a member's new relative path, or null to leave it out.
 * Throws on a member that would land outside the folder.
 */
export function extractTar(archive, folder, rename = (name) => name) {
  let at = 0;
  let longName = null;
  while (at + BLOCK <= archive.length) {
    const header = archive.subarray(at, at + BLOCK);
    if (header.every((byte) => byte === 0)) return;
    const size = Number.parseInt(text(header, 124, 12).trim() || '0', 8);
    const kind = String.fromCharCode(header[156] ?? 0);
    const content = archive.subarray(at + BLOCK, at + BLOCK + size);
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
    if (kind === 'x' || kind === 'L') {
      longName = kind === 'L' ? text(content, 0, content.length) : (paxPath(content) ?? longName);
      continue;
    }
    if (kind === 'g') continue;
    const prefix = text(header, 257, 5) === 'ustar' ? text(header, 345, 155) : '';
    const name = longName ?? (prefix === '' ? text(header, 0, 100) : `${prefix}/${text(header, 0, 100)}`);
    longName = null;
    const renamed = rename(name);
    if (renamed !== null) writeMember(folder, renamed, kind, content, header);
  }
}

function writeMember(folder, name, kind, content, header) {
  const path = resolve(folder, name);
  if (path !== resolve(folder) && !path.startsWith(resolve(folder) + sep))
    throw new Error(`The archive has a member outside its folder: ${name}`);
  if (kind === '5') {
    mkdirSync(path, { recursive: true });
    return;
  }
  mkdirSync(dirname(path), { recursive: true });
  if (kind === '2') {
    symlinkSync(text(header, 157, 100), path);
    return;
  }
  writeFileSync(path, content);
  if ((Number.parseInt(text(header, 100, 8), 8) & 0o111) !== 0) chmodSync(path, 0o755);
}

function text(bytes, start, length) {
  const field = bytes.subarray(start, start + length);
  const end = field.indexOf(0);
  return field.subarray(0, end === -1 ? field.length : end).toString('utf8');
}

/** `27 path=some/long/name\n`: the length counts the whole record. */
function paxPath(content) {
  let at = 0;
  while (at < content.length) {
    const space = content.indexOf(0x20, at);
    const length = Number.parseInt(content.subarray(at, space).toString('utf8'), 10);
    if (!(length > 0)) return null;
    const record = content.subarray(space + 1, at + length - 1).toString('utf8');
    if (record.startsWith('path=')) return record.slice('path='.length);
    at += length;
  }
  return null;
}
