// Words of texts in both languages, as the index has them, and how like two of them are.
"use strict";

errcat.words = (() => {
  const COMMON = new Set(
    (
      "a an and are as at be by can cannot do does for from has how i in is it my no not of on or the this to was " +
      "what when why with error code"
    ).split(" "),
  );
  const HUMP = /(?<=\p{Ll})(?=\p{Lu}.\p{L})|(?<=\p{Lu})(?=\p{Lu}\p{Ll}\p{L})/gu;
  const LETTERS = /([\u3400-\u9fff\uf900-\ufaff]+)|(?:(?![\u3400-\u9fff\uf900-\ufaff])[\p{Alphabetic}\p{N}])+/gu;

  /** The words of a text, in small letters. Chinese has no blanks: every two neighbours are a word. */
  const of = (text) => {
    const words = [];
    for (const [run, chinese] of text.replace(HUMP, " ").matchAll(LETTERS)) {
      if (!chinese) words.push(run.toLowerCase());
      else if (run.length === 1) words.push(run);
      else for (let at = 0; at + 1 < run.length; at++) words.push(run.slice(at, at + 2));
    }
    return words;
  };

  const PARTICLE = /[的了和或与及并在将被把请是为等]/;

  /** The words of a query that say something, each once. */
  const telling = (text) => {
    const all = [...new Set(of(text))];
    const kept = all.filter((word) => !COMMON.has(word) && !(word.length > 1 && PARTICLE.test(word)));
    return kept.length > 0 ? kept : all;
  };

  /** How many letters have to be changed, left out, put in or swapped; `limit` + 1 for any greater number. */
  const distance = (a, b, limit) => {
    if (Math.abs(a.length - b.length) > limit) return limit + 1;
    let [before, last] = [[], Array.from({ length: b.length + 1 }, (_, at) => at)];
    for (let i = 1; i <= a.length; i++) {
      const row = [i];
      for (let j = 1; j <= b.length; j++) {
        const change = last[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1);
        row[j] = Math.min(change, last[j] + 1, row[j - 1] + 1);
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
          row[j] = Math.min(row[j], before[j - 2] + 1);
        }
      }
      if (Math.min(...row) > limit) return limit + 1;
      [before, last] = [last, row];
    }
    return last[b.length];
  };

  /** How like a word of a query is to one of the catalog: 1 for the same, 0 for another one. */
  const likeness = (wanted, known) => {
    if (wanted === known) return 1;
    if (wanted.length < 2 || !/^[ -~]+$/.test(wanted + known)) return 0;
    // A word that is being typed.
    if (known.startsWith(wanted)) return known.length - wanted.length <= 2 ? 0.9 : 0.7;
    if (/^\d+$/.test(wanted) || /^\d+$/.test(known) || known.length < 3) return 0;
    if (wanted.startsWith(known) && wanted.length - known.length <= 2) return 0.9;
    let common = 0;
    while (common < wanted.length && wanted[common] === known[common]) common++;
    if (common >= 5 && common + 2 >= Math.min(wanted.length, known.length)) return 0.6;
    return 0;
  };

  /** As `likeness`, for words that a slip of the fingers made. */
  const slip = (wanted, known) => {
    const shorter = Math.min(wanted.length, known.length);
    if (shorter < 4 || !/^[a-z]+$/.test(wanted)) return 0;
    const slips = shorter < 8 ? 1 : 2;
    return distance(wanted, known, slips) <= slips ? 0.5 : 0;
  };

  /** Letters and digits alone, in small letters: `[CSBS-6019]` is `csbs6019`. */
  const folded = (code) => code.replace(/[^A-Za-z0-9]/g, "").toLowerCase();

  /** A text without these characters at its end. (A regular expression would try each of them as a beginning.) */
  const trimmed = (text, characters) => {
    let end = text.length;
    while (end > 0 && characters.includes(text[end - 1])) end--;
    return text.slice(0, end);
  };

  return { of, telling, distance, likeness, slip, folded, trimmed };
})();
