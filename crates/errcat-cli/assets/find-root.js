
// A server shows this page under the address that was asked for. Finds the folder of the site in it, makes that the
// base of all links, and loads style and scripts from there.
(() => {
  "use strict";
  const { services, base, folder, trees } = document.currentScript.dataset;
  const page = document.documentElement;
  const own = location.pathname.split("/");
  const isItself = own.at(-1) === "404.html";

  /** Folders that may be the site's, the likeliest first. */
  const candidates = () => {
    const folderAt = (end) => `${own.slice(0, end).join("/")}/`;
    if (isItself) return [folderAt(folder ? -2 : -1)];
    const known = [...services.split(" "), ...trees.split(" ")].filter(Boolean);
    const service = own.findIndex((part, at) => at > 0 && at < own.length - 1 && known.includes(part));
    // A site that says where it lies may be looked at elsewhere.
    const told = base && location.pathname.startsWith(base) ? [base] : [];
    const before = service > 0 ? [folderAt(service)] : [];
    const above = own.map((_, at) => folderAt(own.length - 1 - at)).slice(0, -1);
    return [...new Set(base === "/" ? [...before, ...told, ...above] : [...told, ...before, ...above])];
  };

  const decoded = (address) => {
    try {
      return decodeURIComponent(address);
    } catch {
      return address; // A percent sign that begins nothing.
    }
  };

  const start = ([root, ...others]) => {
    const asked = location.pathname.slice(root.length);
    page.dataset.asked = decoded(isItself ? location.hash.slice(1) : asked);
    page.dataset.root = root;
    let set = document.querySelector("base");
    if (!set) document.head.prepend((set = document.createElement("base")));
    set.href = root + folder;
    const load = (name, attributes) => {
      const made = Object.assign(document.createElement(name), attributes);
      made.setAttribute("blocking", "render");
      document.head.append(made);
      return made;
    };
    const style = load("link", { rel: "stylesheet", href: `${root}assets/style.css` });
    style.onload = () => {
      // The pages of other languages have a page of their own for this.
      const tree = trees.split(" ").find((name) => name && asked.startsWith(`${name}/`));
      if (!isItself && !folder && tree) {
        location.replace(`${root}${tree}/404.html#${asked}`);
        return;
      }
      load("link", { rel: "icon", href: `${root}assets/favicon.svg` });
      load("script", { src: `${root}assets/early.js`, async: false });
      const rest = () => {
        for (const name of ["site", "words", "template", "engine", "search", "nearest"]) {
          load("script", { src: `${root}assets/${name}.js`, async: false });
        }
      };
      if (document.readyState === "loading") addEventListener("DOMContentLoaded", rest);
      else rest();
    };
    style.onerror = () => {
      style.remove();
      if (others.length > 0) start(others);
    };
  };
  start(candidates());
})();
