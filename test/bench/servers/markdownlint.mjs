import { lint } from 'markdownlint/sync';
import { serve } from './push.mjs';

serve((text) => lint({ strings: { document: text } }).document.map(({ ruleDescription }) => ruleDescription));
