import { convert } from './convert.ts';
import type { ConvertAnswer, ConvertRequest } from './messages.ts';

// A web worker of its own, so that nothing waits for a long paper.

/** The part of a worker that is used; the compiler does not know that this runs in one. */
const worker = globalThis as unknown as { onmessage: ((event: { readonly data: ConvertRequest }) => void) | null; postMessage(answer: ConvertAnswer): void };

const answer = worker.postMessage.bind(worker);
// The reader of PDFs is a worker itself where it finds itself in one, and would talk to the window in our place: it must not see that it could.
Object.defineProperty(globalThis, 'postMessage', { value: undefined });

worker.onmessage = ({ data }) => {
  void convert(data, { houseStyles: () => Promise.resolve(undefined), decode: (bytes) => ({ text: new TextDecoder().decode(bytes) }), exporting: { host: null, readBytes: () => Promise.resolve(null), print: null } }, answer);
};
