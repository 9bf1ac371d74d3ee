import { LocalLinter } from 'harper.js';
import { binary } from 'harper.js/binary';
import { serve } from './push.mjs';

const linter = new LocalLinter({ binary });
serve(async (text) => (await linter.lint(text, { language: 'markdown' })).map((lint) => lint.message()));
