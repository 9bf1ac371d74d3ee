import type { HouseStyle } from '../../../language/house-styles/house-style.ts';
import { actionColumnOf } from '../../../language/model/item-parts/fields.ts';
import { documentTypes, suffixes, type DocumentType } from '../../../language/model/vocabulary.ts';
import { joined, type TextBlock } from '../paper/blocks.ts';
import { readActionCard } from '../body/action-card.ts';
import { namesColumns } from '../body/formed-blocks.ts';
import { actionWithFields } from '../body/action-sentences.ts';
import { bracketedAction } from '../body/bracketed-fields.ts';
import { judgementsIn } from './inspection-facts.ts';
import { readHeaderTable } from './header-table.ts';
import { inspectedBy, readKnownHeading } from '../body/headings.ts';
import { joinLabelledActions } from '../body/labelled-actions.ts';
import { knownNames } from './known-names.ts';
import { coverLine, findLetter } from './letters.ts';
import { markersOf } from '../paper/markers.ts';
import { isHeadedMinutesTable } from '../body/minutes-table.ts';
import { reportLine } from './title-lines.ts';

/** What a paper was taken for, with the signs that decided, for telling the officer. */
export interface Recognised<T> {
  readonly value: T;
  readonly signs: readonly string[];
  /** False where nothing decided and the usual was taken. */
  readonly certain: boolean;
}

export interface Sign {
  readonly weight: number;
  readonly text: string;
  /** How far it shows that the paper is of one council and of no other: from 2 on all signs together decide. Missing where many have it. */
  readonly own?: number;
}

/** Items after the line "Agenda" that are looked at. */
const agendaItems = 12;
/** What every meeting begins with, as an agenda lists it; minutes say more of it. */
const usualBusiness =
  /^(?:\d{1,2}[.)]?\s+)?(?:apologies(?: for absence)?(?: and substitutions?)?|declarations? of (?:disclosable pecuniary )?interests?|minutes(?: of (?:the )?(?:last |previous )?meeting(?: held on .{6,30})?)?|public (?:questions|participation)|work programme|urgent (?:items|business)|date of (?:the )?next meeting)(?:\s*\(pages? .{1,12}\))?[.:]?$/i;

