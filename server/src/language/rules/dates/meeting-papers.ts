/** Words by which a paper says why it comes late; the law asks for them (Local Government Act 1972, section 100B(4)(b)). */
const latenessReason = /100B\s?\(4\)|\bspecial circumstances\b|\breasons? for (?:the )?(?:urgency|lateness|late)|\blate (?:item|report|paper|business|material)|\burgent (?:item|business)|\bmatter of urgency\b|\bby reason of\b|\bto follow\b/i;

/** Whether a document says why papers of it come late. */
export const saysWhyLate = (text: string): boolean => latenessReason.test(text);
