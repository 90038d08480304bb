// Runs before the page is drawn: the theme and the language that the reader chose, so that nothing flashes.
(() => {
  "use strict";
  const page = document.documentElement;
  page.classList.add("js");
  const remembered = (key) => {
    try {
      return localStorage.getItem(key);
    } catch {
      return null; // Storage is switched off.
    }
  };
  const theme = remembered("errcat-theme");
  if (theme === "dark" || theme === "light") page.dataset.theme = theme;

  const lang = remembered("errcat-lang");
  const languages = (page.dataset.languages ?? "").split(" ");
  const folder = (tag) => (tag === languages[0] ? "" : `${tag}/`);
  if (!lang || lang === page.dataset.lang || !languages.includes(lang)) return;
  if (!document.querySelector("link[rel=alternate][hreflang]")) return;
  // By the path alone: a copy of the site at another address stays where it is.
  const root = new URL(page.dataset.root || "./", location.href);
  const inside = location.pathname.slice(root.pathname.length + folder(page.dataset.lang).length);
  const other = new URL(`./${folder(lang)}${inside}`, root);
  location.replace(other.href + location.search + location.hash);
})();
