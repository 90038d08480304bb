// What all pages do: switch theme and language, copy, and share a few helpers.
"use strict";

const errcat = (() => {
  const page = document.documentElement;
  const isChinese = page.lang.startsWith("zh");

  /** One of two texts, by the language of the page. */
  const t = (en, zh) => (isChinese ? zh : en);

  const remember = (key, value) => {
    try {
      if (value === null) localStorage.removeItem(key);
      else localStorage.setItem(key, value);
    } catch {
      // Storage is switched off: the choice holds for this page.
    }
  };

  /** An element with attributes and children; text is never read as HTML. */
  const element = (name, attributes, ...children) => {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...children);
    return made;
  };

  let waiting = null;
  /** Loads the search index, once. It is a script: pages that are opened as files may load no other data. */
  const index = () => {
    waiting ??= new Promise((resolve, reject) => {
      const script = element("script", {
        src: `${page.dataset.root}assets/index.${page.dataset.lang}.js`,
      });
      errcat.load = (data) => resolve(errcat.engine(data));
      script.onerror = () => {
        waiting = null;
        reject(new Error("the search index cannot be loaded"));
      };
      document.head.append(script);
    });
    return waiting;
  };

  /** The folder of the pages in a language: none for the first one. */
  const folder = (lang) => (lang === page.dataset.languages.split(" ")[0] ? "" : `${lang}/`);

  return { element, folder, index, remember, t };
})();

{
  const page = document.documentElement;
  const system = matchMedia("(prefers-color-scheme: dark)");
  const button = document.getElementById("theme");
  const isDark = () => (page.dataset.theme ? page.dataset.theme === "dark" : system.matches);
  const show = () => button.setAttribute("aria-pressed", String(isDark()));
  button.addEventListener("click", () => {
    const dark = !isDark();
    // What the system says needs no choice, and follows the system again.
    if (dark === system.matches) delete page.dataset.theme;
    else page.dataset.theme = dark ? "dark" : "light";
    errcat.remember("errcat-theme", page.dataset.theme ?? null);
    show();
  });
  system.addEventListener("change", show);
  show();
}

// Another language takes the place of this page: the way back leads to where the reader came from.
for (const link of document.querySelectorAll("a.language")) {
  link.addEventListener("click", (event) => {
    errcat.remember("errcat-lang", link.dataset.lang);
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    location.replace(link.href.split("#")[0] + location.hash);
  });
}

// Copying: by the clipboard, or by selecting what is to be copied where the browser has none (pages without HTTPS).
document.addEventListener("click", async (event) => {
  const button = event.target.closest?.("button.copy");
  if (!button) return;
  let copied = true;
  try {
    await navigator.clipboard.writeText(button.dataset.copy);
  } catch {
    const area = errcat.element("textarea", { class: "unseen", tabindex: "-1", "aria-hidden": "true" });
    area.value = button.dataset.copy;
    document.body.append(area);
    area.select();
    copied = document.execCommand("copy");
    area.remove();
    button.focus();
  }
  if (!copied) return;
  button.classList.add("done");
  const label = (button.dataset.label ??= button.getAttribute("aria-label"));
  button.setAttribute("aria-label", errcat.t("Copied", "已复制"));
  setTimeout(() => {
    button.classList.remove("done");
    button.setAttribute("aria-label", label);
  }, 1500);
});
