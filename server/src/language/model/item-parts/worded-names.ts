import type { ActionField } from '../vocabulary.ts';

/** What qualifies a day or a stretch of time that something is to be done by. The first one and the actual one are other days. */
const planned =
  'target|planned|proposed|expected|estimated|anticipated|forecast|projected|revised|current|agreed|completion|delivery|implementation|milestone|new|final';
const time = 'dates?|time ?scales?|time ?frames?|time ?lines?|deadlines?|due date|end date|completion|quarter';
const toDo = 'action|actions|task|tasks|activity|activities|intervention|interventions|deliverable|deliverables';
const urgent =
  'key|main|specific|planned|proposed|agreed|required|recommended|further|future|outstanding|high level|improvement|delivery|remedial|corrective|priority|individual|detailed|smart|sub|our|local|new|additional|immediate|headline|strategic|operational';
const postOrTeam =
  'officers?|leads?|owners?|persons?|people|managers?|directors?|heads? of service|agency|agencies|teams?|services?|organisations?|party|parties|individuals?|professionals?|practitioners?|departments?|directorates?|assistant directors?|boards?|bodies|body';
const inspector =
  'ofsted|cqc|hmicfrs|hmip|hmi probation|inspection|inspectors|inspectorate|peer review|peer challenge|lga|ombudsman|lgsco|audit|auditor|review|panel|scrutiny|linked|related|original|key|main|identified';

/** Names of columns and of fields in lines ("Timescale for completion: …") that only their words tell. The first that fits counts. */
const inLines: readonly (readonly [ActionField, RegExp])[] = [
  ['original-due', new RegExp(`^(?:original|initial|first|baseline)(?: (?:${planned}|due))* (?:${time})$`)],
  ['due', new RegExp(`^(?:(?:${planned}) )+(?:${time})$`)],
  ['due', new RegExp(`^(?:${toDo}) (?:due date|deadline|time ?scale|time ?frame|completion date|target date)$`)],
  [
    'due',
    /^(?:dates?|time ?scales?|time ?frames?|deadlines?|due date|target(?: date)?|target time ?scale) (?:for|of|by which|to|to be|(?:the )?actions?|tasks?)(?: (?!taken|was|were)[a-z]+)* (?:complete|completed|completion|deliver|delivered|delivery|implement|implemented|implementation|achieve|achieved|achievement|actions?|due|done|finish|finished)$/,
  ],
  ['due', /^(?:by )?when (?:will|should|it will|this will|we will)\b/],
  [
    'owner',
    new RegExp(
      `^(?:lead|responsible|accountable|named|nominated|identified|allocated|assigned) (?:(?:and|or|council|service|delivery|senior|responsible|accountable|supporting|support) )*(?:${postOrTeam}|role|job title|officer name|contact)$`,
    ),
  ],
  [
    'owner',
    /^(?:persons?|people|officers?|managers?|teams?|agency|agencies|services?|departments?|directorates?|individuals?|party|parties|boards?|organisations?|partners?) (?:responsible|accountable|leading|assigned|in charge)(?: for [a-z ]+)?$/,
  ],
  [
    'owner',
    /^who(?:s| is| will| are)? (?:[a-z]+ )*?(?:responsible|accountable|lead|leading|leads|do|doing|does|deliver|own|owns)(?: (?:for )?(?:it|this|the action|action|delivery))?$/,
  ],
  ['owner', /^(?:actions? )?(?:allocated|assigned|delegated) to$|^responsible for (?:the )?(?:action|actions|delivery|delivering)$/],
  [
    'status',
    /^(?:(?:current|overall|latest|progress|delivery|implementation|completion|project|actions?|tasks?|status|update) )*(?:b?rags?|bragg|rayg|rygb|gray)(?: (?:status|rating|rated|score|assessment))*$/,
  ],
  ['status', /^(?:current|latest|overall|delivery|implementation|project|task|milestone) status$|^status of (?:the )?actions?$/],
  [
    'measure',
    /^how (?:will|do|can|would) (?:we|you|it|they) (?:know|measure|tell)\b|^how (?:we|well) (?:will )?(?:know|measure)\b|^how (?:will )?(?:success|impact) (?:will )?be measured$|^what (?:does|do|will|would) (?:success|good) looks? like$|^what good looks like$/,
  ],
  [
    'measure',
    /^(?:success|performance|key performance|outcome|impact|measurable|target) (?:indicators?|measures?|metrics?|criteria|factors?|outcomes?)$|^(?:measures?|indicators?) of (?:impact|success|progress|performance|effectiveness)$/,
  ],
];

