import type { ConfigurationProblem } from '../../configuration/read-configuration.ts';
import { documentRule, type Report } from '../rule.ts';

/** Described here; what is wrong is found while the configuration file is read, and reported in that file. */
const badConfiguration = documentRule<'problem'>({
  name: 'project/bad-configuration',
  summary: 'The file `.inspection-response.json` says something that cannot be understood.',
  why: `The council's own house style, people, acronyms and severities come from that file. What cannot be understood in it does not
apply, and the officer should know. While the file is being edited and is not whole, its last good version stays in force.`,
  sources: [{ title: 'The settings of Inspection Response, docs/house-styles.md', certainty: 'practice' }],
  severity: 'error',
  messages: { problem: '{problem}' },
  examples: {
    valid: [
      { title: 'No configuration file at all', text: '## Summary\n\nThe letter is published.\n' },
      {
        title: 'A check set to another severity',
        text: '//- /a.report.md\n## Summary\n\nThe letter is published.\n//- /.inspection-response.json\n{ "rules": { "dates/date-style": "off" } }\n',
      },
    ],
    invalid: [
      {
        title: 'A check that does not exist',
        text: '//- /a.report.md\n## Summary\n\nThe letter is published.\n//- /.inspection-response.json\n{ "rules": { "dates/date-stile": "off" } }\n             ^^^^^^^^^^^^^^^^^^\n',
      },
      {
        title: 'A setting that does not exist',
        text: '//- /a.report.md\n## Summary\n\nThe letter is published.\n//- /.inspection-response.json\n{ "persons": {} }\n  ^^^^^^^^^\n',
      },
    ],
  },
  reads: [],
  check: () => [],
});

export default badConfiguration;

/** The reports of a configuration file, in offsets of that file. */
export const configurationReports = (problems: readonly ConfigurationProblem[]): readonly Report[] =>
  problems.map(({ message, span }) => ({
    rule: badConfiguration.name,
    severity: 'error',
    messageId: 'problem',
    message,
    span,
    data: { problem: message },
    related: [],
    fixes: [],
    fixable: false,
  }));
