// The site as its readers meet it: in a browser, with a keyboard, on a phone, enlarged.
//
// SVOD_REPORTS is the folder of the site; CHROMIUM the browser.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const reports = resolve(process.env.SVOD_REPORTS ?? '../../outputs/reports');
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const organizations = readdirSync(resolve(reports, 'org')).sort();
const address = path => pathToFileURL(resolve(reports, path)).href;
const INDEX = address('index.html');
// The first page and three of the others: the first, the middle one, the last.
const PAGES = [0, Math.floor(organizations.length / 2), organizations.length - 1]
  .map(at => address(`org/${organizations[at]}`))
  .concat(INDEX);
const WIDE = { width: 1280, height: 800 };
const PHONE = { width: 375, height: 740 };
// What is left of a screen of 1280 by 800 when everything is twice as large.
const ENLARGED = { width: 640, height: 400 };

let browser;
before(async () => {
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    headless: true,
    args: ['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking',
      '--disable-component-update', '--disable-sync'],
  });
});
after(() => browser?.close());

// A page, and all that it complained of or asked for besides itself. The site forbids foreign scripts, so that tests look
// at it from the outside, unless the policy is set aside.
async function open(url, viewport = WIDE, options = {}) {
  const context = await browser.newContext({ viewport, locale: 'ru-RU', reducedMotion: 'reduce', ...options });
  const page = await context.newPage();
  const complaints = [];
  page.on('console', message => complaints.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', error => complaints.push(String(error)));
  page.on('request', request => { if (request.url() !== url) complaints.push(`request: ${request.url()}`); });
  await page.goto(url);
  return { page, complaints, close: () => context.close() };
}

test('pages load without a complaint and without a request', async () => {
  assert.ok(organizations.length > 3, 'the sample has organizations');
  for (const url of PAGES) {
    const { page, complaints, close } = await open(url);
    assert.equal(await page.locator('h1').count(), 1);
    assert.deepEqual(complaints, [], url);
    await close();
  }
});

test('pages are complete without scripts', async () => {
  const { page, close } = await open(INDEX, WIDE, { javaScriptEnabled: false });
  const links = await page.locator('main a[href^="org/"]').count();
  assert.ok(links >= organizations.length, `${links} links to ${organizations.length} pages`);
  await close();
});

test('the keyboard reaches every link, button and field, in the order of the page', async () => {
  for (const url of PAGES) {
    const { page, close } = await open(url);
    const due = await page.evaluate(() => {
      const all = [...document.querySelectorAll('a[href], button, input, summary, [tabindex="0"]')];
      const shown = all.filter(element => element.checkVisibility());
      shown.forEach((element, at) => { element.dataset.due = at; });
      return shown.length;
    });
    const reached = [];
    for (let step = 0; step < due; step += 1) {
      await page.keyboard.press('Tab');
      reached.push(await page.evaluate(() => Number(document.activeElement.dataset.due ?? -1)));
    }
    assert.deepEqual(reached, Array.from({ length: due }, (_, at) => at), url);
    await close();
  }
});

test('the focus is seen', async () => {
  const { page, close } = await open(INDEX);
  for (let step = 0; step < 5; step += 1) {
    await page.keyboard.press('Tab');
    const outline = await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle);
    assert.notEqual(outline, 'none');
  }
  await close();
});

test('the skip link leads to the contents', async () => {
  const { page, close } = await open(INDEX);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'content');
  await close();
});

test('the filter leaves what was sought and says how many', async () => {
  const { page, close } = await open(INDEX);
  const table = page.locator('[aria-labelledby=organizations] table');
  const field = page.locator('[aria-labelledby=organizations] input[type=search]');
  const all = await table.locator('tbody tr').count();
  await field.focus();
  await page.keyboard.type('БИБЛИОТЕКА');
  const names = await table.locator('tbody tr:visible').allTextContents();
  assert.ok(names.length > 0 && names.length < all, `${names.length} of ${all}`);
  assert.ok(names.every(name => name.toLowerCase().includes('библиотека')));
  assert.equal(await page.locator('[aria-labelledby=organizations] [role=status]').textContent(), `Найдено: ${names.length}`);
  await field.fill('');
  assert.equal(await table.locator('tbody tr:visible').count(), all);
  await close();
});

test('a heading sorts by keyboard, both ways', async () => {
  const { page, close } = await open(INDEX);
  const table = page.locator('[aria-labelledby=organizations] table');
  const head = table.locator('thead th').last();
  const column = async () => (await table.locator('tbody tr td:last-child').allTextContents()).map(Number);
  const before = await column();
  const ascending = before.toSorted((a, b) => a - b);
  for (const [direction, sorted] of [['ascending', ascending], ['descending', ascending.toReversed()]]) {
    await head.locator('button').focus();
    await page.keyboard.press('Enter');
    assert.equal(await head.getAttribute('aria-sort'), direction);
    assert.deepEqual(await column(), sorted);
  }
  await close();
});

test('nothing has to be scrolled sideways on a phone or when enlarged twice', async () => {
  for (const viewport of [PHONE, ENLARGED]) {
    for (const url of PAGES) {
      const { page, close } = await open(url, viewport, { deviceScaleFactor: 2 });
      const widths = await page.evaluate(() => ({
        page: document.documentElement.scrollWidth - document.documentElement.clientWidth,
        parts: [...document.querySelectorAll('main *')]
          .filter(element => element.checkVisibility() && getComputedStyle(element).overflowX === 'auto')
          .filter(element => element.scrollWidth > element.clientWidth + 1)
          .map(element => element.outerHTML.slice(0, 120)),
      }));
      assert.deepEqual(widths, { page: 0, parts: [] }, `${url} at ${viewport.width}`);
      await close();
    }
  }
});

test('axe finds no violation of WCAG 2.1 AA', async () => {
  for (const viewport of [WIDE, PHONE]) {
    for (const url of PAGES) {
      const { page, close } = await open(url, viewport, { bypassCSP: true });
      await page.evaluate(axe);
      const { violations } = await page.evaluate(() => axe.run(document, {
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'],
      }));
      const found = violations.map(violation => `${violation.id}: ${violation.nodes.length} × ${violation.nodes[0].html}`);
      assert.deepEqual(found, [], `${url} at ${viewport.width}`);
      await close();
    }
  }
});
