// The search box: a combobox with the results as its listbox.
"use strict";

{
  const { element, t } = errcat;
  const MOST = 20;
  const input = document.getElementById("query");
  const box = input.closest(".search");
  const panel = box.querySelector(".panel");
  const status = box.querySelector(".found");
  const list = document.getElementById("results");
  const root = document.documentElement.dataset.root;
  /** A text that was pasted as a whole, while the box shows its beginning. */
  let pasted = null;
  let chosen = -1;
  let asked = 0;

  const options = () => [...list.children];

  const choose = (at) => {
    const all = options();
    all[chosen]?.setAttribute("aria-selected", "false");
    chosen = all.length === 0 ? -1 : (at + all.length) % all.length;
    const option = all[chosen];
    if (option === undefined) {
      input.removeAttribute("aria-activedescendant");
      return;
    }
    option.setAttribute("aria-selected", "true");
    input.setAttribute("aria-activedescendant", option.id);
    option.scrollIntoView({ block: "nearest" });
  };

  const close = () => {
    panel.hidden = true;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };

  const open = () => {
    panel.hidden = false;
    input.setAttribute("aria-expanded", String(list.childElementCount > 0));
  };

  /** What was understood, for people who see and who listen. */
  const summary = ({ kind, unknown, hits, note }) => {
    const count = hits.length;
    const many = (en, zh) => t(`${count} ${en}${count === 1 ? "" : "s"}`, `${count}${zh}`);
    const missing = unknown.slice(0, 3).join(t(", ", "、"));
    if (kind === "unknown") {
      const what = note ? t(` ${note}`, note) : "";
      const is = t(`${missing} is not in the catalog.`, `目录中没有${missing}。`) + what;
      return count > 0 ? is + t(" Nearest codes:", "相近的错误码：") : is;
    }
    if (note) return note;
    if (count === 0) return t("Nothing found.", "没有找到结果。");
    if (kind === "codes") {
      const codes = new Set(hits.map(({ entry }) => entry.code)).size;
      const found = t(`${codes} code${codes === 1 ? "" : "s"} found`, `找到${codes}个错误码`);
      return missing ? found + t(`; not in the catalog: ${missing}`, `；目录中没有${missing}`) : found;
    }
    if (kind === "messages") return many("matching message", "条匹配的错误信息");
    return many("result", "条结果");
  };

  /** A text with the words of the query marked. */
  const marked = (text, words) => {
    const known = words.filter((word) => word.length > 1).map((word) => word.replace(/[^\p{L}\p{N}]/gu, "\\$&"));
    if (known.length === 0) return [text];
    const parts = text.split(new RegExp(`(${known.join("|")})`, "iu"));
    return parts.map((part, at) => (at % 2 === 1 ? element("mark", {}, part) : part)).filter((part) => part !== "");
  };

  /** A message with its placeholders, or with the arguments that were found in their place. */
  const message = (entry, args, words) => {
    const values = new Map(args ?? []);
    const parts = entry.message.map((part, at) => {
      if (at % 2 === 0) return marked(part, words);
      const value = values.get(part);
      return element("var", value ? { class: "value", title: part } : {}, value || part);
    });
    return element("span", { class: "hit-message", lang: entry.service.lang }, ...parts.flat());
  };

  const option = ({ entry, args }, at, words) =>
    element(
      "a",
      {
        role: "option",
        id: `result-${at}`,
        href: root + (t("", "zh/") + entry.link),
        tabindex: "-1",
        "aria-selected": "false",
      },
      element("span", { class: "code" }, entry.code),
      element("span", { class: "hit-title" }, ...marked(entry.title, words)),
      element("span", { class: "hit-status" }, entry.status ? String(entry.status) : ""),
      ...(entry.message.length > 0 ? [message(entry, args, words)] : []),
    );

  const update = async () => {
    const query = pasted ?? input.value;
    const turn = ++asked;
    // One letter says nothing; one Chinese character is a word.
    if (/^[ -~]?$/.test(query.trim())) {
      list.replaceChildren();
      close();
      return;
    }
    let engine;
    try {
      engine = await errcat.index();
    } catch {
      status.textContent = t("The search index cannot be loaded.", "无法加载搜索索引。");
      open();
      return;
    }
    // A later letter has asked anew.
    if (turn !== asked) return;
    const result = engine.search(query);
    const words = result.kind === "words" ? errcat.words.telling(query) : [];
    status.textContent = summary(result);
    list.replaceChildren(...result.hits.slice(0, MOST).map((hit, at) => option(hit, at, words)));
    list.hidden = result.hits.length === 0;
    chosen = -1;
    choose(0);
    open();
  };

  input.addEventListener("focus", () => {
    errcat.index().catch(() => {});
    if (input.value.trim() !== "" && panel.hidden) update();
  });
  input.addEventListener("input", () => {
    pasted = null;
    update();
  });
  input.addEventListener("paste", (event) => {
    const text = event.clipboardData?.getData("text/plain") ?? "";
    // Line ends tell one error of a log from the next, and a box of one line drops them.
    if (input.value !== "" || (!text.includes("\n") && text.length < 1000)) return;
    event.preventDefault();
    pasted = text;
    const line = text.trim().replace(/\s+/g, " ");
    input.value = line.length > 200 ? `${line.slice(0, 200)}…` : line;
    update();
  });
  input.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    const steps = { ArrowDown: 1, ArrowUp: -1 };
    if (event.key in steps) {
      event.preventDefault();
      if (panel.hidden) update();
      else choose(chosen + steps[event.key]);
    } else if (event.key === "Enter") {
      const target = options()[panel.hidden ? 0 : chosen];
      if (target) {
        event.preventDefault();
        if (event.ctrlKey || event.metaKey) globalThis.open(target.href, "_blank", "noopener");
        else target.click();
      }
    } else if (event.key === "Escape") {
      event.preventDefault();
      if (!panel.hidden) close();
      else if (input.value !== "") {
        input.value = "";
        pasted = null;
        update();
      } else input.blur();
    }
  });
  list.addEventListener("pointermove", (event) => {
    const at = options().indexOf(event.target.closest("[role=option]"));
    if (at >= 0 && at !== chosen) choose(at);
  });
  // A result on this very page only moves to an anchor.
  list.addEventListener("click", close);
  document.addEventListener("pointerdown", (event) => {
    if (!box.contains(event.target)) close();
  });
  box.addEventListener("focusout", (event) => {
    if (event.relatedTarget && !box.contains(event.relatedTarget)) close();
  });
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
    if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    input.focus();
    input.select();
  });
}
