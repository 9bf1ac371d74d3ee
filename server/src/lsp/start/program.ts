import { answerAsReadingThread, isReadingThread } from '../../reading-thread.ts';
import { startInNode } from './start-in-node.ts';

/**
 * The program of the server process and of its reading threads: what {@link file://./node.ts} runs, built as one file so that its compiled
 * code can be kept. A thread runs with what the server's own start has used.
 */
export const ordinaryStart: Promise<void> | null = isReadingThread() ? null : startInNode();

if (isReadingThread()) answerAsReadingThread();
