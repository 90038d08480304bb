// The site in the hands of a reader: as files, and from a server under a sub-path.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { asFiles, errcat, launch, makeSite, openPage, serve, SUB_PATH } from "./site.js";

const folder = makeSite();
let browser;
let server;
before(async () => {
  browser = await launch();
  server = await serve(folder);
});
after(async () => {
  await browser?.close();
  server?.close();
});

/** Types a query as a whole, and waits for what it finds. */
const ask = async (page, query) => {
  await page.fill("#query", query);
  await page.waitForFunction(() => !document.querySelector(".panel").hidden);
  return page.$$eval("[role=option]", (options) =>
    options.map((option) => option.querySelector(".code").textContent),
  );
};

/** Pastes a text, line ends and all. */
const paste = async (page, text) => {
  await page.focus("#query");
  await page.evaluate((text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", text);
    const event = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
    const input = document.getElementById("query");
    if (input.dispatchEvent(event)) {
      input.value = text;
      input.dispatchEvent(new InputEvent("input"));
    }
  }, text);
  await page.waitForFunction(() => !document.querySelector(".panel").hidden);
  return page.$$eval("[role=option] .code", (codes) => codes.map((code) => code.textContent));
};

for (const [kind, root] of [["files", () => asFiles(folder)], ["a server", () => server.address]]) {
  describe(`from ${kind}`, () => {
    const visit = async (path, options) => {
      const opened = await openPage(browser, root(), options);
      await opened.page.goto(root() + path);
      return opened;
    };

    test("search finds codes, words and messages, and says nothing to the console", async () => {
      const { page, context, faults } = await visit("index.html");
      for (const spelling of ["CSBS.6019", "csbs6019", "[CSBS.6019]", "csbs-6019", "CSBS 6019"]) {
        assert.deepEqual(await ask(page, spelling), ["CSBS.6019"], spelling);
      }
      for (const [query, code] of [
        ["target server different type", "CSBS.6019"],
        ["port 8899", "SMS.2802"],
        ["8899端口", "SMS.2802"],
        ["实名认证", "CSBS.9009"],
        ["共享云硬盘", "CSBS.6010"],
        ["throtling", "APIG.0308"],
        ["流控", "APIG.0308"],
        ["子网不存在", "iMetal.0230"],
        ["request body too large", "APIG.0201"],
        ["请求体过大", "APIGW.0201"],
        ["certificat verification", "APIG.0205"],
      ]) {
        const found = await ask(page, query);
        assert.ok(found.slice(0, 3).includes(code), `${query}: ${found.slice(0, 5)}`);
      }
      assert.deepEqual(await ask(page, "APIGW.0101"), ["APIGW.0101", "APIGW.0101"]);
      assert.equal((await ask(page, "CSBS.6O19"))[0], "CSBS.6019");
      assert.deepEqual(await ask(page, "zzzzqqq"), []);
      assert.equal(await page.textContent(".found"), "Nothing found.");
      assert.deepEqual(faults, []);
      await context.close();
    });

    test("a pasted message without its code finds the code, and shows the arguments", async () => {
      const { page, context, faults } = await visit("index.html");
      const message = "The source server (s-1) type (ECS) is not the same as the target server (s-2) type (BMS).";
      assert.equal((await paste(page, message))[0], "CSBS.6019");
      const values = await page.$$eval("[role=option]:first-child var.value", (all) => all.map((one) => one.textContent));
      assert.deepEqual(values, ["s-1", "ECS", "s-2", "BMS"]);
      const line = `2026-01-01 ERROR restore: ${message} giving up`;
      assert.equal((await ask(page, line))[0], "CSBS.6019");
      assert.deepEqual(faults, []);
      await context.close();
    });

    test("a pasted body or log shows all its codes, the told meaning first", async () => {
      const { page, context, faults } = await visit("zh/index.html");
      const body = JSON.stringify({ error: { code: "CSBS.9009", message: "User is unverified." }, request_id: "r" }, null, 2);
      assert.deepEqual(await paste(page, body), ["CSBS.9009", "CSBS.9009"]);
      const first = await page.getAttribute("[role=option]:first-child", "href");
      assert.match(first, /zh\/csbs\/CSBS\.9009\.html$/);
      await page.fill("#query", "");
      const reduced = "The backup or replication space after reduction cannot be less than the used space.";
      await paste(page, `{\n"error_code": "CSBS.9009",\n"error_msg": "${reduced}"}`);
      assert.match(await page.getAttribute("[role=option]:first-child", "href"), /#ReducedSpaceBelowUsage$/);
      await page.fill("#query", "");
      const log = "10:38:24 agent 3.1.166: [SMS.2802] failed\n10:38:25 after CSBS.6019\n10:38:26 SMS.7777\n".repeat(2000);
      assert.deepEqual(await paste(page, log), ["SMS.2802", "CSBS.6019"]);
      assert.match(await page.textContent(".found"), /SMS\.7777/);
      await page.fill("#query", "");
      const escaped = '{"log":"failed\\nSMS.2802 \\u001b[31mCSBS.6019\\u001b[0m"}';
      assert.deepEqual(await paste(page, escaped), ["SMS.2802", "CSBS.6019"]);
      assert.deepEqual(faults, []);
      await context.close();
    });

    test("a megabyte pasted at once does not stop the page", async () => {
      const { page, context, faults } = await visit("index.html");
      const many = (count, part) => Array.from({ length: count }, (_, at) => part(at)).join("");
      const size = 1_000_000;
      const pastes = {
        "unknown codes": many(size / 12, (at) => `CSBS.${10_000 + (at % 90_000)}\n`),
        "distinct words": many(size / 10, (at) => `word${at.toString(36)} \n`),
        "dots behind a prefix": `CSBS${".".repeat(size)}1234\n`,
        "one word": `\n${"a1".repeat(size / 2)}`,
        "quotes": "\"\\\"\n".repeat(size / 4),
        "the first words of a message": "The source server (\n".repeat(size / 20),
        "escapes": "\u001b[1;".repeat(size / 4) + "\n",
      };
      await page.focus("#query");
      await page.evaluate(() => errcat.index());
      for (const [what, text] of Object.entries(pastes)) {
        assert.ok(text.length >= size * 0.9, what);
        await page.fill("#query", "");
        const start = performance.now();
        await paste(page, text);
        // A second is far more than it takes, and far less than the minute of a search that is not linear.
        const took = performance.now() - start;
        assert.ok(took < 2000, `${what}: ${took} ms`);
      }
      // What stands behind the part that is searched for messages is still found by its code.
      await page.fill("#query", "");
      assert.deepEqual(await paste(page, `${"nothing to see here\n".repeat(5000)}SMS.2802\n`), ["SMS.2802"]);
      assert.deepEqual(faults, []);
      await context.close();
    });

    test("the keyboard alone is enough", async () => {
      const { page, context, faults } = await visit("csbs/index.html");
      await page.keyboard.press("/");
      assert.equal(await page.evaluate(() => document.activeElement.id), "query");
      assert.equal(await page.inputValue("#query"), "");
      await page.keyboard.type("sms.380");
      await page.waitForSelector("[role=option][aria-selected=true]");
      const active = () => page.evaluate(() => {
        const input = document.getElementById("query");
        const option = document.getElementById(input.getAttribute("aria-activedescendant"));
        return [option.querySelector(".code").textContent, option.getAttribute("aria-selected"), input.ariaExpanded];
      });
      assert.deepEqual(await active(), ["SMS.3802", "true", "true"]);
      await page.keyboard.press("ArrowDown");
      assert.deepEqual(await active(), ["SMS.3803", "true", "true"]);
      await page.keyboard.press("ArrowUp");
      await page.keyboard.press("ArrowUp");
      assert.notEqual((await active())[0], "SMS.3802");
      await page.keyboard.press("ArrowDown");
      assert.equal(await page.locator("[role=option][aria-selected=true]").count(), 1);
      await page.keyboard.press("Escape");
      assert.ok(await page.isHidden("[role=listbox]"));
      assert.equal(await page.getAttribute("#query", "aria-expanded"), "false");
      await page.keyboard.press("ArrowDown");
      await page.waitForSelector("[role=option][aria-selected=true]");
      await Promise.all([page.waitForURL("**/sms/SMS.3802.html"), page.keyboard.press("Enter")]);
      assert.equal(await page.textContent("h1 .code"), "SMS.3802");
      assert.deepEqual(faults, []);
      await context.close();
    });

    test("the other language keeps the page, and is remembered", async () => {
      const { page, context, faults } = await visit("csbs/CSBS.9009.html#ReducedSpaceBelowUsage");
      await Promise.all([page.waitForURL("**/zh/csbs/CSBS.9009.html#ReducedSpaceBelowUsage"), page.click("a.language")]);
      assert.equal(await page.getAttribute("html", "lang"), "zh-CN");
      await page.goto(`${root()}sms/SMS.2802.html`);
      await page.waitForURL("**/zh/sms/SMS.2802.html");
      await Promise.all([page.waitForURL((url) => !url.pathname.includes("/zh/")), page.click("a.language")]);
      await page.goto(`${root()}zh/index.html`);
      await page.waitForURL((url) => !url.pathname.includes("/zh/"));
      assert.equal(await page.getAttribute("html", "lang"), "en");
      assert.deepEqual(faults, []);
      await context.close();
    });

    test("the theme is the system's until the reader says otherwise", async () => {
      const { page, context, faults } = await visit("index.html", { colorScheme: "dark" });
      const dark = () => page.evaluate(() => {
        const [red] = getComputedStyle(document.body).backgroundColor.match(/\d+/g);
        return Number(red) < 128;
      });
      assert.equal(await dark(), true);
      await page.click("#theme");
      assert.equal(await dark(), false);
      assert.equal(await page.getAttribute("#theme", "aria-pressed"), "false");
      await page.goto(`${root()}csbs/CSBS.6019.html`);
      assert.equal(await dark(), false);
      await page.click("#theme");
      assert.equal(await dark(), true);
      await page.emulateMedia({ colorScheme: "light" });
      assert.equal(await dark(), false, "it follows the system again");
      assert.deepEqual(faults, []);
      await context.close();
    });

    test("filters look at the whole service, and their address can be kept", async () => {
      const { entries } = JSON.parse(errcat("export"));
      const expected = entries.filter(
        (entry) => entry.service === "sms" && entry.class === "not_found" && entry.retry === "after_fix",
      );
      const { page, context, faults } = await visit("sms/~2.html");
      const codes = () => page.$$eval("#rows a", (links) => links.map((link) => link.textContent));
      const before = await codes();
      await page.selectOption("[name=class]", "not_found");
      await page.selectOption("[name=retry]", "after_fix");
      await page.waitForFunction((count) => document.querySelectorAll("#rows tr").length === count, expected.length);
      assert.deepEqual((await codes()).sort(), expected.map((entry) => entry.code).sort());
      assert.equal(await page.isHidden("#pages"), true);
      await page.reload();
      await page.waitForFunction((count) => document.querySelectorAll("#rows tr").length === count, expected.length);
      await page.click("#filters button");
      await page.waitForFunction((count) => document.querySelectorAll("#rows tr").length === count, before.length);
      assert.deepEqual(await codes(), before);
      assert.equal(new URL(page.url()).hash, "");
      assert.deepEqual(faults, []);
      await context.close();
    });

    test("Rust names and messages are copied", async () => {
      const { page, context, faults } = await visit("csbs/CSBS.6019.html");
      await page.evaluate(() => {
        window.copied = [];
        document.execCommand = () => window.copied.push(document.activeElement.value);
        Object.defineProperty(navigator, "clipboard", { value: { writeText: async (text) => window.copied.push(text) } });
      });
      for (const button of await page.$$("button.copy")) await button.click();
      assert.deepEqual(await page.evaluate(() => window.copied), [
        "CSBS.6019",
        "The source server (%s) type (%s) is not the same as the target server (%s) type (%s).",
        'errcat::code!("CSBS.6019")',
        "errcat::csbs::Code::Csbs6019",
        "errcat::csbs::Kind::TargetServerTypeMismatch",
        "errcat::csbs::Error::TargetServerTypeMismatch",
        "csbs::Error::TargetServerTypeMismatch { source_server, source_type, target_server, target_type } => {}",
      ]);
      assert.deepEqual(faults, []);
      await context.close();
    });

    test("everything but search and switches works without JavaScript", async () => {
      const { page, context, faults } = await visit("sms/SMS.2802.html", { javaScriptEnabled: false });
      assert.equal(await page.locator(".fix li").count(), 4);
      assert.equal(await page.isVisible("#query"), false);
      assert.equal(await page.isVisible("#theme"), false);
      await page.click("a.language");
      assert.match(page.url(), /\/zh\/sms\/SMS\.2802\.html$/);
      await page.click(".trail li:nth-child(2) a");
      assert.equal(await page.isVisible("#filters"), false);
      assert.ok((await page.locator("#rows tr").count()) > 100);
      assert.deepEqual(faults, []);
      await context.close();
    });
  });
}

describe("an unknown address", () => {
  const expected = /status of 404/;
  for (const [asked, code, lang] of [
    ["csbs/CSBS.6o19.html", "CSBS.6019", "en"],
    ["zh/csbs/CSBS.60199.html", "CSBS.6019", "zh-CN"],
    ["csbs/csbs.6019.html", "CSBS.6019", "en"],
    ["csbs/deep/down/CSBS.6018", "CSBS.6018", "en"],
    ["CSBS.6019", "CSBS.6019", "en"],
  ]) {
    test(`${asked} gets the nearest codes`, async () => {
      const { page, context, faults } = await openPage(browser, server.address, { expected });
      await page.goto(server.address + asked);
      await page.waitForSelector("#nearest li");
      assert.equal(await page.getAttribute("html", "lang"), lang);
      assert.equal(await page.textContent("#nearest li .code"), code);
      assert.ok((await page.textContent("#asked")).includes(asked.split("/").at(-1)));
      await page.click("#nearest li a");
      await page.waitForURL(`${server.address}${lang === "en" ? "" : "zh/"}csbs/${code}.html`);
      assert.deepEqual(faults, []);
      await context.close();
    });
  }

  test("of a folder that there is not still gets style, search and the way home", async () => {
    const { page, context } = await openPage(browser, server.address, { expected });
    await page.goto(`${server.address}no/such/place`);
    await page.waitForFunction(() => document.documentElement.classList.contains("js"));
    await page.waitForFunction(() => typeof errcat === "object" && errcat.engine);
    await page.waitForTimeout(50);
    assert.equal((await ask(page, "csbs6019"))[0], "CSBS.6019");
    await page.keyboard.press("Escape");
    await page.click(".elsewhere a");
    await page.waitForURL(`${server.address}index.html`);
    await context.close();
  });

  test("is found in the site's folder when its address is known", async () => {
    const known = makeSite(`https://errors.example.org${SUB_PATH}`);
    const own = await serve(known);
    const { page, context, faults } = await openPage(browser, own.address, { expected });
    await page.goto(`${own.address}no/such/SMS.2803.html`);
    await page.waitForSelector("#nearest li");
    assert.deepEqual(faults, []);
    await context.close();
    own.close();
  });
});

test("no page is wider than a phone", async () => {
  const { page, context } = await openPage(browser, asFiles(folder), { viewport: { width: 390, height: 844 } });
  for (const path of [
    "index.html",
    "sms/index.html",
    "cce_addonmgr/index.html",
    "csbs/CSBS.6019.html",
    "gateway/APIG.0201.html",
    "cce_addonmgr/SVCSTG.CCE-ADDONMGR.4030301.html",
    "sms/SMS.1104.html",
    "404.html",
  ]) {
    for (const root of ["", "zh/"]) {
      await page.goto(asFiles(folder) + root + path);
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      assert.ok(width <= 390, `${root}${path} is ${width} wide`);
    }
  }
  await context.close();
});

test("results come as fast as one types", async () => {
  const { page, context } = await openPage(browser, asFiles(folder));
  await page.goto(`${asFiles(folder)}index.html`);
  const times = await page.evaluate(async () => {
    const engine = await errcat.index();
    return ["p", "po", "port 8899", "备份", "target server type", "csbs", "The source server (a) type (b) is not"].map((query) => {
      const start = performance.now();
      engine.search(query);
      return performance.now() - start;
    });
  });
  assert.ok(Math.max(...times) < 100, `${times.map((time) => time.toFixed(1))} ms`);
  await context.close();
});
