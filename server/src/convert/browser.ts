import { convert } from './convert.ts';
import type { ConvertAnswer, ConvertRequest } from './messages.ts';

// Pages without https have no `randomUUID`. The library for calendars asks for one for each entry, although every entry is given its own
// id.
crypto.randomUUID ??= () => {
  const digits = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-4${digits.slice(13, 16)}-a${digits.slice(17, 20)}-${digits.slice(20)}`;
};

// A web worker of its own, so that nothing waits for a long paper.

/** The part of a worker that is used; the compiler does not know that this runs in one. */
const worker = globalThis as unknown as {
  onmessage: ((event: { readonly data: ConvertRequest }) => void) | null;
  postMessage(answer: ConvertAnswer): void;
};

const answer = worker.postMessage.bind(worker);
// The reader of PDFs is a worker itself where it finds itself in one, and would talk to the window in our place: it must not see that it
// could.
Object.defineProperty(globalThis, 'postMessage', { value: undefined });

worker.onmessage = ({ data }) => {
  void convert(
    data,
    {
      houseStyles: () => Promise.resolve(undefined),
      decode: (bytes) => ({ text: new TextDecoder().decode(bytes) }),
      exporting: { host: null, readBytes: () => Promise.resolve(null), print: null },
    },
    answer,
  );
};
