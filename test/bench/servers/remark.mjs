import { remark } from 'remark';
import presetLintRecommended from 'remark-preset-lint-recommended';
import { serve } from './push.mjs';

const processor = remark().use(presetLintRecommended);
serve(async (text) => (await processor.process(text)).messages.map(({ reason }) => reason));
