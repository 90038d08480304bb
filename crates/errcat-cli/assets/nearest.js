// The page of unknown addresses: what was asked for, and the codes that are nearest to it.
"use strict";

{
  const { element, t } = errcat;
  const page = document.documentElement;
  const asked = page.dataset.asked ?? "";
  document.getElementById("asked").textContent = asked;

  // The same address in the other language.
  const language = document.getElementById("language");
  if (asked) language.href = `${language.href}#${t("zh/", "")}${encodeURI(asked.replace(/^zh\//, ""))}`;

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
              { href: page.dataset.root + t("", "zh/") + entry.link },
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
