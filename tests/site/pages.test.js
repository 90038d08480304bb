// What can be seen without a browser: the pages are all there, valid and small, and their links lead somewhere.
import assert from "node:assert/strict";
import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { test } from "node:test";

import { HtmlValidate, StaticConfigLoader } from "html-validate";

import { errcat, filesOf, makeSite } from "./site.js";

const folder = makeSite();
const pages = filesOf(folder, ".html");
const read = (path) => readFileSync(join(folder, path), "utf8");
const sizeOf = (path) => statSync(join(folder, path)).size;
const { entries } = JSON.parse(errcat("export", "--format", "json"));

test("every entry has its page in both languages, with its texts", () => {
  const bare = (text) => text.replaceAll("`", "");
  for (const entry of entries) {
    for (const [root, lang] of [["", "en"], ["zh/", "zh"]]) {
      const html = read(`${root}${entry.service}/${entry.code}.html`);
      assert.ok(html.includes(`id="${entry.name}"`), `${entry.code}: ${entry.name}`);
      const text = html
        .replace(/<[^>]*>/g, "")
        .replace(/&#(\d+);/g, (_, letter) => String.fromCodePoint(letter));
      for (const step of [entry.description[lang], entry.remediation[lang]].flat()) {
        assert.ok(text.includes(bare(step)), `${entry.code} ${lang}: ${step}`);
      }
    }
  }
});

test("tables hold every entry once, in both languages", () => {
  const services = new Set(entries.map((entry) => entry.service));
  for (const service of services) {
    for (const root of ["", "zh/"]) {
      const parts = pages.filter((page) => new RegExp(`^${root}${service}/(index|~\\d+)\\.html$`).test(page));
      const rows = parts.flatMap((page) => [...read(page).matchAll(/<tr><td><a href="([^"#]*)\.html(?:#[^"]*)?">/g)]);
      const codes = rows.map(([, code]) => code).sort();
      const expected = entries.filter((entry) => entry.service === service).map((entry) => entry.code);
      assert.deepEqual(codes, expected.sort(), root + service);
    }
  }
});

test("links lead to pages and anchors of the site", () => {
  const ids = new Map();
  const idsOf = (path) => {
    if (!ids.has(path)) ids.set(path, new Set([...read(path).matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)));
    return ids.get(path);
  };
  let links = 0;
  for (const page of pages) {
    for (const [, written] of read(page).matchAll(/ (?:href|src)="([^"]*)"/g)) {
      if (written.startsWith("https://errors.example.org/")) {
        assert.ok(existsSync(join(folder, written.slice(27))), `${page}: ${written}`);
        continue;
      }
      // The documents that the entries come from.
      if (written.startsWith("https://support.huaweicloud.com/")) continue;
      assert.doesNotMatch(written, /^(\w+:|\/)/, `${page} is not free of its address`);
      const [path, anchor] = written.split("#");
      const target = path === "" ? page : normalize(join(dirname(page), path));
      assert.ok(existsSync(join(folder, target)), `${page}: ${written}`);
      if (anchor) assert.ok(idsOf(target).has(anchor), `${page}: ${written}`);
      links += 1;
    }
  }
  assert.ok(links > 20_000, `only ${links} links were seen`);
});

test("pages are valid HTML", async () => {
  const validator = new HtmlValidate(
    new StaticConfigLoader({
      extends: ["html-validate:recommended", "html-validate:document"],
      rules: {
        "doctype-style": ["error", { style: "lowercase" }],
        "no-trailing-whitespace": "off",
        "long-title": "off",
        // All files are the site's own, and pages that are opened as files cannot check hashes.
        "require-sri": "off",
        // Filters work as soon as they are chosen; there is nothing to send.
        "wcag/h32": "off",
        // `role=search` has more readers than the element.
        "prefer-native-element": ["error", { exclude: ["listbox", "search", "combobox"] }],
      },
    }),
  );
  const reports = [];
  for (const page of pages) {
    const report = await validator.validateString(read(page), page);
    for (const { messages } of report.results) {
      reports.push(...messages.map((message) => `${page}:${message.line} ${message.ruleId}: ${message.message}`));
    }
  }
  assert.deepEqual(reports.slice(0, 20), []);
});

test("pages and the first load are small", () => {
  const large = pages.filter((page) => sizeOf(page) >= 50_000);
  assert.deepEqual(large, []);
  for (const [page, index] of [["index.html", "index.en.js"], ["zh/index.html", "index.zh.js"]]) {
    const loaded = [...read(page).matchAll(/<(?:link rel="(?:stylesheet|icon)"|script)[^>]*(?:href|src)="([^"]*)"/g)];
    const files = [page, `assets/${index}`, ...loaded.map(([, path]) => normalize(join(dirname(page), path)))];
    const size = files.map(sizeOf).reduce((sum, bytes) => sum + bytes, 0);
    assert.ok(loaded.length >= 8, `${page} loads ${loaded.length} files`);
    assert.ok(size < 200_000, `${page} loads ${size} bytes`);
  }
});

test("the sitemap has every page for people, each with its other language", () => {
  const sitemap = read("sitemap.xml");
  const listed = [...sitemap.matchAll(/<loc>https:\/\/errors\.example\.org\/([^<]*)<\/loc>/g)].map(([, path]) => path);
  const expected = pages.filter((page) => !/(^|\/)404\.html$/.test(page) && !read(page).includes('"noindex"'));
  assert.deepEqual(listed.sort(), expected);
  assert.equal(sitemap.match(/hreflang="zh-CN"/g).length, listed.length);
});

test("llms.txt leads to texts with every code", () => {
  const index = read("llms.txt");
  const texts = [...index.matchAll(/\]\(https:\/\/errors\.example\.org\/([^)]*)\)/g)].map(([, path]) => read(path));
  for (const entry of entries) {
    assert.ok(texts.some((text) => text.includes(`\n## ${entry.code}: `)), entry.code);
  }
});
