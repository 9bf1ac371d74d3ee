import assert from 'node:assert/strict';
import { findAcronymDefinitions, findAcronymUses } from '../../../server/src/language/model/acronyms/acronyms.ts';

const definitions = (text: string) =>
  findAcronymDefinitions(text, 9)
    .map((item) => {
      assert.equal(text.slice(item.shortSpan.start - 9, item.shortSpan.end - 9), item.short);
      return `${item.short}=${item.long}`;
    })
    .join(' | ');
const uses = (text: string) =>
  findAcronymUses(text, 9, false)
    .map((item) => {
      assert.equal(text.slice(item.span.start - 9, item.span.end - 9), item.short);
      return item.short;
    })
    .join(' ');

describe('acronyms defined', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['sent to the Multi Agency Safeguarding Hub (MASH) first', 'MASH=Multi Agency Safeguarding Hub'],
    ['Children in Need (CiN)', 'CiN=Children in Need'],
    ['a Service Improvement Plan (SIP) was', 'SIP=Service Improvement Plan'],
    ["'Disclosable pecuniary interests' (DPI)", 'DPI=Disclosable pecuniary interests'],
    ["ILACS Framework (Inspections of Local Authority Children's Services)", "ILACS=Inspections of Local Authority Children's Services"],
    ['the Children, Families and Communities Leadership Team (CFCLT)', 'CFCLT=Children, Families and Communities Leadership Team'],
    ['Department for Education (DfE)', 'DfE=Department for Education'],
    ['special educational needs co-ordinator (SENCO)', 'SENCO=special educational needs co-ordinator'],
    ['local authorities (LAs)', 'LA=local authorities'],
    ['terms of reference (ToR)', 'ToR=terms of reference'],
    ['Education, health and care plans (EHCPs)', 'EHCP=Education, health and care plans'],
    ['The SMT (senior management team) met', 'SMT=senior management team'],
    ['the Public Law Outline (the ‘PLO’)', 'PLO=Public Law Outline'],
    ['a Family Improvement Panel (known as the FIP)', 'FIP=Family Improvement Panel'],
    ['the Care Quality Commission’s (CQC’s) report', 'CQC=Care Quality Commission'],
    ["inspection of the council’s children's services (ILACS)", "ILACS=inspection of the council’s children's services"],
    ['looked after by services (ILACS)', ''],
    ['The self-evaluation (SEF) is', 'SEF=self-evaluation'],
    ['Abbreviations: AD Assistant Director; DCO Designated Clinical Officer.', 'AD=Assistant Director | DCO=Designated Clinical Officer'],
    ['Alison Reed, (HMI)', ''],
    ['see the plan (XYZ)', ''],
    ['visits (see PLO)', ''],
    ['DPI (see below for more)', ''],
    ['Part two (II)', ''],
    ['the Board met. Improvement Panel (BIP)', ''],
  ];
  for (const [text, expected] of cases) it(JSON.stringify(text), () => assert.equal(definitions(text), expected));
});

describe('acronyms used', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['the MASH and CiN plans', 'MASH CiN'],
    ['SWs and SLT to mentor', 'SW SLT'],
    ['children on CP plans, DfE, A&E and O&S', 'CP DfE A&E O&S'],
    ['Multi Agency Safeguarding Hub (MASH) and MASH', 'MASH'],
    ['the ILACs framework', 'ILACs'],
    ['under the (PLO)', 'PLO'],
    ['PLO', ''],
    ['JTAI-led work', 'JTAI'],
    ['DISCLOSING INTERESTS', ''],
    ['WHAT IS A DPI?', ''],
    ['you MUST NOT do this', ''],
    ['OFSTED MONITORING VISIT FEEDBACK follows', ''],
    ['Worcester WR5 2NP', ''],
    ['Part II and IV', ''],
    ['AFI 3 and R2', ''],
    ['(FD 6400/21)', ''],
    ['report.PDF', ''],
    ['Mrs FM Oakley', ''],
    ['chaired by DCC Rhian Morgan, DCC', 'DCC'],
    ['reviewed by Wyemouth MBC and an MBC', 'MBC'],
    ['Ref: FIN/26/114', ''],
    ['UK, NHS, MP and VAT', ''],
    ['AND/OR', ''],
    ['Covid, COVID-19 and COVID 19', ''],
    ['McAllister on YouTube', ''],
    ['TBC', ''],
    ['Q1 to Q4', ''],
    ['10 AM', ''],
    ['officer@DCS.example', ''],
    ['www.LSCB.example.org/MASH', ''],
    ['RE-INSPECTION is near', ''],
    ['Ofsted', ''],
  ];
  for (const [text, expected] of cases) it(JSON.stringify(text), () => assert.equal(uses(text), expected));
  it('reads long hostile text', () => {
    for (const piece of ['A', 'a', 'AB ', 'of ', '(AB) ', 'AB (', 'A&', 'of (OO) '] as const)
      assert.ok(Array.isArray(findAcronymUses(piece.repeat(4_000), 0, false)));
  });
});
