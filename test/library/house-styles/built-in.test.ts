import assert from 'node:assert/strict';
import { Ajv } from 'ajv';
import {
  builtInDefinitions,
  builtInHouseStyles,
  genericHouseStyle,
  sectionKey,
  sectionNames,
  sectionOfHeading,
} from '../../../server/src/language/house-styles/index.ts';
import { readDefinition } from '../../../server/src/language/house-styles/read-definition.ts';
import { statusScales } from '../../../server/src/language/house-styles/status-scales.ts';
import schema from '../../../server/src/language/house-styles/house-style.schema.json' with { type: 'json' };
import { documentTypes, roles } from '../../../server/src/language/model/vocabulary.ts';
import type { DocumentType, Role } from '../../../server/src/language/model/vocabulary.ts';

const ajv = new Ajv({ allErrors: true, allowUnionTypes: true });
const validate = ajv.compile(schema);

const roleOf = (style: string, type: DocumentType, heading: string): Role | null =>
  sectionOfHeading(builtInHouseStyles.get(style)!.types[type]!, heading)?.role ?? null;

describe('the built-in house styles', () => {
  it('are the ones promised', () => {
    for (const name of ['generic', 'worcestershire-panel', 'sefton', 'gloucestershire-scrutiny', 'nottingham-scrutiny'])
      assert.ok(builtInHouseStyles.has(name), name);
  });

  for (const [name, definition] of builtInDefinitions) {
    describe(name, () => {
      const houseStyle = builtInHouseStyles.get(name)!;

      it('is written as the JSON Schema asks', () => {
        assert.ok(validate(definition), JSON.stringify(validate.errors, null, 2));
      });

      it('is read without a problem by the reader of officers’ own styles', () => {
        assert.deepEqual(readDefinition(definition), { definition, problems: [] });
      });

      it('says where it was seen', () => {
        assert.ok(definition.sources && definition.sources.length > 0);
        assert.ok(definition.status);
      });

      for (const type of documentTypes) {
        it(`has a layout for ${type} in which no name stands for two roles`, () => {
          const layout = houseStyle.types[type];
          assert.ok(layout);
          const seen = new Map<string, Role>();
          for (const section of layout.sections) {
            for (const sectionName of sectionNames(section)) {
              const key = sectionKey(sectionName);
              assert.notEqual(key, '', sectionName);
              assert.equal(seen.get(key) ?? section.role, section.role, `“${sectionName}” is ${seen.get(key)} and ${section.role}`);
              seen.set(key, section.role);
            }
          }
        });

        it(`gives an officer guidance on every section and field of ${type}`, () => {
          const layout = houseStyle.types[type]!;
          for (const section of layout.sections) assert.match(section.guidance, /\w.*[.?]$/, `${type} ${section.heading}`);
          for (const field of layout.fields) assert.match(field.guidance, /\w.*[.?]$/, `${type} ${field.key}`);
          assert.equal(new Set(layout.fields.map(({ key }) => key)).size, layout.fields.length, 'a key stands twice');
          for (const section of layout.sections)
            assert.ok(!(section.required && section.recognisedOnly), `${section.heading} is required but not part of the form`);
        });
      }
    });
  }

  it('never lose an alias of the generic style to a slip in its own data', () => {
    for (const type of documentTypes) {
      const written = builtInDefinitions.get('generic')!.types![type]!.sections!;
      const resolved = genericHouseStyle.types[type]!.sections;
      const keys = ({ role, heading, aliases = [] }: { role: Role; heading?: string; aliases?: readonly string[] }) => [
        role,
        [...new Set([heading!, ...aliases].map(sectionKey))].toSorted(),
      ];
      assert.deepEqual(resolved.map(keys), written.map(keys));
    }
  });

  it('know every implication by the generic style', () => {
    const known = new Set(genericHouseStyle.types['committee-report']!.sections.map(({ role }) => role));
    assert.deepEqual(
      roles.filter((role) => role.startsWith('implications') && !known.has(role)),
      [],
    );
  });
});

