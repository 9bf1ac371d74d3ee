import { knownField, knownFields } from '../model/known-fields.ts';
import { typeNames } from '../model/vocabulary.ts';

/** What the values of closed lists mean, by path of the key and value. Those without an entry say it themselves. */
const meanings: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  type: typeNames,
  'key-decision': { yes: 'a key decision: notice is needed', no: 'not a key decision' },
  'forward-plan': { yes: 'in the forward plan', no: 'not in the forward plan' },
  exempt: {
    no: 'open to the public',
    1: 'information about an individual',
    2: 'information likely to reveal who an individual is',
    3: 'financial or business affairs of a person or body',
    4: 'consultations or negotiations about labour relations',
    5: 'legal professional privilege',
    6: 'a notice, order or direction that is proposed',
    7: 'prevention, investigation or prosecution of crime',
  },
  'decision-type': { decision: 'the body decides', information: 'the body is informed', discussion: 'the body discusses', noting: 'the body notes' },
  'status-scale': { rag: 'red, amber, green', brag: 'blue, red, amber, green' },
};

/** What a value means, or '' where it says so itself. */
export const meaningOf = (path: readonly string[], value: string): string => meanings[path.join('/')]?.[value] ?? '';

/** Known keys directly inside a path, in the order of the dialect; the top level for an empty path. */
export const knownKeys = (path: readonly string[]): readonly string[] => (path.length === 0 ? knownFields : (knownField(...path)?.fields ?? [])).map(({ key }) => key);

/** What completion writes after the colon of a key that holds a map: its first keys, each on a line of its own. */
export function skeletonOf(path: readonly string[]): string | null {
  const known = knownField(...path);
  if (known?.form !== 'map' && known?.form !== 'contact') return null;
  const indentation = '  '.repeat(path.length);
  return (known.fields ?? []).slice(0, 4).map(({ key }) => `\n${indentation}${key}: `).join('') || `\n${indentation}`;
}