/** The kind of a paper, from its own words. `fileName` counts where it ends like `.minutes.txt`. */
export function recogniseType(
  blocks: readonly TextBlock[],
  all: readonly HouseStyle[],
  generic: HouseStyle,
  fileName?: string,
): Recognised<DocumentType> {
  const named = documentTypes.find((type) =>
    fileName
      ?.toLowerCase()
      .replace(/\.(?:md|txt|text|markdown)$/, '')
      .endsWith(suffixes[type].replace(/\.md$/, '')),
  );
  if (named) return { value: named, signs: ['the name of the file'], certain: true };
  const signs: Readonly<Record<DocumentType, Sign[]>> = {
    'committee-report': [],
    'action-plan': [],
    'inspection-letter': [],
    minutes: [],
    agenda: [],
  };
  const add = (type: DocumentType, weight: number, text: string) => {
    if (!signs[type].some((sign) => sign.text === text)) signs[type].push({ weight, text });
  };
  // A paper that calls itself minutes is that, also where it ends with a list of actions.
  if (
    blocks
      .slice(0, 6)
      .some(
        (block) =>
          /^(?:draft )?minutes\b(?!.*\breport\b)|\s[–—-] (?:draft )?minutes(?:$| [–—-] )/i.test(joined(block)) &&
          joined(block).length < 100,
      )
  )
    add('minutes', 2, 'its name at the head of the paper');
  if (
    blocks
      .slice(0, 2)
      .some(
        (block) =>
          block.form?.kind === 'heading' &&
          /^(?:draft )?minutes(?: of\b|$)|\s(?:[–—-]\s)?(?:draft )?minutes$/i.test(joined(block)) &&
          joined(block).length < 100,
      )
  )
    add('minutes', 2, 'its title');
  if (
    blocks
      .slice(0, 6)
      .some(
        (block) =>
          /\bminutes$|\bmeeting notes\b|\bnotes? of (?:the |a )?(?:.{0,60} )?meeting\b/i.test(joined(block)) && joined(block).length < 100,
      )
  )
    add('minutes', 2, 'its name at the head of the paper');
  if (blocks.some(({ form }) => form?.kind === 'table' && isHeadedMinutesTable(form.rows)))
    add('minutes', 4, 'a table of what was said and what is to be done');
  for (const block of blocks) {
    for (const line of block.lines) lineSigns(line.trim(), block.lines.length === 1, add);
  }
  inspectorateSigns(blocks, (weight, text) => add('inspection-letter', weight, text));
  const letter = findLetter(blocks);
  if (letter && letter.start === 0) add('inspection-letter', 6, formOfLetter);
  const report = knownNames(generic, 'committee-report', all);
  const isForm = (block: TextBlock) =>
    judgementsIn(block) === null &&
    !(block.form?.kind === 'table' && (namesColumns(block.form.rows[0]!) || readActionCard(block.form.rows) !== null));
  const header = blocks
    .slice(0, 6)
    .filter(isForm)
    .map((block) => readHeaderTable(block, report))
    .find((entries) => entries !== null);
  // A form with nothing but when and where is that of any meeting.
  if (
    header &&
    header.length >= 3 &&
    header.some(({ label }) => !/^(?:meeting-date|time|venue|body)?$/.test(report.key(label) ?? '') || report.section(label) !== null)
  )
    add('committee-report', 3, 'a header form of a report');
  const agenda = blocks.findIndex((block) => /^agenda$/i.test(joined(block)));
  if (agenda >= 0 && blocks.slice(agenda + 1, agenda + agendaItems).filter((block) => usualBusiness.test(joined(block))).length >= 2)
    add('agenda', 4, 'the items of business that every meeting has');
  if (
    blocks
      .slice(0, 6)
      .some(
        (block) =>
          /\b(?:action|improvement|recovery|delivery) plan(?: \d{4}(?:\s?[-–/]\s?(?:\d{2}|\d{4}))?)?$|\bactions? (?:log|tracker|report|list)\b|^(?:[\w’'-]+ ){0,4}(?:action|improvement) plan\s*[:–—-]|statement of (?:proposed )?action\b|(?:^|[:–—-]\s*)(?:[\w’'-]+ ){0,4}(?:action|improvement) plan (?:for|in response to|after|following)\b|\bpriority action (?:plan|statement)\b|\bpost[- ]inspection\b.{0,40}\bplan\b|^(?:[\w’'-]+ ){0,4}(?:action|improvement) plan,? (?:agreed|approved|adopted|updated|last updated|as at|version)\b/i.test(
            joined(block),
          ) &&
          joined(block).length < 120 &&
          markersOf(joined(block)).length === 0,
      )
  )
    add('action-plan', 3, 'a title that says plan or actions');
  if (blocks.some(({ form }) => form?.kind === 'table' && readActionCard(form.rows) !== null))
    add('action-plan', 2, 'actions, each in a table of its own');
  else if (joinLabelledActions(blocks).filter(({ form }) => form?.kind === 'table' && readActionCard(form.rows) !== null).length >= 2)
    add('action-plan', 3, 'actions that are told line by line');
  if (
    blocks.filter(
      ({ form }) => form?.kind === 'item' && (bracketedAction(form.markdown) !== null || actionWithFields(form.markdown) !== null),
    ).length >= 2
  )
    add('action-plan', 2, 'actions that say who leads them and by when');
  const headings = blocks.flatMap((block) => readKnownHeading(block, report) ?? []);
  const roles = new Set(headings.map(({ text }) => report.section(text)?.role));
  if (blocks.slice(0, 8).some((block) => reportLine(joined(block)) !== null && !ombudsmanTitle.test(joined(block))))
    add('committee-report', roles.has('recommendations') ? 5 : 3, 'a line that says whose report it is');
  if (roles.has('recommendations')) add('committee-report', 2, 'a section of recommendations');
  const others = [...roles].filter(
    (role) =>
      role &&
      [
        'summary',
        'background',
        'next-steps',
        'reasons',
        'alternatives',
        'background-papers',
        'contact',
        'key-issues',
        'purpose',
        'introduction',
      ].includes(role),
  );
  if (others.length >= 2) add('committee-report', 2, 'sections of a report');
  const scores = documentTypes
    .map((type) => ({ type, score: signs[type].reduce((sum, { weight }) => sum + weight, 0) }))
    .sort((a, b) => b.score - a.score);
  const [best, second] = [scores[0]!, scores[1]!];
  // An ombudsman writes of complaints much as inspectors do of services, and is none: there is no kind for what he decides.
  const ombudsman = ombudsmanScore(blocks);
  const against = best.type === 'inspection-letter' ? signs[best.type].filter(({ text }) => text === formOfLetter) : signs[best.type];
  if (ombudsman > 0 && ombudsman >= against.reduce((sum, { weight }) => sum + weight, 0))
    return { value: 'committee-report', signs: [], certain: false };
  if (best.score < 2 || best.score === second.score) return { value: 'committee-report', signs: [], certain: false };
  return { value: best.type, signs: signs[best.type].map(({ text }) => text), certain: true };
}

const formOfLetter = 'the form of a letter (“Dear …”, “Yours …”)';

const ombudsmanTitle =
  /^(?:report|(?:final )?decision) (?:by|of) the (?:\p{L}+ ){0,6}ombudsman\b|^investigation into a complaint (?:about|against)\b|^the ombudsman['’]s (?:final )?decision\b|^(?:determination|decision) of the housing ombudsman\b/iu;
/** What an ombudsman alone puts over the parts of a decision, and what others do too. */
const ownHeading =
  /^(?:the complaints?|(?:the )?ombudsman['’]s (?:role and powers|final decision|decision)|how (?:i|we) considered (?:this|the) complaint|key to names used|investigator['’]s (?:final )?decision on behalf of the ombudsman|the complaint definition)$/i;
const sharedHeading =
  /^(?:our jurisdiction|what (?:i|we) found|what (?:should have )?happened|(?:my|our) findings?|findings?|agreed actions?|(?:final|draft) decision|decision|assessment and findings|injustice)$/i;

/** How much shows that an ombudsman decides a complaint in a paper: 0 where it speaks of none. */
function ombudsmanScore(blocks: readonly TextBlock[]): number {
  const lines = blocks.flatMap((block) => block.lines.map((line) => line.trim())).filter((line) => line.length <= 200);
  if (!lines.some((line) => /\bombudsman\b/i.test(line))) return 0;
  const headings = [...new Set(lines.filter((line) => line.length <= 80).map((line) => line.replace(/:$/, '').toLowerCase()))];
  const [own, shared] = [ownHeading, sharedHeading].map((pattern) => headings.filter((line) => pattern.test(line)).length) as [
    number,
    number,
  ];
  if (own === 0 || own + shared < 2) return 0;
  return (
    own +
    shared +
    (blocks
      .slice(0, coverBlocks)
      .some((block) => block.lines.some((line) => ombudsmanTitle.test(line.trim())) || ombudsmanTitle.test(joined(block)))
      ? 4
      : 0)
  );
}

/**
 * "An inspection of youth justice services in Cotsmere", "Inspection of Thornby children's services": what inspectorates call their
 * reports; "Outcome of the inspection of …" is a council's.
 */
const isReportOfInspectors = (text: string): boolean =>
  text.length < 160 &&
  /^(?:(?:an?|the|joint|full|short|targeted|thematic|re-?|core|area|local area|send|unannounced|announced|probation|ofsted|cqc|local authority|\d{4}) )*inspections? of\b|^inspection report\b|\blocal authority assessment(?: report)?$|^(?:peel|peel assessment)\b|^(?:police )?effectiveness, efficiency and (?:legitimacy|people)\b|^fire (?:&|and) rescue service (?:\d{4}|effectiveness)|^(?:LGA |local government association )?(?:(?:corporate|adult social care|children['’]s services|preparation for assurance|adults) )*peer (?:challenge|review)(?: (?:feedback )?report)?$/i.test(
    text,
  ) &&
  !/\b(?:plan|response|update|outcome|outcomes|action|actions|preparation)\b/i.test(text);

/** "Northmere Police – National child protection inspection": forces alone are inspected under that name. */
const isOfForce = (text: string): boolean =>
  text.length < 160 &&
  /^(?:national )?child protection inspections?(?:$|\s*[:–—-])|[:–—-] (?:national )?child protection inspection(?: (?:post-inspection|follow-up) review)?$/i.test(
    text,
  ) &&
  !/\b(?:plan|response|update|outcome|outcomes|action|actions|preparation)\b/i.test(text);

/** How inspectorates write of themselves. */
const inspectorsSpeak =
  /\blead inspector\b|\bHM Inspectorate of \p{Lu}|\bwe (?:inspected|found|rated|assessed|recommend|have made)\b|\bour (?:inspection|assessment)\b|\b(?:this is )?our (?:\p{L}+ )?inspection of\b|\bwe (?:graded|set out our (?:main|detailed) findings)\b|\bour judge?ment of the (?:force|service)\b|\bthe peer team (?:recommends?|would like to|met|spoke|was made up|prepared)\b|\bregional director\b|\binspection team\b|\b(?:care quality commission|ofsted) \d{4}\b/iu;

/** "The Cotsmere Youth Justice Service should:", over what inspectors ask of it. */
const asksOfService =
  /^(?:the )?[\p{L} ’'&-]{0,60}\b(?:youth (?:justice|offending) (?:service|team|partnership)|probation service|management board|youth justice board|(?:custody|prison|immigration|ambulance) service|police and crime commissioner|chief constable|integrated care board) should:$/iu;

/** “We recommend that, within six months, Cotsmere Police:”, over what it is to do. */
const recommendsTo = /^we recommend that,? .{0,60}\b(?:police|constabulary|force|fire and rescue service)\b.{0,40}:$/i;

/** Blocks at the head of a paper that may be its cover. */
const coverBlocks = 14;
const coverFact =
  /^(?:inspection dates?|dates? of (?:inspection|previous inspection|last inspection)|lead inspector|inspection carried out|assessment published|fieldwork started)\b/i;
const inspectorateLine =
  /^(?:by )?(?:HM|H(?:is|er) Majesty['’]s) (?:Inspectorate of|Chief Inspector of)\b|^(?:HM|H(?:is|er) Majesty['’]s) Inspector of Constabulary|^Chief Inspector of Probation\b/i;
const inspectorsHeading =
  /^(?:headline findings|inspection outcome|main findings|overview of the peer challenge approach|the peer team|scope and focus|what needs to improve.*|areas? for priority action|causes? of concern|areas? for improvement|(?:HM|H(?:is|er) Majesty['’]s) Inspector['’]s (?:summary|observations)|our judge?ments|what people expect:?|the local authority commitment:?|quality statement scores|information about this inspection|practice study.*|overall effectiveness|overall rating|what (?:does|is) the area partnership .*\?)$/i;

/** What the reports of inspectorates say of themselves, which are no letters in their form: Ofsted, CQC, HMICFRS, HMI Probation. */
function inspectorateSigns(blocks: readonly TextBlock[], add: (weight: number, text: string) => void): void {
  const cover = blocks.slice(0, coverBlocks).flatMap(({ lines }) => lines.map((line) => line.trim()));
  if (
    cover.some((line) => line.length <= 150 && coverLine.test(line)) ||
    blocks.slice(0, 6).some((block) => isReportOfInspectors(joined(block)) || isOfForce(joined(block)))
  )
    add(3, 'a title of an inspection report');
  // A summary, an introduction and recommendations are in every report: it takes more to make a council’s of one that has this title.
  if (
    blocks.slice(0, 6).some((block) => isOfForce(joined(block))) &&
    blocks.some((block) => /\bthe force\b|\bHMICFRS\b/.test(joined(block)))
  )
    add(3, 'under which name a force is inspected');
  if (blocks.some((block) => inspectorsSpeak.test(joined(block)))) add(2, 'how inspectors write of themselves');
  if (cover.some((line) => inspectedBy.test(line))) add(2, 'who inspected');
  if (cover.some((line) => line.length <= 150 && coverFact.test(line))) add(3, 'the dates or the lead of the inspection on its cover');
  const lines = blocks.flatMap((block) => block.lines.map((line) => line.trim()));
  if (
    lines.some(
      (line) =>
        line.length <= 90 && inspectorateLine.test(line) && !/\b(?:update|report|inspection|response|plan|preparation)s?\b/i.test(line),
    )
  )
    add(2, 'the name of an inspectorate');
  if (
    lines.some(
      (line) =>
        /^(?:© ?(?:Crown copyright|Care Quality Commission)\b|Crown copyright\b|Care Quality Commission(?: \d{4})?$)/i.test(line) ||
        /\bOfsted\) (?:regulates and\s*)?(?:inspects\b|$)/.test(line),
    )
  )
    add(2, 'what an inspectorate prints at the foot of its reports');
  if (
    lines.some(
      (line) =>
        (!line.includes('\t') &&
          /^(?:by (?:\d{1,2} )?\p{L}{3,9} \d{4}|with immediate effect|immediately|within (?:\w+ )?(?:days|weeks|months)), (?:the |all )?(?:chief constables?|chief fire officers?|forces?|fire and rescue services?|constabulary|service|\p{Lu}\p{L}+ (?:police|constabulary|fire and rescue service)) (?:should|must)\b/iu.test(
            line,
          )) ||
        asksOfService.test(line) ||
        recommendsTo.test(line),
    )
  )
    add(2, 'recommendations as inspectors word them');
  const headings = new Set(
    lines.filter((line) => line.length <= 110 && inspectorsHeading.test(line.replace(/[:.]$/, ''))).map((line) => line.toLowerCase()),
  );
  if (headings.size >= 2) add(Math.min(3, headings.size), 'headings of an inspection report');
}

/** Names of columns that a table of actions has: what is to be done, and who or when. */
function isActionHeading(cells: readonly string[]): boolean {
  const fields = cells.map((cell) => (cell.length <= 60 ? actionColumnOf(cell) : null));
  return fields.includes('action') && fields.some((field) => field === 'owner' || field === 'due' || field === 'status');
}

function lineSigns(text: string, alone: boolean, add: (type: DocumentType, weight: number, text: string) => void): void {
  if (
    /\bthe chair(?:man|person|woman)? (?:welcomed|thanked|gave|updated|asked|invited|advised|informed|referred|reminded|opened|moved|closed|adjourned|raised)\b/i.test(
      text.slice(0, 200),
    )
  )
    add('minutes', 2, 'what the chair said and did');
  if (
    /^(?:councillor|cllr) (?:\p{Lu}\S* ){1,3}(?:asked|noted|queried|questioned|commented|sought|thanked|referred|moved|seconded|raised|left the meeting|declared)\b/iu.test(
      text,
    )
  )
    add('minutes', 2, 'what councillors said and did');
  if (text.length > 200) return;
  if (
    /\b(?:committee|panel|board|cabinet|members|council|executive|commission|forum)\b.{0,40}\b(?:is|are) (?:asked|recommended|requested|invited)\b(?! to (?:declare|disclose)\b)/i.test(
      text,
    )
  )
    add('committee-report', 2, 'what the members are asked for');
  if (/^(?:report of|report by|report author)\s*:\s*\S/i.test(text)) add('committee-report', 2, 'whose report it is');
  if (
    /^(?:brief )?(?:reasons for (?:the )?(?:report )?recommendations?|recommendations?|alternative options considered(?: and rejected)?)\s*:?\s*$/i.test(
      text,
    )
  )
    add('committee-report', 1, 'what is recommended');
  if (/^(?:\d{1,2}(?:\.\d{1,2})?\.?\s+)?(?:recommendations?|recommended)(?:\(s\))?\s*:\s*that\b/i.test(text))
    add('committee-report', 2, 'what is recommended');
  if (alone && /^agenda$/i.test(text)) add('agenda', 2, 'the line “Agenda”');
  if (/^supplementary (?:papers|agenda)$|^agenda supplement/i.test(text)) add('agenda', 2, 'the words “Supplementary papers”');
  if (alone && /^(?:(?:items|order) of business|(?:business|items) to be (?:transacted|considered|discussed))$/i.test(text))
    add('agenda', 2, 'a part with the items of business');
  if (/^item(?: no\.?)?\t/i.test(text)) add('agenda', 2, 'a table of items');
  if (/^date of issue:/i.test(text)) add('agenda', 1, 'a date of issue');
  if (alone && /^(?:disclosing|declarations? of) interests?$/i.test(text)) add('agenda', 1, 'a part on interests');
  if (/^(?:draft )?minutes:$/i.test(text) || (alone && /^(?:draft )?minutes$/i.test(text))) add('minutes', 3, 'the line “Minutes”');
  if (/^(?:additional|supporting) documents:$/i.test(text)) add('minutes', 1, 'the labels of a page of a committee');
  if (/^issue - decisions$/i.test(text)) add('minutes', 4, 'the label of a page of decisions');
  if (/^decision details$/i.test(text) || /^decision status:/i.test(text)) add('minutes', 4, 'the labels of a record of a decision');
  if (/^(?:record|notice) of (?:(?:officer|delegated|executive|cabinet|key) )*decisions?\s*$/i.test(text))
    add('minutes', 2, 'a record of a decision');
  if (
    /^(?:decision (?:list|notice|record|sheet)s?|(?:record|list|notice|schedule) of (?:(?:officer|delegated|executive|cabinet|key) )*decisions?)\b(?! (?:to be|makers?))/i.test(
      text,
    )
  )
    add('minutes', 3, 'a title that says decisions');
  if (/\bdecisions (?:were|was) (?:taken|made) by\b/i.test(text)) add('minutes', 2, 'decisions that were taken');
  if (/^(?:decision status|date of decision|decided at meeting|decision maker):/i.test(text))
    add('minutes', 2, `the line “${text.split(':')[0]!}”`);
  if (/^(?:draft )?minutes of\b/i.test(text)) add('minutes', 3, 'the words “Minutes of”');
  if (/^meeting:\s/i.test(text) && /\d/.test(text)) add('minutes', 2, 'a line that names the meeting held');
  if (/^resolved\b/i.test(text)) add('minutes', 2, 'a resolution');
  if (/^apologies(?: for absence)?\b/i.test(text)) add('minutes', 1, 'apologies for absence');
  if (
    /^(?:no )?apologies (?:for absence )?(?:were|was|had been|have been) (?:received|submitted|given|noted)\b|^there were no (?:declarations?|apologies|public questions|items of urgent|disclosures)\b/i.test(
      text,
    )
  )
    add('minutes', 2, 'what was reported at the meeting');
  if (/view the full minutes\b/i.test(text)) add('minutes', 2, 'a link to the full minutes');
  if (text.includes('\t') && isActionHeading(text.split('\t'))) add('action-plan', 3, 'a table of actions');
}
