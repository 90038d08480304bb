// The page of unknown addresses: what was asked for, and the codes that are nearest to it.
"use strict";

{
  const { element, folder } = errcat;
  const page = document.documentElement;
  const asked = page.dataset.asked ?? "";
  document.getElementById("asked").textContent = asked;

  const own = folder(page.dataset.lang);

  // The same address in the other languages.
  const inside = asked.startsWith(own) ? asked.slice(own.length) : asked;
  for (const link of document.querySelectorAll("a.language")) {
    if (asked) link.href = `${link.href}#${folder(link.dataset.lang)}${encodeURI(inside)}`;
  }

  const code = asked.split("/").at(-1).replace(/\.html?$/, "");
  if (/\d/.test(code)) {
    errcat.index().then(
      ({ nearest }) => {
        const near = nearest(code, 6);
        const section = document.getElementById("nearest");
        section.hidden = near.length === 0;
        const links = near.map((entry) =>
          element(
            "li",
            {},
            element(
              "a",
              { href: page.dataset.root + own + entry.link },
              element("span", { class: "code" }, entry.code),
              " ",
              element("span", {}, entry.title),
            ),
          ),
        );
        section.querySelector("ul").replaceChildren(...links);
      },
      () => {}, // The links below are there without it.
    );
  }
}
