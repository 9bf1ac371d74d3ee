import { codeText, htmlText } from 'micromark-core-commonmark';
import type { gfmTable } from 'micromark-extension-gfm-table';
import type { Bounds } from './bounds.ts';

type Extension = ReturnType<typeof gfmTable>;
type TextConstructs = NonNullable<Extension['text']>;
type Construct = Extract<NonNullable<TextConstructs[string]>, { tokenize: unknown }>;
type Context = ThisParameterType<Construct['tokenize']>;

/** What has been spent on one paragraph, heading or cell. */
interface Spent {
  brackets: number;
  emphasis: number;
  inVain: number;
}

/**
 * Keeps micromark from taking time that grows with the square of a text's length. Each limit is for one paragraph, heading or cell,
 * so that it holds however a document is cut up. `leftUnread` is told once the offset from which something was left as text.
 */
export function limits(bounds: Bounds, leftUnread: (offset: number) => void): Extension {
  const spent = new WeakMap<object, Spent>();
  const spentBy = (context: Context): Spent => {
    let known = spent.get(context);
    if (!known) spent.set(context, (known = { brackets: 0, emphasis: 0, inVain: 0 }));
    return known;
  };

  /** Stands before the constructs of a character: takes it as text once there were too many, and otherwise leaves it to them. */
  const gate = (marks: 'brackets' | 'emphasis'): Construct => ({
    tokenize(effects, ok, nok) {
      const known = spentBy(this);
      if (++known[marks] <= bounds[marks]) return nok;
      if (known[marks] === bounds[marks] + 1) leftUnread(this.now().offset);
      return (code) => {
        effects.enter('data');
        effects.consume(code);
        effects.exit('data');
        return ok;
      };
    },
  });

  /** A construct that is not tried any more once too much was read in vain. */
  const limited = (construct: Construct): Construct => ({
    ...construct,
    name: `limited-${construct.name}`,
    tokenize(effects, ok, nok) {
      const known = spentBy(this);
      const start = this.now().offset;
      if (known.inVain > bounds.inVain) return nok;
      return construct.tokenize.call(this, effects, ok, (code) => {
        known.inVain += this.now().offset - start;
        if (known.inVain > bounds.inVain) leftUnread(start);
        return nok(code);
      });
    },
  });

  const brackets = gate('brackets');
  const emphasis = gate('emphasis');
  return {
    disable: { null: ['codeText', 'htmlText'] },
    text: {
      33: brackets, // !
      91: brackets, // [
      93: brackets, // ]
      42: emphasis, // *
      95: emphasis, // _
      126: emphasis, // ~
      60: limited(htmlText as Construct), // <
      96: limited(codeText as Construct), // `
    },
  };
}
