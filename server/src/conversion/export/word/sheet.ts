/** A4, in twentieths of a point. */
export const sheet = { short: 11906, long: 16838, margin: 1134 };
