import { findNodeAtLocation, parseTree, type Node } from 'jsonc-parser';

/** Where things stand in the text of a configuration file. */
export interface ConfigurationPlaces {
  /** Line of a value, from 1, or null where the file does not have it. */
  lineOf(...path: readonly (string | number)[]): number | null;
}

/** Places in a configuration file, whatever its state. Never throws. */
export function configurationPlaces(text: string): ConfigurationPlaces {
  const root = parseTree(text.charCodeAt(0) === 0xfeff ? ` ${text.slice(1)}` : text, [], {
    allowTrailingComma: true,
    disallowComments: false,
  });
  return {
    lineOf(...path) {
      const node = root && nodeAt(root, path);
      if (!node) return null;
      // The name in front of a value is where an officer looks for it.
      return lineOfOffset(text, node.parent?.type === 'property' ? node.parent.offset : node.offset);
    },
  };
}

function nodeAt(root: Node, path: readonly (string | number)[]): Node | undefined {
  try {
    return findNodeAtLocation(root, [...path]);
  } catch {
    return undefined; // a step by number into what is no list
  }
}

/** Line of an offset, from 1. */
export function lineOfOffset(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line++;
  return line;
}
