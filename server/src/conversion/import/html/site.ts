import { html } from 'parse5';
import { attribute, blockElements, hasHeading, lengthOf, textIn, type Element } from './elements.ts';

/** Parts of a page that belong to the site: by what they are, by the part they play, by what they are called. */
const siteElements = new Set(['nav', 'footer', 'aside']);
const siteRoles = new Set(['navigation', 'banner', 'contentinfo', 'search', 'complementary', 'dialog', 'alert']);
const siteNames =
  /(?:^|[\s_-])(?:breadcrumbs?|cookies?|cookie-?(?:consent|banner|notice|message|policy)|eu-cookie|skip(?:-?(?:link|to|nav))?|share|sharing|social|navbar|navigation|nav|menu|sidebar|related|pagination|site-?header|site-?footer|page-?footer|masthead|back-?to-?top|print-?link|feedback|search|toc|table-of-contents|contents-list|language-switch|newsletter|advert)(?:$|[\s_-])|^\s*(?:footer|header)\s*$|(?:^|\s)mg(?:Help|Navigation|Breadcrumbs?|Footer|Header)(?:$|\s)/i;

/** What pages ask and offer in words of their own, whatever the element is called. */
const siteWords =
  /^(?:(?:\^|↑)?\s*(?:back|return|go) to (?:the )?top(?: of (?:the |this )?page)?|top of (?:the )?page|(?:is|was) this page (?:useful|helpful)\??|did you find what you were looking for\??|(?:print|share|email) this page|rate this page|skip to (?:main )?content)$/i;

/** Whether a part of a page belongs to the site and not to the paper. */
export function isOfSite(element: Element, root: Element): boolean {
  if (element.namespaceURI !== html.NS.HTML) return false;
  const { tagName } = element;
  if (siteElements.has(tagName) || siteRoles.has(attribute(element, 'role'))) return true;
  // The header of the page, not that of an article.
  if (tagName === 'header' && root.tagName === 'body' && !hasHeading(element)) return true;
  if (blockElements.has(tagName) && lengthOf(element) < 60 && siteWords.test(textIn(element).replace(/\s+/g, ' ').trim())) return true;
  if (!blockElements.has(tagName) || tagName === 'table' || /^h[1-6]$/.test(tagName)) return false;
  // Names are guesses: a part with much text in it is content, whatever it is called.
  return siteNames.test(`${attribute(element, 'class')} ${attribute(element, 'id')}`) && lengthOf(element) < 600 && !hasHeading(element);
}
