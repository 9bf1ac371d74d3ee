/** Last words of the names of bodies that papers go to, whatever else may be one. */
const bodies = ['committee', 'sub-committee', 'panel', 'board', 'cabinet', 'commission', 'executive', 'forum'] as const;

const endsWith = (words: readonly string[]): RegExp => new RegExp(`\\b(?:${words.join('|')})$`, 'i');

/** Ends with the name of a body that papers go to. */
export const bodyWords = endsWith([...bodies, 'council']);
/** Ends with the name of any meeting that has minutes. */
export const bodyNames = endsWith([...bodies, 'council', 'group', 'partnership', 'network', 'assembly']);
/** Ends with the name of a body that may stand on a line of its own at the head of a paper. A council there is whose paper it is. */
export const headLineNames = endsWith([...bodies, 'group']);
/** Holds, anywhere, what may be the last word of the name of a body. */
export const holdsBody = new RegExp(`\\b(?:${[...bodies, 'council', 'group', 'partnership'].join('|')})\\b`, 'i');

/** "Children and Families Committee - Monday, 8th July, 2024 10.30 am", as the page of a committee system heads its minutes. */
export const pageHeading = /^(\p{Lu}.{3,100}?)(?:\s*\([^()]*\))?\s+[-–—]\s+((?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s.{6,60})$/iu;
/** "Report to Children's Scrutiny Panel, 20 February 2024". */
export const addressedTo = /^(?:Report|REPORT|Paper|Briefing|Update) (?:to|for|TO|FOR) (?:the |THE )?(\p{Lu}.{3,120})$/u;
