// A message with placeholders, to be found in texts.
"use strict";

errcat.Template = class Template {
  /**
   * `parts` are text, name of a placeholder, text, and so on. A message with fewer characters than `telling` may be in a
   * longer text by chance.
   */
  constructor(parts, telling) {
    this.telling = telling;
    this.literals = parts.filter((_, at) => at % 2 === 0).map((text) => text.toLowerCase());
    this.names = parts.filter((_, at) => at % 2 === 1);
    // A full stop at the end is not insisted on.
    if (this.names.length < this.literals.length) {
      this.literals.push(errcat.words.trimmed(this.literals.pop(), ".。 \t\n"));
    } else {
      this.literals.push("");
    }
    this.text = parts.filter((_, at) => at % 2 === 0).join(" ");
    this.weight = this.literals.reduce((sum, text) => sum + text.length, 0);
  }

  /**
   * The arguments of the message where it stands in a text, by name; `null` where it does not. From left to right, each
   * argument as short as can be: every text is read once. `lower` is the text in small letters.
   */
  find(text, lower) {
    if (this.weight === 0) return null;
    const whole = this.literals[0] !== "" && lower.startsWith(this.literals[0]);
    if (!whole && this.weight < this.telling) return null;
    let at = this.literals[0] === "" ? 0 : lower.indexOf(this.literals[0]);
    if (at < 0) return null;
    at += this.literals[0].length;
    const args = [];
    for (const [hole, name] of this.names.entries()) {
      const literal = this.literals[hole + 1];
      const last = hole + 1 === this.names.length;
      // What ends the text, or the message in it.
      const end = literal === "" && last ? Template.ending(text, at) : lower.indexOf(literal, at);
      if (end < 0) return null;
      args.push([name, text.slice(at, end).trim()]);
      at = end + literal.length;
    }
    // A message that is all of a short text must reach its end.
    if (this.weight < this.telling && /[^\s.。"'}\]]/.test(text.slice(at))) return null;
    return args.some(([, value]) => value.length > 300) ? null : args;
  }

  /** Where an argument at the end of a message ends: at a quote, a brace or a line's end. */
  static ending(text, from) {
    const end = text.slice(from).search(/["\n}]/);
    return end < 0 ? text.length : from + end;
  }
};
