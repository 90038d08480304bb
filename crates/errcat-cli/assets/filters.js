// The filters of a service's table. They look at all parts of it: the rows come from the search index. What is chosen
// stands in the address, so that it can be kept and sent.
"use strict";

{
  const { element, t } = errcat;
  const form = document.getElementById("filters");
  const rows = document.getElementById("rows");
  const pages = document.getElementById("pages");
  const all = [...rows.children];

  const wanted = () => [...new FormData(form)].filter(([, value]) => value !== "");

  const tests = {
    status: (entry, value) => String(entry.status) === value,
    class: (entry, value) => entry.class[0] === value,
    retry: (entry, value) => entry.retry[0] === value,
    group: (entry, value) => entry.group?.[0] === value,
  };

  const row = (entry) => {
    const link = element("a", { href: entry.link.slice(entry.link.indexOf("/") + 1) }, entry.code);
    const cells = [link, entry.title, entry.status ? String(entry.status) : "–", entry.class[1], entry.retry[1]];
    return element("tr", {}, ...cells.map((cell) => element("td", {}, cell)));
  };

  const show = async () => {
    const chosen = wanted();
    const button = form.querySelector("button");
    button.hidden = chosen.length === 0;
    if (pages) pages.hidden = chosen.length > 0;
    const output = form.querySelector("output");
    if (chosen.length === 0) {
      output.value = "";
      rows.replaceChildren(...all);
      return;
    }
    const { entries } = await errcat.index();
    const passing = entries.filter(
      (entry) => entry.service.name === form.dataset.service && chosen.every(([name, value]) => tests[name](entry, value)),
    );
    rows.replaceChildren(...passing.map(row));
    output.value = t(`${passing.length} shown`, `显示${passing.length}条`);
  };

  const keep = () => {
    const address = new URLSearchParams(wanted()).toString();
    history.replaceState(null, "", address ? `#${address}` : location.pathname + location.search);
  };

  const restore = () => {
    const kept = new URLSearchParams(location.hash.slice(1));
    for (const select of form.querySelectorAll("select")) {
      const value = kept.get(select.name) ?? "";
      select.value = [...select.options].some((option) => option.value === value) ? value : "";
    }
    show();
  };

  if (form) {
    form.addEventListener("change", () => {
      keep();
      show();
    });
    form.addEventListener("reset", () => {
      // The form is empty only after this event.
      setTimeout(() => {
        keep();
        show();
        form.querySelector("select").focus();
      });
    });
    form.addEventListener("submit", (event) => event.preventDefault());
    addEventListener("hashchange", restore);
    restore();
  }
}