describe('headings get their roles', () => {
  const cases: readonly (readonly [style: string, type: DocumentType, headings: Readonly<Record<string, Role | null>>])[] = [
    [
      'worcestershire-panel',
      'committee-report',
      {
        Summary: 'summary',
        Background: 'background',
        'Feedback from Ofsted Monitoring Visit – No. 4': 'key-issues',
        'Next Steps': 'next-steps',
        'Purpose of the Meeting': 'recommendations',
        'Supporting Information': 'appendices',
        'Contact Points': 'contact',
        'County Council Contact Points': 'contact',
        'Specific Contact Points for this report': 'contact',
        'Background Papers': 'background-papers',
        Recommendations: 'recommendations',
        'The weather': null,
      },
    ],
    [
      'sefton',
      'committee-report',
      {
        'Summary:': 'summary',
        'Recommendation:': 'recommendations',
        'Recommendation(s):': 'recommendations',
        'Reasons for the Recommendation:': 'reasons',
        'Reasons for the Recommendation(s):': 'reasons',
        'Alternative Options Considered and Rejected: (including any Risk Implications)': 'alternatives',
        'What will it cost and how will it be financed?': 'implications/financial',
        '(A) Revenue Costs': 'implications/financial',
        '(B) Capital Costs': 'implications/financial',
        'Implications of the Proposals:': 'implications',
        'Resource Implications (Financial, IT, Staffing and Assets):': 'implications/resources',
        'Legal Implications:': 'implications/legal',
        'Equality Implications:': 'implications/equality',
        'Climate Emergency Implications:': 'implications/climate',
        "Contribution to the Council's Core Purpose:": 'core-purpose',
        'Protect the most vulnerable': 'core-purpose',
        'Place - leadership and influencer': 'core-purpose',
        'Cleaner Greener': 'core-purpose',
        'What consultations have taken place on the proposals and when?': 'consultation',
        '(A) Internal Consultations': 'consultation',
        '(B) External Consultations': 'consultation',
        'Contact Officer': 'contact',
        'Appendices:': 'appendices',
        'Background Papers:': 'background-papers',
        '1. Introduction': 'introduction',
        '2.1 Areas for priority action': 'priority-actions',
        '2.2 What needs to improve in this area of social work practice': 'areas-for-improvement',
        '3. Conclusion': 'conclusion',
      },
    ],
    [
      'gloucestershire-scrutiny',
      'committee-report',
      {
        'Purpose of Report': 'purpose',
        'Key Issues:': 'key-issues',
        'Recommendations to the Committee:': 'recommendations',
        'Financial/Resource Implications:': 'implications/financial',
        Report: 'background',
        '2. Accelerated Improvement Plan': 'actions',
      },
    ],
    [
      'nottingham-scrutiny',
      'committee-report',
      {
        '1 Purpose': 'purpose',
        '2 Action required': 'recommendations',
        '3 Background information': 'background',
        '4 List of attached information': 'appendices',
        '5 Background papers, other than published works or those disclosing exempt or confidential information': 'background-papers',
        '6 Published documents referred to in compiling this report': 'background-papers',
        '8 Contact information': 'contact',
      },
    ],
    [
      'generic',
      'inspection-letter',
      {
        'Headline findings': 'summary',
        'Area for priority action': 'priority-actions',
        'What needs to improve in this area of social work practice?': 'areas-for-improvement',
        'Main findings': 'key-issues',
        'Evaluation and Progress': 'progress',
        'Areas covered by the visit': 'background',
        'The experiences and progress of children in care': 'key-issues',
        Recommendations: 'areas-for-improvement',
      },
    ],
    [
      'generic',
      'minutes',
      {
        Present: 'attendance',
        'Apologies for absence': 'attendance',
        'Declarations of Interests': 'declarations',
        RESOLVED: 'decision',
        'Reasons for Decision': 'reasons',
      },
    ],
    [
      'worcestershire-panel',
      'agenda',
      { Membership: 'membership', Agenda: 'agenda-items', 'Disclosing Interests': 'declarations', 'Supplementary Papers': 'appendices' },
    ],
    [
      'generic',
      'action-plan',
      {
        'How will we know?': 'measures',
        'Priority action plan': 'actions',
        'Governance and monitoring': 'governance',
        'Key to initials': 'people',
      },
    ],
  ];
  for (const [style, type, headings] of cases) {
    it(`${style}, ${type}`, () => {
      for (const [heading, role] of Object.entries(headings)) assert.equal(roleOf(style, type, heading), role, heading);
    });
  }

  it('leaves years and single words in a heading alone', () => {
    assert.equal(sectionKey('2019 report'), '2019 report');
    assert.equal(sectionKey('A summary'), 'a summary');
    assert.equal(sectionKey('I. Summary'), 'summary');
    assert.equal(sectionKey('12.3.1 Children’s homes (continued)'), 'childrens homes');
  });
});

describe('status scales', () => {
  it('read no two statuses in one word', () => {
    for (const { name, statuses } of statusScales.values()) {
      const words = statuses.flatMap(({ word, aliases }) => [word, ...aliases]).map((word) => word.toLowerCase());
      assert.deepEqual(
        words.filter((word, index) => words.indexOf(word) !== index),
        [],
        name,
      );
    }
  });
});
