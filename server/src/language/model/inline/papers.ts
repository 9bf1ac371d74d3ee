/** Words that a paper which a report may rest on is called by. */
const paperWord =
  /^(?:Plan|Review|Audit|Assessment|Self-Assessment|Self-Evaluation|Survey|Evaluation|Framework|Strategy|Protocol|Dashboard|Scorecard)$/;

/**
 * Papers that a text names in capitals, such as "Service Improvement Plan" or "Case File Audit". A name needs two words at the
 * least, so that a plain "Plan" is not taken for one.
 */
export function findPapers(text: string): readonly string[] {
  const names: string[] = [];
  const words = text.split(' ');
  let start = 0;
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!.replace(/^[("“‘]+|[)"”’.,;:]+$/g, '');
    if (!/^[A-ZÀ-Þ][A-Za-zÀ-ɏ’'-]*$/u.test(word)) {
      start = i + 1;
      continue;
    }
    if (/^(?:The|A|An|Our|This|That|Its|Their|In|On|For|All|Each|Every|If|When|As)$/.test(word)) start = i + 1;
    if (paperWord.test(word) && i - start >= 1 && i - start <= 6)
      names.push([...words.slice(start, i), word].join(' ').replace(/^[("“‘]+/, ''));
    if (/[.,;:)]$/.test(words[i]!)) start = i + 1;
  }
  return names;
}
