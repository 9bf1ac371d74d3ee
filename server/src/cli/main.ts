import { Command, CommanderError, Option } from 'commander';
import { detailsOf } from '../language/text/errors.ts';
import { version } from '../version.ts';
import { CannotRun, endWhereNobodyReads, say, type ExitCode } from './output.ts';

// Every command loads what it needs when it is called, so that --version, --help and the language server start at once.

endWhereNobodyReads();

const run = (command: Promise<ExitCode>): Promise<void> =>
  command.then((code) => {
    process.exitCode = code;
  });

const program = new Command('inspection-response')
  .description('Checks council reports and action plans that answer an inspection, and helps to write them.')
  .version(version, '-V, --version', 'print the version')
  .helpOption('-h, --help', 'print this help')
  .helpCommand('help [command]', 'print the help of a command')
  .showHelpAfterError('Run with --help to see what there is.')
  .exitOverride();

const kinds = 'committee-report, action-plan, inspection-letter, minutes or agenda';
const language = () => new Option('--language <language>', 'language of what is said: en, or cy for Welsh').default('en');
const jsonOrText = () => new Option('--format <format>', 'text or json').default('text');

program
  .command('check')
  .description('Check documents, or all documents in folders, and print what is wrong.')
  .argument('<path...>', 'files or folders; - reads standard input')
  .addOption(new Option('--format <format>', 'text, json, sarif, github, gitlab or junit').default('text'))
  .addOption(
    new Option('--fail-on <level>', 'end with 1 when something of this level or worse is found: error, warning or never').default('error'),
  )
  .option('--fix', 'make the fixes that change no meaning, and write the files')
  .option('--as-at <date>', 'take this day for today, written 2026-01-31')
  .option('--type <kind>', `kind of the document on standard input: ${kinds}`)
  .option(
    '--baseline <file>',
    'leave out what stands in this file: one that --write-baseline made, or an earlier output of --format json or sarif',
  )
  .option('--write-baseline <file>', 'write all that is found to this file, for --baseline')
  .addOption(language())
  .addHelpText(
    'after',
    `
Ends with 0 where nothing of the level is found, 1 where something is, 2 where a document could not be checked.

Examples:
  inspection-response check papers
  inspection-response check ofsted.report.md ofsted.plan.md --fail-on warning
  inspection-response check papers --format json > findings.json
  inspection-response check papers --write-baseline known.json
  inspection-response check papers --baseline known.json`,
  )
  .action(async (paths: string[], options) => run((await import('./check.ts')).check(paths, options)));

program
  .command('model')
  .description('Print what a document means, as JSON: sections, recommendations, findings, actions, measures, dates, labels.')
  .argument('<file>', 'a document; - reads standard input')
  .option('--type <kind>', `kind of the document on standard input: ${kinds}`)
  .action(async (file: string, options) => run((await import('./model.ts')).printModel(file, options)));

program
  .command('trace')
  .description('Print how the findings, recommendations, actions and measures of a response hang together, gaps first.')
  .argument('<path>', 'a document of the response, or a folder; - reads standard input')
  .addOption(new Option('--format <format>', 'text, json, csv or html').default('text'))
  .option('--owner <name>', 'only actions whose owner has this in the name')
  .option('--status <status>', 'only actions with this status; none for those without one')
  .option('--due-before <date>', 'only actions that are due before this day, written 2026-01-31')
  .option('--overdue', 'only actions whose date has passed and that are not finished')
  .option('--as-at <date>', 'judge dates as at this day, written 2026-01-31, whatever the documents say')
  .option('--type <kind>', `kind of the document on standard input: ${kinds}`)
  .addHelpText(
    'after',
    `
Ends with 0 where nothing is missing in what is shown, 1 where there are gaps, 2 where it could not run.

Examples:
  inspection-response trace ofsted.plan.md
  inspection-response trace papers --overdue --owner "Head of Assessment"
  inspection-response trace papers --format csv > trace.csv`,
  )
  .action(async (path: string, options) => run((await import('./trace.ts')).printTrace(path, options)));

program
  .command('compare')
  .description('Print what changed between two versions of a plan or report: by label and likeness, not by line.')
  .argument('<old>', 'the earlier version; - reads standard input')
  .argument('<new>', 'the later version; - reads standard input')
  .addOption(new Option('--format <format>', 'text, json, or md for a section of a report').default('text'))
  .option('--type <kind>', `kind of the document on standard input: ${kinds}`)
  .addHelpText(
    'after',
    `
Examples:
  inspection-response compare march.plan.md june.plan.md
  git show v1:ofsted.plan.md | inspection-response compare - ofsted.plan.md --type action-plan --format md`,
  )
  .action(async (older: string, newer: string, options) => run((await import('./compare.ts')).compareVersions(older, newer, options)));

program
  .command('deadlines')
  .description('Print every date that law or practice puts on a document, each with its sum and its source.')
  .argument('<path>', 'a document, or a folder; - reads standard input')
  .addOption(new Option('--format <format>', 'text, json, or ics for a calendar of what is not finished').default('text'))
  .option('--as-at <date>', 'take this day for today, written 2026-01-31')
  .option('--type <kind>', `kind of the document on standard input: ${kinds}`)
  .action(async (file: string, options) => run((await import('./deadlines.ts')).printDeadlines(file, options)));

