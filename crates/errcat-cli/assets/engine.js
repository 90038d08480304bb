// The search: codes in any spelling, messages with arguments in them, words in both languages.
"use strict";

errcat.engine = (data) => {
  const { of, telling, distance, likeness, slip, folded, trimmed } = errcat.words;

  // Whatever is pasted, the page answers at once: only this many characters are searched for codes, and fewer for
  // messages and words; and only this many words and unknown codes are compared with all of the catalog.
  const SEARCHED_FOR_CODES = 200_000;
  const SEARCHED_FOR_TEXT = 10_000;
  const MOST_WORDS = 50;
  const MOST_UNKNOWN = 10;
  const LONGEST_UNKNOWN = 64;

  const entries = [];
  for (const service of data.services) {
    for (let count = service.entries; count > 0; count--) {
      const [code, title, status, kind, retry, group, message, ...more] = data.entries[entries.length];
      const wordings = more.find(Array.isArray) ?? [];
      const anchor = more.find((part) => typeof part === "string") ?? "";
      entries.push({
        at: entries.length,
        service,
        code,
        title,
        status,
        class: data.classes[kind],
        retry: data.retries[retry],
        group: group > 0 ? data.groups[group - 1] : null,
        message,
        templates: [message, ...wordings].map((parts) => new errcat.Template(parts, data.telling)),
        link: `${service.name}/${/^index$/i.test(code) ? "~" : ""}${code}.html${anchor && `#${anchor}`}`,
      });
    }
  }

  // Codes by their letters and digits, in every spelling of the prefix.
  const codes = new Map();
  for (const entry of entries) {
    const spellings = entry.service.aliases
      .filter(([, prefix]) => entry.code.startsWith(`${prefix}.`))
      .map(([alias, prefix]) => alias + entry.code.slice(prefix.length));
    for (const spelling of [entry.code, ...spellings]) {
      const known = codes.get(folded(spelling));
      if (known === undefined) codes.set(folded(spelling), [entry]);
      else if (!known.includes(entry)) known.push(entry);
    }
  }
  const prefixes = data.services.flatMap((service) => service.prefixes.map((prefix) => [folded(prefix), service]));

  const places = wordPlaces(data, entries, of);

  /** The entries of all codes in a text, in the order of the text, and the codes that nobody knows. */
  const codesIn = (text) => {
    const found = new Set();
    const unknown = new Set();
    const isUnknown = (word) => unknown.size < MOST_UNKNOWN && word.length <= LONGEST_UNKNOWN && hasKnownPrefix(word);
    // The letters of escapes, of JSON and of colours, are no part of a code.
    const plain = text.replace(/(?:\u001b|\\(?:u001b|x1b|033|e))\[[\d;]*m|\\(?:[nrtfb]|u[0-9a-f]{4})/gi, " ");
    // A code, or a prefix and a number with a blank between them.
    for (const [token] of plain.matchAll(/[A-Za-z][A-Za-z0-9._-]*(?: \d{3,8}\b)?/g)) {
      const parts = token.split(" ");
      const candidates = [token, parts[0], token.replace(/(\d{3,8})[-_.].*$/, "$1")];
      const known = candidates.map((candidate) => codes.get(folded(candidate))).find(Boolean);
      if (known) for (const entry of known) found.add(entry);
      else if (isUnknown(parts[0])) unknown.add(trimmed(parts[0], "._-"));
    }
    // A lone word that is nearly a code, such as one with a letter for a digit.
    const lone = folded(text);
    const isLone = lone.length <= LONGEST_UNKNOWN && !/\s/.test(text.trim()) && /\d/.test(lone) && !codes.has(lone) && beginning(text).length === 0;
    if (isLone && prefixes.some(([prefix]) => lone.startsWith(prefix))) unknown.add(text.trim());
    return { found: [...found], unknown: [...unknown] };
  };

  /** Whether a word is a prefix of the catalog and a number. */
  const hasKnownPrefix = (word) => {
    const [, letters] = /^(.*?)\d{3,8}$/.exec(folded(word)) ?? [];
    return letters !== undefined && prefixes.some(([prefix]) => prefix === letters);
  };

  /** The entries whose message stands in a text, with the arguments there; the one with the most text first. */
  const messagesIn = (text) => {
    const bare = text.trim();
    // Places in the one are places in the other, unless a small letter is longer than its capital (`İ`).
    const small = bare.toLowerCase();
    const lower = small.length === bare.length ? small : bare;
    const hits = [];
    for (const entry of entries) {
      let best = null;
      for (const template of entry.templates) {
        const args = template.find(bare, lower);
        if (args && template.weight > (best?.score ?? 0)) best = { entry, args, score: template.weight };
      }
      if (best) hits.push(best);
    }
    hits.sort((a, b) => b.score - a.score || a.entry.at - b.entry.at);
    // A short message that stands in the text by chance is not what the text says.
    return hits.filter((hit) => hit.score * 2 > hits[0].score);
  };

  /** The entries that have these words of a query, the best first. */
  const wordsIn = (query, wanted) => {
    const scores = new Map();
    for (const word of wanted) {
      const alike = places.alike(word, likeness, slip);
      const best = new Map();
      let holders = 0;
      for (const [known, like] of alike) {
        const weights = places.of(known);
        holders = Math.max(holders, weights.size);
        for (const [at, weight] of weights) best.set(at, Math.max(best.get(at) ?? 0, weight * like));
      }
      const rarity = Math.log(1 + entries.length / (1 + holders));
      for (const [at, weight] of best) {
        const score = scores.get(at) ?? { sum: 0, words: 0 };
        score.sum += weight * rarity;
        score.words += 1;
        scores.set(at, score);
      }
    }
    const phrase = query.trim().toLowerCase();
    const hits = [...scores].map(([at, { sum, words }]) => {
      const entry = entries[at];
      const shown = `${entry.title}\n${entry.message.join("")}`.toLowerCase();
      // All words count for much more than some of them; words side by side for more still.
      const together = phrase.length > 3 && shown.includes(phrase) ? 2 : 1;
      return { entry, score: ((sum * words) / wanted.length) * together };
    });
    hits.sort((a, b) => b.score - a.score || a.entry.at - b.entry.at);
    return hits.filter((hit) => hit.score >= hits[0].score * 0.25);
  };

  /** The codes nearest to one that there is not, best first: the same prefix, and a number like it. */
  const nearest = (code, count) => {
    const wanted = folded(code);
    const near = [];
    for (const [known, [entry]] of codes) {
      const slips = distance(wanted, known, 3);
      if (slips <= 3) near.push({ entry, slips, apart: Math.abs(parseInt(wanted.replace(/^\D+/, "0"), 10) - parseInt(known.replace(/^\D+/, "0"), 10)) });
    }
    near.sort((a, b) => a.slips - b.slips || a.apart - b.apart || a.entry.at - b.entry.at);
    return [...new Set(near.map(({ entry }) => entry))].slice(0, count);
  };

  /** What stands for another service than people think: `MSGSMS` for `SMS`. */
  const confusion = (code) => {
    const all = data.services.flatMap((service) => service.confused_with);
    return all.find(([prefix]) => folded(code).startsWith(folded(prefix)))?.[1] ?? null;
  };

  /** Entries whose code begins so: `sms.380`. */
  const beginning = (query) => {
    const start = folded(query);
    if (!/^[\s[("'`]*[A-Za-z][\w.-]*$/.test(query) || !prefixes.some(([prefix]) => start.startsWith(prefix))) return [];
    return entries.filter((entry) => folded(entry.code).startsWith(start));
  };

  /**
   * What a query finds: `kind` says how it was read (`codes`, `unknown`, `start`, `messages`, `words`), `hits` are the
   * entries, the best first, each with its arguments where a message was found; `words` are those that were looked for.
   */
  const search = (pasted) => {
    const { found, unknown } = codesIn(pasted.slice(0, SEARCHED_FOR_CODES));
    const query = pasted.slice(0, SEARCHED_FOR_TEXT);
    const isText = /\s/.test(query.trim()) && query.trim().length > 12;
    const messages = isText ? messagesIn(query) : [];
    const told = new Map(messages.map((hit) => [hit.entry, hit]));
    if (found.length > 0) {
      // Of the meanings of a code, the one that the message tells comes first.
      const order = found.map((entry) => entry.code);
      const rank = (entry) => order.indexOf(entry.code) - (told.has(entry) ? 0.5 : 0);
      const hits = [...found].sort((a, b) => rank(a) - rank(b) || a.at - b.at);
      return { kind: "codes", unknown, hits: hits.map((entry) => told.get(entry) ?? { entry }) };
    }
    if (messages.length > 0) return { kind: "messages", unknown, hits: messages };
    const start = beginning(query);
    if (start.length > 0) return { kind: "start", unknown: [], hits: start.map((entry) => ({ entry })) };
    if (unknown.length > 0) {
      const near = unknown.flatMap((code) => nearest(code, 5));
      return { kind: "unknown", unknown, note: confusion(unknown[0]), hits: [...new Set(near)].map((entry) => ({ entry })) };
    }
    const words = telling(query).slice(0, MOST_WORDS);
    return { kind: "words", unknown: [], words, note: confusion(query), hits: wordsIn(query, words) };
  };

  return { search, nearest, entries };

  /** The words of all entries, each with the entries that have it and how much it counts there. */
  function wordPlaces(index, all, split) {
    const SHOWN = 6;
    const HIDDEN = 3;
    const CODE = 12;
    const known = new Map();
    const add = (word, at, weight) => {
      let weights = known.get(word);
      if (!weights) known.set(word, (weights = new Map()));
      if ((weights.get(at) ?? 0) < weight) weights.set(at, weight);
    };
    for (const entry of all) {
      for (const word of split(entry.code)) add(word, entry.at, CODE);
      const texts = [entry.title, ...entry.templates.map((template) => template.text)];
      for (const word of texts.flatMap(split)) add(word, entry.at, SHOWN);
      for (const word of split(`${entry.status || ""} ${entry.class.join(" ")}`)) add(word, entry.at, 1.5);
    }
    // Titles of services stand once: they count for all their entries, when they are asked for.
    for (const entry of all) for (const word of split(entry.service.title)) add(word, entry.at, 1.5);
    const pairs = index.pairs.split(" ").flatMap(([first, ...others]) => others.map((other) => first + other));
    const words = [...index.words.split(" "), ...pairs].filter(Boolean);
    const coded = new Map(index.places.split(" ").map((digits, at) => [words[at], digits]));
    const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    const vocabulary = [...new Set([...known.keys(), ...words])].filter((word) => /^[ -~]+$/.test(word));

    return {
      /** The entries that have a word, with how much it counts there. */
      of(word) {
        const digits = coded.get(word);
        if (digits) {
          coded.delete(word);
          let [at, shift, step] = [0, 0, 0];
          for (const digit of digits) {
            const value = DIGITS.indexOf(digit);
            step += (value % 32) * 2 ** shift;
            shift += 5;
            if (value >= 32) continue;
            at += step;
            add(word, at, HIDDEN);
            [shift, step] = [0, 0];
          }
        }
        return known.get(word) ?? new Map();
      },
      /** The words of the catalog that are like one, with how like they are. */
      alike(word, isLike, isSlip) {
        const is = known.has(word) || coded.has(word);
        if (!/^[ -~]+$/.test(word)) return is ? [[word, 1]] : [];
        const alike = (like) => vocabulary.map((other) => [other, like(word, other)]).filter(([, share]) => share > 0);
        const forms = alike(isLike);
        return forms.length > 0 ? forms : alike(isSlip);
      },
    };
  }
};