/** Names that tell it only over a column: in a line they may begin any sentence, or the name of a person with a post. */
const inColumns: readonly (readonly [ActionField, RegExp])[] = [
  [
    'owner',
    /^(?!(?:[a-z]+ )*(?:risk|data|budget|process|document|cabinet|member|political|portfolio|councillor) (?:lead|owner))(?:[a-z]+ ){1,3}(?:leads?|owners?)$/,
  ],
  [
    'progress',
    /^(?:progress|updates?|position|narrative|commentary)(?: (?:update|report|summary|narrative|commentary|made|achieved))?(?: (?:as at|as of|at|to|since|for|of|in|on|by|from) [a-z\d ]+)?$/,
  ],
  [
    'progress',
    /^(?:updates?|progress) (?:q[1-4]|quarter [1-4]|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)(?: [\d ]+)?$|^(?:(?:latest|monthly|quarterly|weekly|board|current|progress|action|q[1-4]|quarter [1-4]|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*|\d{2,4}) )+(?:updates?|narrative|commentary|progress)$/,
  ],
  [
    'progress',
    /^where (?:are we|we are)(?: now| up to| today)?$|^what (?:have we|we have|weve|has been) (?:already )?(?:done|achieved)(?: so far| to date)?$/,
  ],
  ['impact', /^impact (?:on|for|achieved|made|and|of) ?[a-z ]*$/],
  [
    'evidence',
    /^(?:supporting )?evidence(?: (?:of|to|for|required|needed|base|that|and)\b[a-z ]*)?$|^how (?:will )?(?:we )?(?:will )?(?:evidence|demonstrate)\b[a-z ]*$/,
  ],
  [
    'outcome',
    /^(?:(?:planned|intended|desired|expected|anticipated|required|target|improvement|overall|strategic|key|our) )+(?:outcomes?|objectives?|aims?|goals?|impact)$|^outcomes? (?:we want|to be achieved|sought|for)\b[a-z ]*$|^what (?:do we|we) want to achieve$/,
  ],
  [
    'action',
    new RegExp(
      `^(?:(?:${urgent}) )*(?:${toDo})(?: (?:required|needed|descriptions?|details?|items?|points?|to be (?:taken|completed|delivered|undertaken|implemented)|(?:to|for) (?:address|deliver|delivery|achieve|improve|improvement|meet|take|complete|completion|implement|support|respond)[a-z ]*|(?:that )?(?:we|well) (?:will|need|plan|are|must|intend)[a-z ]*))?$`,
    ),
  ],
  ['action', new RegExp(`^(?:descriptions?|details?) of (?:the |each )?(?:${toDo})$`)],
  ['action', /^what (?:do we|will we|are we|we|well|needs?|must|should)(?: (?!have|has|did)[a-z]+)* (?:do|doing|done|happen|deliver)$/],
  [
    'addresses',
    new RegExp(
      `^(?:(?:${inspector}) )*(?:recommendations?|findings?|recs?|afis?|areas? (?:for|of) (?:improvement|development|priority action|weakness|significant weakness|concern|focus)|causes? of concern|issues?)(?: (?:no|number|ref|reference|identified|addressed|raised|text))?$`,
    ),
  ],
  ['ref', /^(?:action|plan|task|objective|unique|item|our|local) (?:id|ref|reference|no|number)(?: no| number)?$/],
];

/** Names that hold what is to be done in a table that says nothing nearer to it, and who does it and when. */
const otherwiseAction =
  /^(?:descriptions?|details?|(?:key )?(?:deliverables?|milestones?|steps|next steps)|commitments?|our commitments?|initiatives?|projects?|interventions?|how|how (?:will we|we will|are we going to|will this|it will|this will) (?:do|be done|achieve|be achieved|deliver|be delivered)(?: (?:it|this))?)$/;

/**
 * What a name stands for by its words, where it is none of those that are known; null where they tell nothing. `key` is what `sectionKey`
 * makes of it.
 */
export const wordedField = (key: string): ActionField | null => fieldBy(inLines, key);

/** The same for the name of a column. */
export const wordedColumn = (key: string): ActionField | null => fieldBy(inLines, key) ?? fieldBy(inColumns, key);

const fieldBy = (wordings: typeof inLines, key: string): ActionField | null =>
  wordings.find(([, wording]) => wording.test(key))?.[0] ?? null;

/** Whether a column holds what is to be done where no other does. */
export const mayBeAction = (key: string): boolean => otherwiseAction.test(key);
