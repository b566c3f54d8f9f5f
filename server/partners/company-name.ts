const LEGAL_FORMS =
  /\b(gmbh|mbh|ug|ag|kg|ohg|gbr|se|ltd|limited|llc|llp|inc|incorporated|corp|corporation|co|company|plc|sa|sas|sarl|srl|spa|sl|bv|nv|oy|ab|as|aps|kft|zrt|sro|spzoo|doo|ooo|ao|zao|pte|pty|pvt|sdn|bhd|kk|tbk|pt|eirl|ltda|me|epp)\b/g

/** A company's name for comparison: case, diacritics, punctuation and legal form left out. */
export function companyKey(name: string): string {
  const folded = name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[.’']/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
  return folded.replace(LEGAL_FORMS, ' ').replace(/\s+/g, ' ').trim() || folded
}
