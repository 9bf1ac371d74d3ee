import assert from 'node:assert/strict';
import type { XmlElement } from './office-package.ts';

/**
 * The order in which ECMA-376 has the children of the elements that are most often written out of order, of which Word makes a file that it
 * offers to repair. Names with `w:` are of Word, the others of Excel.
 */
const orders: Readonly<Record<string, string>> = {
  'w:pPr':
    'pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange',
  'w:rPr':
    'rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath',
  'w:tblPr':
    'tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription tblPrChange',
  'w:tcPr': 'cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark',
  'w:sectPr':
    'headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings',
  'w:tbl': 'bookmarkStart bookmarkEnd tblPr tblGrid tr',
  'w:lvl': 'start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr',
  'w:style':
    'name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr',
  font: 'b i strike condense extend outline shadow u vertAlign sz color name family charset scheme',
  xf: 'alignment protection extLst',
  worksheet:
    'sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF picture oleObjects controls webPublishItems tableParts extLst',
};

const placesOf = new Map(
  Object.entries(orders).map(([name, order]) => [
    name,
    new Map(order.split(' ').map((child, place) => [name.startsWith('w:') ? `w:${child}` : child, place])),
  ]),
);

/** Fails where children of the known elements stand in another order than the standard has them. */
export function checkOrder(elements: readonly XmlElement[], path: string): void {
  /** By depth: the element that is open there, and how far its children have come. */
  const open: { readonly name: string; last: number; lastName: string }[] = [];
  for (const { name, inside } of elements) {
    open.length = inside.length;
    const parent = open.at(-1);
    const place = parent && placesOf.get(parent.name)?.get(name);
    if (parent && place !== undefined) {
      assert.ok(place >= parent.last, `${path}: in ${parent.name}, ${name} stands behind ${parent.lastName}`);
      parent.last = place;
      parent.lastName = name;
    }
    open.push({ name, last: -1, lastName: '' });
  }
}
