import type { Disposable } from 'vscode';
import type { Server } from './start-client.ts';

/**
 * Calls when documents of responses, open or not, came, went or mean something else; the server gathers several changes into one. Letters that are
 * typed without changing what is meant are none.
 */
export const onResponsesChanged = ({ client }: Server, act: () => void): Disposable => client.onNotification('inspectionResponse/responsesChanged', act);