program
  .command('import')
  .description('Turn a paper into a document of this format: Word, OpenDocument, PDF, Excel, a web page, plain text.')
  .argument('<file>', 'a .docx, .odt, .fodt, .pdf, .xlsx, .html, .txt or .md file; - reads standard input')
  .option('--type <kind>', `what the paper is, where it cannot be told from the paper: ${kinds}`)
  .option('--house-style <name>', 'the council\'s house style; see "inspection-response house-styles"')
  .option('-o, --output <file>', 'write here instead of on the screen; a file that is there already is left alone')
  .option('--into <plan>', 'take a tracker (.xlsx) that owners have filled in back into the plan that it was exported from')
  .option('--write', 'with --into: change the plan; without it, what would change is only printed')
  .addHelpText(
    'after',
    `
No word of the paper is lost: page numbers and the like are left out and named, and what cannot be placed stays in the text.
What was recognised, and why, is told on standard error.

Examples:
  inspection-response import panel-paper.docx -o panel-paper.report.md
  inspection-response import ofsted-letter.pdf -o ofsted.letter.md
  inspection-response import tracker.xlsx --into ofsted.plan.md --write`,
  )
  .action(async (file: string, options) => run((await import('./import.ts')).importFile(file, options)));

program
  .command('export')
  .description(
    'Turn a document into one to hand round: a Word document, a PDF, a web page, an Excel tracker, a calendar. Several become one bundle with numbered appendices.',
  )
  .argument('<file...>', 'documents, the paper first and its appendices after it; - reads standard input')
  .option('--to <format>', 'docx, pdf, html, xlsx, csv, ics or json; what the name of the file to write ends with, if not said')
  .option('-o, --output <file>', 'write here instead of on the screen; a file that is there already is replaced; - for standard output')
  .option('--template <file>', 'a Word document or template of the council, whose styles, headers, footers and page are taken over')
  .option('--browser <program>', 'the Chrome, Edge or Chromium that makes the PDF, where it is not found by itself')
  .option('--as-at <date>', 'take this day for today, written 2026-01-31')
  .option('--type <kind>', `kind of the document on standard input: ${kinds}`)
  .addHelpText(
    'after',
    `
The first document named is the paper; the others are bound in as its appendices, with the numbers that its list of appendices gives them.
xlsx and csv hold the actions of a plan, ics its due dates with the meetings and deadlines of a paper, json what it means.

Examples:
  inspection-response export ofsted.report.md -o ofsted.docx --template council.dotx
  inspection-response export ofsted.plan.md -o tracker.xlsx
  inspection-response export ofsted.report.md ofsted.letter.md ofsted.plan.md -o pack.html`,
  )
  .action(async (files: string[], options) => run((await import('./export.ts')).exportFiles(files, options)));

program
  .command('new')
  .description('Start a new document with the sections of a house style.')
  .argument('<kind>', kinds)
  .option('--house-style <name>', 'the council\'s house style; see "inspection-response house-styles"')
  .option('--title <title>', 'title of the document')
  .option('-o, --output <file>', 'write here instead of on the screen; a file that is there already is left alone')
  .option('--from <report>', 'make the next progress report from this one: its header, its house style, what stands in the plan')
  .option('--plan <file>', 'with --from: the action plan, where it is not the one beside the report')
  .option('--since <file>', 'with --from: the plan as it was at the last report, to tell what changed')
  .addHelpText(
    'after',
    `
Example:
  inspection-response new action-plan --house-style sefton -o ofsted.plan.md
  inspection-response new committee-report --from march.report.md --since march.plan.md -o june.report.md`,
  )
  .action(async (type: string, options) => run((await import('./new.ts')).createDocument(type, options)));

program
  .command('rules')
  .description('List what is checked.')
  .addOption(jsonOrText())
  .addOption(language())
  .action(async (options) => run((await import('./rules.ts')).listRules(options)));

program
  .command('house-styles')
  .description('List the house styles that can be used here, or make one from a document.')
  .addOption(jsonOrText())
  .option('--from <file>', 'print a house style of which this document is the model, as JSON for .inspection-response.json')
  .option('--title <title>', 'what that house style is called', 'Our council')
  .action(async (options) => run((await import('./house-styles.ts')).listHouseStyles(options)));

program
  .command('explain-config')
  .description('Say which settings apply to a document and where each comes from.')
  .argument('<file>', 'a document; - reads standard input')
  .addOption(jsonOrText())
  .action(async (file: string, options) => run((await import('./explain-config.ts')).explainConfiguration(file, options)));

program
  .command('lsp')
  .description('Run the language server, for an editor.')
  .option('--stdio', 'speak on standard input and output')
  .allowUnknownOption()
  .allowExcessArguments()
  .action(async () => (await import('./lsp.ts')).startLanguageServer());

try {
  await program.parseAsync(process.argv);
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
  else {
    say(error instanceof CannotRun ? error.message : `Something went wrong in the program itself: ${detailsOf(error)}`);
    process.exitCode = 2;
  }
}
