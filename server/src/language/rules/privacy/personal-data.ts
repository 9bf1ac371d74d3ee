import { longFormOf } from '../../model/acronyms/acronym-data.ts';
import { holdsAny } from '../../model/words/scanning.ts';
import { textOf } from '../../model/front-matter/front-matter.ts';
import { isRole } from '../../model/view.ts';
import type { Span } from '../../text/span.ts';
import { matchesIn, printedProseOf, type Prose } from '../prose.ts';
import { blockRule } from '../rule.ts';
import { isNationalInsuranceNumber, isNhsNumber, isUniquePupilNumber } from './identifiers.ts';

type Message = 'open' | 'exempt';

export default blockRule<Message>({
  name: 'privacy/personal-data',
  summary: 'Something here identifies a child or another private person.',
  why: `Agenda papers are public and stay on the web for years. A number that belongs to one person, a date of birth, a home address, or a child’s
initials with their age can identify a family, even without a name. Numbers are recognised by their check figures, so that telephone numbers
and references are left alone; so are what may be a telephone number and the address of an office under the contact details of the report. In an exempt report it is a warning: leave out
what the committee does not need.`,
  sources: [
    {
      title: 'NHS Data Dictionary: NHS number and its check digit',
      url: 'https://www.datadictionary.nhs.uk/attributes/nhs_number.html',
      certainty: 'to confirm',
    },
    {
      title: 'Department for Education: unique pupil numbers',
      url: 'https://www.gov.uk/government/publications/unique-pupil-numbers',
      certainty: 'to confirm',
    },
    {
      title: 'HM Revenue & Customs: format of a national insurance number',
      url: 'https://www.gov.uk/hmrc-internal-manuals/national-insurance-manual/nim39110',
      certainty: 'to confirm',
    },
    { title: 'UK General Data Protection Regulation, article 5: data minimisation', certainty: 'to confirm' },
  ],
  severity: 'error',
  severities: { exempt: 'warning' },
  messages: {
    open: 'This looks like {kind}. Take it out: this document can be read by the public.',
    exempt: 'This looks like {kind}. Take it out, unless the committee cannot do without it.',
  },
  examples: {
    valid: [
      {
        title: 'Telephone numbers, references and postcodes of offices',
        text: '## Contact\n\nAda Marlow, 01632 960123, County Hall, Northmere NM1 2AB\n\n## Background\n\nOrder 4005551234 was placed. The letter is at 20 High Street, Northmere NM1 2AB.\n',
      },
      {
        title: 'Children as a group, or under a letter of their own',
        text: 'Most are aged 14 to 17. Child A moved home twice. Of those in CP plans aged 15, few attend.\n',
      },
    ],
    invalid: [
      {
        title: 'Numbers that belong to one person',
        text: `The file of 999 012 3012 was read, with AB 12 34 56 C for the parent.
            ^^^^^^^^^^^^
                                        ^^^^^^^^^^^^^
`,
      },
      {
        title: 'A date of birth, initials with an age, and a home address',
        text: `The child (DOB 3 May 2014) is known to the service.
               ^^^^^^^^^^

TK, aged 9, was seen weekly.
^^^^^^^^^^

The family lives at 7 Mill Lane, Aldersham AL4 9QT.
                                           ^^^^^^^
`,
      },
      {
        title: 'In an exempt report it is a warning',
        text: `---
type: committee-report
exempt: 1
---
The child (born 3 May 2014) moved home twice.
                ^^^^^^^^^^
`,
      },
    ],
  },
  readsFrontMatter: true,
  *check({ block, frontMatter, role }) {
    const message = isExempt(textOf(frontMatter, 'exempt')) || Array.isArray(frontMatter.fields.get('exempt')?.value) ? 'exempt' : 'open';
    for (const prose of printedProseOf(block.block)) {
      if (!/\d/.test(prose.text)) continue;
      for (const { kind, span } of personalData(prose, block.block.text, isRole(role, 'contact'))) yield { message, data: { kind }, span };
    }
  },
});

const isExempt = (value: string | null): boolean => value !== null && !/^(?:no|none|n|false|not exempt|open|public)\b/i.test(value);

interface Found {
  readonly kind: string;
  readonly span: Span;
}

