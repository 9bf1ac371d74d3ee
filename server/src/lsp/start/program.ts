import { answerAsReadingThread, isReadingThread } from '../../reading-thread.ts';
import { startInNode } from './start-in-node.ts';

/**
 * The program of the server process: what {@link file://./node.ts} runs, built as one file so that its compiled code can be kept. Its reading
 * threads run the same file.
 */
if (isReadingThread()) answerAsReadingThread();
else startInNode();
