/** Numbers that identify one person, told from other numbers by their check figures. Pure; never throw. */

/**
 * Whether ten figures are an NHS number: the eleven-times check of the NHS Data Dictionary, and a first figure that is issued in
 * England, Wales or the Isle of Man (4, 6, 7), or that is kept for tests (9).
 */
export function isNhsNumber(figures: string): boolean {
  if (!/^[4679]\d{9}$/.test(figures) || /^(\d)\1{9}$/.test(figures)) return false;
  let sum = 0;
  for (let i = 0; i < 9; i++) sum += Number(figures[i]) * (10 - i);
  const check = 11 - (sum % 11);
  return check !== 10 && Number(figures[9]) === (check === 11 ? 0 : check);
}

/** Letters of the check and of temporary numbers, in their order. */
const pupilLetters = 'ABCDEFGHJKLMNPQRTUVWXYZ';

/**
 * Whether a letter, eleven figures and a figure or letter are a unique pupil number: the sum of the figures times their places (2 to 13),
 * by 23, gives the first letter. A temporary number ends in a letter, which counts by its place in the row.
 */
export function isUniquePupilNumber(text: string): boolean {
  if (!/^[A-Z]\d{11}[0-9A-Z]$/.test(text)) return false;
  let sum = 0;
  for (let i = 1; i <= 12; i++) {
    const value = i === 12 && /[A-Z]/.test(text[12]!) ? pupilLetters.indexOf(text[12]!) : Number(text[i]);
    if (value < 0) return false;
    sum += value * (i + 1);
  }
  return pupilLetters[sum % 23] === text[0];
}

/** Whether letters and figures without spaces are a national insurance number: the prefixes that are not issued are left out. */
export function isNationalInsuranceNumber(text: string): boolean {
  return /^[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]\d{6}[A-D]$/.test(text) && !/^(?:BG|GB|KN|NK|NT|TN|ZZ)/.test(text);
}