const tenFigures = /(?<![\d./-])(?:\d{3}([ -])\d{3}\1\d{4}|\d{10})(?![\d/]|[.-]\d)/g;
const pupilNumber = /(?<![A-Za-z\d])[A-Z]\d{11}[0-9A-Z](?![A-Za-z\d])/g;
const insuranceNumber = /(?<![A-Za-z\d])[A-Z]{2} ?\d{2} ?\d{2} ?\d{2} ?[A-D](?![A-Za-z\d])/g;
const dayWords = String.raw`(?:\d{1,2}(?:st|nd|rd|th)? (?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec),? \d{2,4}|\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{4}-\d{2}-\d{2})`;
const birth = new RegExp(String.raw`\b(?:born(?: on)?|DOB|D\.O\.B\.?|date of birth)[ :,–-]{1,4}(?:is |was |on )?(${dayWords})`, 'gi');
const initialsWithAge =
  /(?<![A-Za-zÀ-ɏ\d.])((?:[A-Z]{2})|(?:[A-Z]\.){2,3}),? ?\(?(?:aged? (\d{1,2})\b(?! ?(?:to|and|or|-|–|\d|over|plus))|a (\d{1,2})[- ]year[- ]old)/gu;
/** "JS, 14, told the worker", "a nine- or 9-year-old girl, KT". */
const initialsThenAge =
  /(?<![A-Za-zÀ-ɏ\d.,])((?:[A-Z]{2})|(?:[A-Z]\.){2,3}), (\d{1,2}), (?=(?:who|told|said|says|was|is|has|had|lives|lived|moved|ran|came|went)\b)/gu;
const ageThenInitials =
  /\b(\d{1,2})[- ]year[- ]old (?:boy|girl|child|young person|pupil|son|daughter|brother|sister),? \(?((?:[A-Z]{2})|(?:[A-Z]\.){2,3})(?![A-Za-zÀ-ɏ\d])/gu;
const postcode = /(?<![A-Za-z\d])[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}(?![A-Za-z\d])/g;
/** "The service moved to County Hall": what moves or stays there is no person. */
const isOffice =
  /\b(?:offices?|services?|teams?|hubs?|departments?|directorates?|staff|units?|councils?|boards?|panels?|committees?|meetings?|centres?|clinics?|providers?|compan(?:y|ies)|charit(?:y|ies)|schools?|colleges?|courts?|archives?|records?)\s+(?:(?:has|have|had|will|would|is|are|was|were|be|now|also|currently|to|recently|then)\s+){0,3}(?:moved|live|based|stay(?:s|ing)?|resid\w+|moving)\s+(?:at|to|in)\b[^.;]*$|\b(?:county|town|city|civic|guild)\s?(?:hall|centre|offices)\b[^.;]*$/i;
const homeBefore =
  /\b(?:lives?|lived|living|resid(?:es|ed|ing)|moved|stays?|staying) (?:at|to|in)\b[^.;]*$|\bhome address\b[^.;]*$|\b(?:family|child|mother|father|parent|carer)[’']?s? (?:home|house|flat|address) (?:at|is|in)\b[^.;]*$/i;

/** `isContact`: what stands with a document's own contact details may be a telephone number or the address of an office. */
function* personalData(prose: Prose, source: string, isContact: boolean): Generator<Found> {
  for (const { match, span } of matchesIn(prose, tenFigures)) {
    const grouped = match[1] !== undefined;
    // Ten figures in a row are often an order or a case; they are taken for an NHS number only where the text says so.
    const said = /\bNHS\b(?:[^.;]|\bno\.){0,30}$/i.test(source.slice(Math.max(0, span.start - 40), span.start));
    if (((grouped && !isContact) || said) && isNhsNumber(match[0].replace(/[ -]/g, ''))) yield { kind: 'an NHS number', span };
  }
  for (const { match, span } of matchesIn(prose, pupilNumber))
    if (isUniquePupilNumber(match[0])) yield { kind: 'a unique pupil number', span };
  for (const { match, span } of matchesIn(prose, insuranceNumber))
    if (isNationalInsuranceNumber(match[0].replaceAll(' ', ''))) yield { kind: 'a national insurance number', span };
  if (holdsAny(prose.text, ['born', 'dob', 'd.o.b', 'date of birth']))
    for (const { match, span } of matchesIn(prose, birth))
      yield { kind: 'a date of birth', span: { start: span.end - match[1]!.length, end: span.end } };
  if (holdsAny(prose.text, ['age ', 'aged ', 'year']))
    for (const { match, span } of matchesIn(prose, initialsWithAge)) {
      const age = Number(match[2] ?? match[3]);
      if (age <= 25 && (match[1]!.includes('.') || longFormOf(match[1]!) === undefined))
        yield { kind: 'a child’s initials with their age', span };
    }
  if (/, \d{1,2}, /.test(prose.text))
    for (const { match, span } of matchesIn(prose, initialsThenAge))
      if (Number(match[2]) <= 18 && longFormOf(match[1]!) === undefined) yield { kind: 'a child’s initials with their age', span };
  if (holdsAny(prose.text, ['year']))
    for (const { match, span } of matchesIn(prose, ageThenInitials))
      if (Number(match[1]) <= 18 && longFormOf(match[2]!) === undefined) yield { kind: 'a child’s initials with their age', span };
  if (isContact) return;
  for (const { span } of matchesIn(prose, postcode)) {
    const before = source.slice(Math.max(0, span.start - 120), span.start);
    if (homeBefore.test(before) && !isOffice.test(before)) yield { kind: 'a home address', span };
  }
}
