import type { Nodes } from 'hast';
import { addressOfLink, type Paper, type Surroundings } from './paper.ts';

export type PictureType = 'png' | 'jpg' | 'gif' | 'bmp' | 'webp';

export interface Picture {
  readonly bytes: Uint8Array;
  readonly type: PictureType;
  /** Pixels; null where the file does not say it in a way that we read. */
  readonly size: { readonly width: number; readonly height: number } | null;
}

/** Largest picture that is taken into a file, in bytes. */
const largest = 20_000_000;

/** Bytes in the letters of base 64. */
export function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(text);
}

/** Every picture of a paper by the address that the document has for it; those that cannot be read are not in it. */
export async function picturesOf(paper: Paper, surroundings: Surroundings): Promise<ReadonlyMap<string, Picture>> {
  const addresses = new Set<string>();
  for (const { nodes } of paper.rendering.blocks) for (const node of nodes) collect(node, addresses);
  const found = new Map<string, Picture>();
  for (const address of addresses) {
    const file = addressOfLink(address, paper.snapshot.model.address);
    const bytes = fromData(address) ?? (file === null ? null : await surroundings.readBytes(file));
    const type = bytes && bytes.length <= largest ? typeOf(bytes) : null;
    if (bytes && type) found.set(address, { bytes, type, size: sizeOf(bytes, type) });
  }
  return found;
}

function collect(node: Nodes, addresses: Set<string>): void {
  if (node.type === 'element' && node.tagName === 'img' && typeof node.properties['src'] === 'string')
    addresses.add(node.properties['src']);
  if ('children' in node) for (const child of node.children) collect(child, addresses);
}

function fromData(address: string): Uint8Array | null {
  const data = /^data:[^;]*;base64,([^]*)$/i.exec(address)?.[1];
  if (data === undefined) return null;
  try {
    return Uint8Array.from(atob(data.replace(/\s+/g, '')), (character) => character.charCodeAt(0));
  } catch {
    return null; // no base 64 after all
  }
}

const starts: readonly (readonly [PictureType, readonly number[]])[] = [
  ['png', [0x89, 0x50, 0x4e, 0x47]],
  ['jpg', [0xff, 0xd8, 0xff]],
  ['gif', [0x47, 0x49, 0x46, 0x38]],
  ['bmp', [0x42, 0x4d]],
];

/** What a file is, by its first bytes: its name may say anything. */
function typeOf(bytes: Uint8Array): PictureType | null {
  const found = starts.find(([, start]) => start.every((byte, index) => bytes[index] === byte));
  if (found) return found[0];
  const tag = String.fromCharCode(...bytes.subarray(0, 4), ...bytes.subarray(8, 12));
  return tag === 'RIFFWEBP' ? 'webp' : null;
}

function sizeOf(bytes: Uint8Array, type: PictureType): Picture['size'] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    if (type === 'png') return { width: view.getUint32(16), height: view.getUint32(20) };
    if (type === 'gif') return { width: view.getUint16(6, true), height: view.getUint16(8, true) };
    if (type === 'bmp') return { width: view.getInt32(18, true), height: Math.abs(view.getInt32(22, true)) };
    return type === 'jpg' ? sizeOfJpeg(view) : null;
  } catch {
    return null;
  }
}

/** The frame of a JPEG file says its size; other segments are stepped over. */
function sizeOfJpeg(view: DataView): Picture['size'] {
  for (let at = 2; at + 9 < view.byteLength;) {
    if (view.getUint8(at) !== 0xff) return null;
    const marker = view.getUint8(at + 1);
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker))
      return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    at += 2 + view.getUint16(at + 2);
  }
  return null;
}

export const mediaTypes: Readonly<Record<PictureType, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  gif: 'image/gif',
  bmp: 'image/bmp',
  webp: 'image/webp',
};
