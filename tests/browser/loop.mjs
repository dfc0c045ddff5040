// SPDX-License-Identifier: Apache-2.0
// The loop between a person and their professionals, with its taps counted: before the visit by a
// code, in the visit, between visits with and without signal (docs/decisions/0010-the-loop.md).
import { mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { Visitor, check, desk, phone } from './visitor.mjs';

/// Counts what a finger does: everything but writing.
function counting(visitor) {
  visitor.taps = 0;
  visitor.tap = async (what) => {
    visitor.taps += 1;
    await (typeof what === 'string' ? visitor.press(what) : what.click());
  };
  visitor.choose = async (input) => { visitor.taps += 1; await input.check({ force: true }); };
  return visitor;
}

async function personIn(team, name) {
  await team.open('/people');
  await team.page.getByLabel('Find by name').fill(name);
  await team.press('Find');
  return team.page.locator('.people a').first();
}

/// A letter is made; somebody without an account gets ready with it. Answers the taps it asked for.
async function beforeTheVisit(browser, base, team, logins, options, tag) {
  await (await personIn(team, logins.name)).click();
  await team.press('Ask before the visit');
  await team.look('letter');
  const code = await team.page.locator('.code').innerText();
  const guest = counting(await Visitor.of(browser, base, options.viewport ?? phone, options));
  await guest.open('/prepare');
  await guest.look('code');
  await guest.page.locator('#code').fill(code.toLowerCase());
  await guest.page.locator('form .btn.wide').click();
  await guest.page.locator('#year').fill(logins.born);
  await guest.page.locator('form .btn.wide').click();
  await guest.look('prepare');
  guest.taps = 0;
  await guest.page.locator('#matters').fill(`Mornings frighten me ${tag}`);
  for (const right of await guest.page.locator('input[name^=still_right_][value=yes]').all()) await guest.choose(right);
  await guest.page.locator('#concern_1').fill('The stairs');
  await guest.page.locator('#concern_2').fill(`Something for later ${tag}`);
  check(await guest.page.locator('#write_down').count() === 0, 'a code does not let others write the person’s words down');
  await guest.tap(guest.page.locator('button[value=preview]'));
  await guest.look('preview');
  await guest.page.locator('.prepared li', { hasText: `Something for later ${tag}` }).getByRole('button').click();
  await guest.look('preview-taken-out');
  await guest.tap(guest.page.locator('#send button'));
  await guest.look('prepared-sent');
  check(guest.taps <= 7, `getting ready asked for ${guest.taps} taps besides words, at most 7`);
  // The person's own record is not what a code opens.
  await guest.open('/me');
  check(new URL(guest.page.url()).pathname === '/sign-in', 'a code opens nothing but the preparation');
  await guest.window.close();
}

/// Only on their own page, signed in.
async function lettingOthersWrite(browser, base, logins, options) {
  const person = await Visitor.of(browser, base, phone, options);
  await person.signIn(logins.person);
  await person.open('/me/together');
  await person.page.locator('#write_down').check({ force: true });
  await person.press('Save');
  await person.sees('Kept.');
  await person.window.close();
}

async function nothingNew(team, name, tag) {
  const link = await personIn(team, name);
  team.taps = 0;
  await team.tap(link);
  await team.tap('Today together');
  await team.sees(`Mornings frighten me ${tag}`);
  check(!(await team.page.locator('body').innerText()).includes(`Something for later ${tag}`), 'a line that was taken out has no trace in the visit');
  await team.look('today');
  for (const right of (await team.page.locator('input[name=right]').all()).slice(0, 1)) await team.choose(right);
  if (await team.page.locator('input[name=same_plan]').count()) await team.choose(team.page.locator('input[name=same_plan]'));
  await team.tap('Close the visit');
  await team.look('sheet');
  if (team.scripted) await team.tap('Copy the text');
  check(team.taps <= 8, `a visit with nothing new took ${team.taps} taps, at most 8`);
}

async function somethingNew(team, name, tag) {
  const link = await personIn(team, name);
  team.taps = 0;
  await team.tap(link);
  await team.tap('Today together');
  await team.page.getByLabel('In their own words').fill(`Dance at the wedding ${tag}`);
  await team.tap('Add it');
  await team.sees('Added, in their own words.');
  await team.tap('Agree on something new');
  const first = team.page.locator('input[name=aims]').first();
  if (await first.isChecked()) { team.taps += 1; await first.uncheck(); }
  await team.choose(team.page.getByLabel(`Dance at the wedding ${tag}`));
  await team.choose(team.page.locator('input[name=option_0_standing][value=refused]'));
  await team.choose(team.page.getByLabel('We do it together'));
  await team.choose(team.page.getByLabel('Something new, made for this'));
  if (await team.page.locator('#disturbs').count()) await team.choose(team.page.locator('#disturbs'));
  await team.page.locator('#action_0_words').fill('Practise one dance');
  await team.page.locator('#action_3_words').fill('Find a partner for it');
  await team.tap('We both agree');
  await team.sees('Practise one dance');
  await team.tap('Close the visit');
  await team.sees('Find a partner for it');
  check(team.taps <= 16, `a visit with a new aim and an agreement took ${team.taps} taps, at most 16`);
}

async function signIn(page, base, login) {
  await page.goto(base + '/sign-in');
  await page.getByLabel('Sign-in name').fill(login);
  await page.getByLabel('Password', { exact: true }).fill('example-clinic-only');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.waitForURL('**/me');
}

/// Signs a person in on a phone of their own that can be switched off and on again.
async function onTheirPhone(folder, base, login) {
  const window = await chromium.launchPersistentContext(folder, { viewport: phone, executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--no-first-run'] });
  const page = window.pages()[0] ?? await window.newPage();
  page.setDefaultTimeout(8000);
  if (login) await signIn(page, base, login);
  return { window, page };
}

/// A way to the server that can be cut: unlike a browser's own switch it holds for its workers, too.
async function signalTo(server) {
  const { hostname, port } = new URL(server);
  const open = new Set();
  const proxy = createServer((socket) => {
    const other = connect(+port, hostname);
    for (const end of [socket, other]) { open.add(end); end.on('error', () => {}); end.on('close', () => open.delete(end)); }
    socket.pipe(other).pipe(socket);
  });
  const listen = (at) => new Promise((done) => { proxy.listen(at, '127.0.0.1', done); });
  await listen(0);
  const own = proxy.address().port;
  return {
    base: `http://127.0.0.1:${own}`,
    on: () => listen(own),
    off: () => new Promise((done) => { proxy.close(() => done()); for (const end of open) end.destroy(); }),
  };
}

/// Airplane mode, a killed browser, and two syncs at once leave one entry.
async function withoutSignal(server, logins) {
  const signal = await signalTo(server);
  const base = signal.base;
  const folder = mkdtempSync(join(tmpdir(), 'alongside-phone-'));
  const words = 'Written on the train';
  const entries = async (page) => {
    await page.goto(base + '/me/check-in');
    return page.locator('.looks .voice', { hasText: words }).count();
  };
  try {
    let { window, page } = await onTheirPhone(folder, base, logins.person);
    await page.goto(base + '/me/check-in');
    await page.waitForFunction(() => document.querySelector('.savebar [role=status]').textContent.includes('Works with no signal'));
    check(await page.evaluate(async () => Boolean(await caches.match('/me/check-in'))), 'the first visit keeps the check-in on the phone');
    await signal.off();
    await page.goto(base + '/me/check-in');
    check((await page.locator('h1').innerText()).length > 0, 'the check-in opens without signal');
    await page.locator('#line').fill(words);
    await page.getByRole('button', { name: 'Save' }).click();
    await page.waitForFunction(() => document.querySelector('.savebar [role=status]').textContent.includes('Safe on this phone'));
    await window.close();  // The phone's battery is empty.

    ({ window, page } = await onTheirPhone(folder, base));
    await signal.off();
    await page.goto(base + '/me/check-in');
    check(await page.locator('form[data-offline]').count() === 1, 'the check-in opens without signal after the browser was killed');
    await signal.on();
    // Somebody else who signs in on this phone neither sees it nor sends it as theirs.
    await signIn(page, base, logins.other);
    await page.waitForTimeout(800);
    check(await entries(page) === 0, 'what waits on a phone is not sent as somebody else’s');
    await window.clearCookies();
    // A session ends with its browser; what waits does not.
    await signIn(page, base, logins.person);
    // Two pages send what waits at the same time; then the signal comes and goes.
    const other = await window.newPage();
    await Promise.all([page.goto(base + '/me'), other.goto(base + '/me')]);
    await page.evaluate(() => window.dispatchEvent(new Event('online')));
    await page.waitForTimeout(1000);
    check(await entries(page) === 1, 'an entry made without signal is there once after two syncs at once');
    await page.evaluate(() => window.dispatchEvent(new Event('online')));
    await page.waitForTimeout(500);
    check(await entries(page) === 1, 'and it stays one');
    await window.close();
  } finally { await signal.off(); rmSync(folder, { recursive: true, force: true }); }
}

async function checkIn(person) {
  await person.open('/me/check-in');
  person.taps = 0;
  await person.choose(person.page.locator('.tile input').first());
  await person.tap('Save');
  await person.page.waitForURL('**/saved*');
  await person.sees('Saved. Thank you');
  check(person.taps === 2, `a check-in of one question took ${person.taps} taps`);
}

/// Pages of the loop that were not looked at on the way.
async function otherPages(person, team, name) {
  for (const path of ['/me', '/me/prepare', '/me/plan', '/me/together', '/me/sheet', '/me/check-in']) {
    await person.open(path);
    await person.look('loop' + path.replaceAll('/', '-'));
  }
  const aim = await person.page.goto(person.base + '/me').then(() => person.page.locator('.aims h3 a').first().getAttribute('href'));
  await person.open(aim + '/numbers');
  await person.look('number');
  await person.open('/me/plan');
  const stuck = person.page.locator('a[href^="/me/stuck"]');
  if (await stuck.count()) { await stuck.first().click(); await person.look('stuck'); }
  await team.open('/teams');
  const offers = await team.page.locator('a[href$="/offers"]').first().getAttribute('href');
  await team.open(offers);
  await team.look('offers');
  const shared = await (await personIn(team, name)).getAttribute('href');
  for (const part of ['/today', '/agree', '/prepare', '/prepare/paper', '/sheet']) {
    await team.open(shared + part);
    await team.look('loop' + part.replaceAll('/', '-'));
  }
}

async function printed(person) {
  await person.open('/me/sheet');
  for (const format of ['A4', 'Letter']) {
    const pdf = await person.page.pdf({ format });
    const pages = (pdf.toString('latin1').match(/\/Type\s*\/Page[^s]/g) ?? []).length;
    check(pages === 1, `the sheet prints on one page of ${format} (${pages})`);
  }
}

export async function theLoop(browser, base, logins) {
  for (const options of [{}, { javaScriptEnabled: false }]) {
    const tag = options.javaScriptEnabled === false ? 'without script' : 'with script';
    const team = counting(await Visitor.of(browser, base, desk, options));
    await team.signIn(logins.professional);
    await lettingOthersWrite(browser, base, logins, options);
    await beforeTheVisit(browser, base, team, logins, options, tag);
    await nothingNew(team, logins.name, tag);
    await somethingNew(team, logins.name, tag);
    const person = counting(await Visitor.of(browser, base, phone, options));
    await person.signIn(logins.person);
    await checkIn(person);
    await person.window.close();
    await team.window.close();
  }
  await withoutSignal(base, logins);
  for (const options of [{ viewport: { width: 320, height: 640 } }, { viewport: desk, colorScheme: 'dark' }]) {
    const person = counting(await Visitor.of(browser, base, options.viewport, options));
    const team = counting(await Visitor.of(browser, base, options.viewport, options));
    await person.signIn(logins.person);
    await team.signIn(logins.professional);
    await otherPages(person, team, logins.name);
    if (options.colorScheme) await printed(person);
    await person.window.close();
    await team.window.close();
  }
  const swedish = { locale: 'sv-SE', viewport: { width: 320, height: 640 } };
  const guest = await Visitor.of(browser, base, swedish.viewport, swedish);
  await guest.open('/prepare');
  await guest.sees('Innan vi ses');
  await guest.look('code-sv');
  await guest.window.close();
}
