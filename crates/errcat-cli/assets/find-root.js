
// A server shows this page under the address that was asked for. Finds the folder of the site in it, makes that the
// base of all links, and loads style and scripts from there.
(() => {
  "use strict";
  const { services, base, folder } = document.currentScript.dataset;
  const page = document.documentElement;
  const own = location.pathname.split("/");
  const isItself = own.at(-1) === "404.html";

  /** The folder that the address tells of: what stands before a service or a language in it. */
  const told = () => {
    if (isItself) return own.slice(0, folder ? -2 : -1).join("/") + "/";
    if (base && (location.pathname + "/").startsWith(base)) return base;
    const known = [...services.split(" "), "zh"];
    const at = own.findIndex((part, at) => at > 0 && at < own.length - 1 && known.includes(part));
    return own.slice(0, at > 0 ? at : -1).join("/") + "/";
  };

  const decoded = (address) => {
    try {
      return decodeURIComponent(address);
    } catch {
      return address; // A percent sign that begins nothing.
    }
  };

  const start = (root) => {
    // The Chinese pages have a page of their own for this.
    const asked = location.pathname.slice(root.length);
    if (!isItself && !folder && asked.startsWith("zh/")) {
      location.replace(`${root}zh/404.html#${asked}`);
      return;
    }
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
    // The address told of a wrong folder: the site may begin further up.
    style.onerror = () => {
      style.remove();
      const parent = root.slice(0, root.slice(0, -1).lastIndexOf("/") + 1);
      if (root !== "/" && parent) start(parent);
    };
  };
  start(told());
})();
