export type ErrorCode = keyof Params;

/** A value in a message. */
export type Argument = string | number;

/** A text, `null` in a language that it is not written in. Steps are numbered, one per line. */
export interface Text {
  readonly en: string | null;
  readonly zh: string | null;
}

/** What a layer of an overlay adds to a meaning. */
export interface Addition {
  readonly layer: string;
  readonly severity: Severity | null;
  readonly owner: string | null;
  /** The address of a page. */
  readonly runbook: string | null;
  /** What else to do. */
  readonly remediation: Text | null;
}

/** That programs should no longer expect a meaning. */
export interface Deprecation {
  /** Since when: a version or a date. */
  readonly since: string | null;
  /** Why, and what to do instead. */
  readonly note: Text | null;
}

/** One documented meaning of a code. */
export interface Meaning {
  readonly name: string;
  /** HTTP status, where one is documented. */
  readonly status: number | null;
  readonly group: Text | null;
  /** The message with its placeholders, as documented. */
  readonly message: string | null;
  readonly description: Text;
  readonly remediation: Text;
  readonly note: Text | null;
  readonly class: Class;
  /** Whether repeating the request can succeed. */
  readonly retry: Retry;
  /** How many seconds to wait before the request is repeated, where the response does not say. */
  readonly retry_after: number | null;
  readonly severity: Severity | null;
  readonly lifecycle: Lifecycle;
  /** Since when there is such an entry: a version or a date. */
  readonly since: string | null;
  readonly deprecated: Deprecation | null;
  /** The code to use in its place. */
  readonly replaced_by: string | null;
  readonly undocumented: boolean;
  /** Title of the document that it comes from. */
  readonly source: string;
  /** The address of the page about it. */
  readonly url: string | null;
  /** What overlays add, in their order. */
  readonly additions: readonly Addition[];
}

/** A code with its first meaning. */
export interface ErrorInfo<C extends ErrorCode = ErrorCode> extends Meaning {
  readonly code: C;
  readonly service: string;
  /** Names of the message's arguments. */
  readonly params: readonly string[];
  /** The message in parts: text, or the position of a parameter. */
  readonly template: readonly (string | number)[];
  /** The other meanings of the code. */
  readonly others: readonly Meaning[];
}

/** Whether a text is a code, as it is documented. */
export function isErrorCode(text: string): text is ErrorCode {
  return Object.prototype.hasOwnProperty.call(errors, text);
}

/** The code that stands on the wire, in any of its spellings; undefined for one that is not known. */
export function find(text: string): ErrorInfo | undefined {
  const code = Object.prototype.hasOwnProperty.call(aliases, text) ? aliases[text] : text;
  return code !== undefined && isErrorCode(code) ? errors[code] : undefined;
}

/** The message of a code's first meaning, with these arguments in it. */
export function format<C extends ErrorCode>(code: C, args: Params[C]): string {
  const info: ErrorInfo = errors[code];
  const values = args as Readonly<Record<string, Argument | readonly Argument[]>>;
  const show = (value: Argument | readonly Argument[] | undefined): string =>
    typeof value === "object" ? `[${value.join(", ")}]` : String(value ?? "");
  return info.template
    .map((part) => (typeof part === "string" ? part : show(values[info.params[part] ?? ""])))
    .join("");
}
