import type { Host } from '../host.ts';
import { documentAddress, folderOf, type DocumentAddress } from '../text/document-address.ts';
import { builtInConfiguration, configurationFileName } from './built-in.ts';
import { noEditorSettings, type Configuration, type EditorSettings } from './configuration.ts';
import type { KnownRule } from './known-rule.ts';
import { readConfiguration, type ConfigurationProblem } from './read-configuration.ts';

/** The configuration that applies somewhere, and the file that it comes from. */
export interface FoundConfiguration {
  readonly configuration: Configuration;
  /** Whether the file itself says which house style a document has that names none. */
  readonly statesHouseStyle: boolean;
  /** Null where no file applies. */
  readonly file: {
    readonly address: DocumentAddress;
    readonly text: string;
    readonly problems: readonly ConfigurationProblem[];
    readonly isBroken: boolean;
  } | null;
}

/** One resolver for the editor and the command line. */
export interface ConfigurationFinder {
  find(document: DocumentAddress): Promise<FoundConfiguration>;
  /** Reads again when next asked. The last good version of a file that has since been broken stays in force. */
  forget(): void;
  /** Settings of the editor, which hold where a file says nothing. */
  prefer(settings: EditorSettings): void;
  settings(): EditorSettings;
}

export const isConfigurationFile = (address: DocumentAddress): boolean => address.endsWith(`/${configurationFileName}`);

export function createConfigurationFinder(host: Host, rules: readonly KnownRule[]): ConfigurationFinder {
  const byFolder = new Map<string, Promise<FoundConfiguration>>();
  /**
   * By file: its text when last read, what came of it, and its last version that was not broken. Survives {@link
   * ConfigurationFinder.forget}.
   */
  const files = new Map<DocumentAddress, { text: string; found: FoundConfiguration; good: Configuration }>();

  const inFolder = (folder: string): Promise<FoundConfiguration> => {
    let found = byFolder.get(folder);
    if (!found) byFolder.set(folder, (found = read(folder)));
    return found;
  };
  const read = async (folder: string): Promise<FoundConfiguration> => {
    const address = documentAddress(`${folder}${configurationFileName}`);
    // All the folders are asked at once: on a share each answer takes its time, and most have no such file.
    const above = parentOf(folder);
    const foundAbove = above === null ? null : inFolder(above);
    const text = await host.read(address);
    if (text !== null) return readFile(address, text);
    return foundAbove ?? { configuration: builtInConfiguration, statesHouseStyle: false, file: null };
  };
  const readFile = (address: DocumentAddress, text: string): FoundConfiguration => {
    const before = files.get(address);
    if (before?.text === text) return before.found;
    const { configuration, problems, broken, statesHouseStyle } = readConfiguration(text, rules);
    const good = broken ? (before?.good ?? configuration) : configuration;
    const found: FoundConfiguration = { configuration: good, statesHouseStyle, file: { address, text, problems, isBroken: broken } };
    files.set(address, { text, found, good });
    return found;
  };
  let settings = noEditorSettings;
  /** One object for one configuration, as long as the settings are the same: another object means that everything is checked anew. */
  let preferred = new WeakMap<Configuration, Configuration>();
  return {
    async find(document) {
      const found = await inFolder(folderOf(document));
      if (settings === noEditorSettings) return found;
      let configuration = preferred.get(found.configuration);
      if (!configuration) preferred.set(found.configuration, (configuration = withSettings(found, settings)));
      return { ...found, configuration };
    },
    forget: () => byFolder.clear(),
    settings: () => settings,
    prefer(given) {
      settings = given;
      preferred = new WeakMap();
    },
  };
}

function withSettings({ configuration, statesHouseStyle }: FoundConfiguration, { houseStyle, rules }: EditorSettings): Configuration {
  const defaultHouseStyle =
    !statesHouseStyle && houseStyle !== null && configuration.houseStyles.has(houseStyle) ? houseStyle : configuration.defaultHouseStyle;
  return { ...configuration, defaultHouseStyle, rules: new Map([...rules, ...configuration.rules]) };
}

/**
 * The folder above, or null at the root of a drive, a share or a scheme, and where there is no scheme: `/`, which a paper that is nowhere
 * yet names in `responds-to`.
 */
function parentOf(folder: string): string | null {
  const path = /^[a-z][a-z0-9+.-]*:(?:\/\/[^/]*)?/i.exec(folder)?.[0].length ?? 0;
  const cut = folder.slice(0, -1).lastIndexOf('/');
  return cut < path ? null : folder.slice(0, cut + 1);
}
