/** A body that papers go to, as labels name it. */
const body = '(?:committee|sub committee|panel|board|cabinet|commission|executive|forum|council|meeting)';
const member = '(?:members?|holders?|leads?|councillors?)';

/**
 * Keys of the front matter by what the words of a label say. The first that fits counts. `label` is in lower case, with spaces between its
 * words.
 */
const wordings: readonly (readonly [string, RegExp])[] = [
  [
    'wards',
    /^(?:the )?(?:electoral )?(?:wards?|divisions?|areas|localities)(?: (?:and|or|electoral|wards?|divisions?|communit(?:y|ies)|areas?|localities|parish(?:es)?))*(?: (?:affected|concerned|involved|or areas affected))?$/,
  ],
  [
    'portfolio',
    new RegExp(
      `^(?:relevant |lead |responsible |appropriate |the )?(?:cabinet|executive|portfolio|cabinet portfolio|executive portfolio) ${member}(?: (?:and|or) (?:portfolio|role|area)| responsible)?$|^(?:lead|responsible) (?:cabinet |executive )?(?:member|councillor)$|^(?:cabinet|executive|councillor|lead member) portfolio(?: area)?$|^portfolio(?: area| name| title| lead)$`,
    ),
  ],
  [
    'author',
    /^(?:lead |main |principal |name of (?:the )?)?(?:report )?(?:author|writer)s?(?: name)?(?: and (?:job title|post|role|title|contact))?$|^(?:(?:report|paper) )?(?:written|prepared|produced|compiled|drafted) by$|^officer writing (?:the )?report$/,
  ],
  [
    'report-of',
    /^(?:joint |this is a )?(?:report|paper|briefing|item) (?:of|by|from|sponsored by|presented by|submitted by)(?: the)?(?: (?:director|officer|chief officer))?$|^(?:responsible|accountable|relevant|lead|sponsoring) (?:chief officer|executive director|corporate director|strategic director|service director)$/,
  ],
  [
    'key-decision',
    /^(?:is (?:this|it|the|this report|the report|the decision|this item) )?(?:an? )?(?:key|key executive|executive key) decisions?(?: required| item)?$|^(?:is (?:this|the (?:report|decision)) )?(?:an? )?key or non key(?: decision)?$|^key (?:decision )?or non key decision$/,
  ],
  [
    'forward-plan',
    /^(?:is (?:it|this|the (?:decision|item)) )?(?:included |published |listed |notified )?(?:in|on) (?:the )?(?:cabinet |executive )?forward plan$|^(?:forward plan|key decision)(?: (?:ref|reference|no|number|notice))+$/,
  ],
  [
    'exempt',
    /^(?=.*\b(?:exempt|exemption|confidential|confidentiality)\b)(?:(?:is|does|the|this|a|an|any|report|item|decision|paper|contain|contains|include|information|public|open|private|part|or|and|it|be|exempt|exemption|confidential|confidentiality|status|reasons?|appendix|appendices|classification|restricted) ?)+$/,
  ],
  [
    'meeting-date',
    new RegExp(`^(?:date of (?:the )?)${body}(?: meeting)?$|^${body} date$|^${body} (?:and )?meeting date$|^date of (?:the )?decision$`),
  ],
  [
    'body',
    new RegExp(
      `^(?:name of (?:the )?(?:scrutiny |decision making )?${body}|(?:scrutiny )?(?:committee|panel|meeting)|${body}(?: (?:or|and) ${body})+|${body} (?:name|title))$|^(?:report|reporting|submitted|for submission) to$|^meeting of$|^decision (?:maker|taker|making body)s?$|^final decision maker$`,
    ),
  ],
  [
    'title',
    /^(?:(?:report|paper|item) )?(?:title|subject)(?: or (?:title|subject)| matter| and (?:title|subject))?$|^(?:name|subject|title) of (?:the )?(?:report|paper|item)$|^(?:subject title|title subject)$/,
  ],
  [
    'contact.name',
    /^(?:(?:report|officer|lead|key|for|author) )*contact(?: (?:officer|person|name|details|point))?s?(?: name)?$|^for (?:further|more) information(?: please)?(?: contact)?$|^officers? to contact$/,
  ],
  ['contact.phone', /^(?:contact |office |officer )?(?:tel|telephone|phone)(?: (?:no|number|extension|ext))*$/],
  ['contact.email', /^(?:contact |officer )?e ?mail(?: address| contact)?$/],
];

/**
 * The key that a label stands for by its words, where none of the labels that are known is it: "Key decision (Yes/No)", "Wards/divisions
 * affected". Null where they tell nothing.
 */
export function wordedLabel(label: string): string | null {
  const key = label
    .toLowerCase()
    .replaceAll('(s)', 's')
    .replace(/\((?:yes|no|y|n|please|tick|delete|if|where|and)\b[^()]*\)/g, ' ')
    .replace(/['’]/g, '')
    .replace(/&/g, ' and ')
    .replace(/(?<=\p{L})\/(?=\p{L})/gu, ' or ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return wordings.find(([, wording]) => wording.test(key))?.[0] ?? null;
}
