import type { Source } from './rule.ts';

/** A name that is often written wrongly. */
export interface OfficialName {
  readonly right: string;
  /** What is written instead: a whole word or words, in exactly these letters unless `anyCase`. The pattern is global. */
  readonly wrong: RegExp;
  /** Keeps the capital of what it replaces. */
  readonly keepsCase?: boolean;
  readonly source: Source;
}

const usage: Source = {
  title: 'Ofsted writes its own name, its frameworks and its visits so',
  url: 'https://www.gov.uk/government/organisations/ofsted',
  certainty: 'to confirm',
};

export const officialNames: readonly OfficialName[] = [
  {
    right: 'Ofsted',
    wrong: /(?<![A-Za-zÀ-ɏ\d@./_-])(?:OFSTED|OfSTED|OFsted|OfSted|ofsted)(?![A-Za-zÀ-ɏ\d@/_-]|\.[A-Za-zÀ-ɏ])/gu,
    source: usage,
  },
  {
    right: 'ILACS',
    wrong: /(?<![A-Za-zÀ-ɏ\d@./_-])(?:ILACs|ILAC|Ilacs|iLACS)(?![A-Za-zÀ-ɏ\d@/_-]|\.[A-Za-zÀ-ɏ])/gu,
    source: {
      title: 'Ofsted, Inspecting local authority children’s services',
      url: 'https://www.gov.uk/government/publications/inspecting-local-authority-childrens-services-from-2018/inspecting-local-authority-childrens-services',
      certainty: 'seen',
    },
  },
  { right: 'focused visit', wrong: /(?<![A-Za-zÀ-ɏ\d])focussed\svisit/gi, keepsCase: true, source: usage },
  { right: 'Majesty’s', wrong: /(?<=(?<![A-Za-zÀ-ɏ\d])(?:His|Her)\s)Majest(?:ies|ys)['’]?(?=\s(?:Chief\s)?Inspector)/gu, source: usage },
  {
    right: 'Department for Education',
    wrong: /(?<![A-Za-zÀ-ɏ\d]|U\.?S\.?\s|American\s|Ireland\s)(?:Department|Dept\.?)\sof\sEducation(?!\sand\b)(?![A-Za-zÀ-ɏ\d])/gu,
    source: {
      title: 'Department for Education',
      url: 'https://www.gov.uk/government/organisations/department-for-education',
      certainty: 'to confirm',
    },
  },
  {
    right: 'Care Quality Commission',
    wrong: /(?<![A-Za-zÀ-ɏ\d])(?:Care\sand\sQuality\sCommission|Care\sQuality\sCommision|Quality\sCare\sCommission)(?![A-Za-zÀ-ɏ\d])/gu,
    source: { title: 'Care Quality Commission', url: 'https://www.cqc.org.uk', certainty: 'to confirm' },
  },
  {
    right: 'improvement notice',
    wrong: /(?<![A-Za-zÀ-ɏ\d]|financial\s)notice\sto\simprove(?![A-Za-zÀ-ɏ\d])/gi,
    keepsCase: true,
    source: {
      title: 'Improvement notice issued to Cumbria County Council',
      url: 'https://www.gov.uk/government/publications/improvement-notice-issued-to-cumbria-county-council',
      certainty: 'seen',
    },
  },
];
