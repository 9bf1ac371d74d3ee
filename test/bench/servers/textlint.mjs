import { TextlintKernel } from '@textlint/kernel';
import markdown from '@textlint/textlint-plugin-markdown';
import noTodo from 'textlint-rule-no-todo';
import { serve } from './push.mjs';

const kernel = new TextlintKernel();
const own = (module) => module.default ?? module;
serve(async (text) =>
  (
    await kernel.lintText(text, {
      ext: '.md',
      filePath: 'document.md',
      plugins: [{ pluginId: 'markdown', plugin: own(markdown) }],
      rules: [{ ruleId: 'no-todo', rule: own(noTodo) }],
    })
  ).messages.map(({ message }) => message),
);
