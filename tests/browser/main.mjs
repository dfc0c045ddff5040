// SPDX-License-Identifier: Apache-2.0
// The main job in a real browser: as a person on a 360 by 640 phone and as a professional on a desk,
// without script for the core forms, with axe-core finding nothing, and budgets kept. Screenshots are
// left in build/screens.    node main.mjs BINARY
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import { served } from '../served.mjs';
import { everywhere } from './everywhere.mjs';
import { improvement } from './improvement.mjs';
import { theLoop } from './loop.mjs';
import { scenarios } from './scenarios.mjs';
import { Visitor, check, counted, desk, faults, phone, screens, source } from './visitor.mjs';

const binary = process.argv[2];
const folder = mkdtempSync(join(tmpdir(), 'alongside-browser-'));
const page_bytes_max = 60_000;  // HTML and style together, without fonts

/// The chart is read point by point with the arrow keys and under the pointer.
async function readPoints(team) {
  const svg = team.page.locator('.drawn svg:visible');
  await svg.focus();
  await team.page.keyboard.press('End');
  const last = await team.page.locator('tbody tr').last().locator('th').innerText();
  await team.sees(`${last}, Out of: `);
  await team.page.keyboard.press('ArrowLeft');
  const before = await team.page.locator('tbody tr').nth(-2).locator('th').innerText();
  await team.sees(`${before}, Out of: `);
  const box = await svg.boundingBox();
  await svg.hover({ position: { x: box.width * 0.1, y: box.height / 2 } });
  const first = await team.page.locator('tbody tr').first().locator('th').innerText();
  await team.sees(`${first}, Out of: `);
  await team.look('measure-read');
}

/// A slider redraws the chart at once, and what was tried is undone step by step.
async function tryAndUndo(team) {
  const drawn = () => team.page.locator('#tried').innerText();
  await team.page.waitForFunction(() => document.getElementById('tried').innerText.includes('Nothing is saved yet.'));
  const once = await drawn();
  const began = Date.now();
  await team.page.getByLabel('Move the month').press('ArrowRight');
  await team.page.waitForFunction((words) => document.getElementById('tried').innerText !== words, once);
  console.log(`redrawn ${Date.now() - began} ms after the key`);
  await team.press('Undo');
  await team.page.waitForFunction((words) => document.getElementById('tried').innerText === words, once);
  await team.press('Undo');
  await team.page.waitForFunction(() => document.getElementById('tried').innerText.includes('This is how it looks now.'));
  check(await team.page.getByLabel('Which month?').inputValue() === '', 'undo empties the month');
  const svg = team.page.locator('#tried .drawn svg:visible');
  const box = await svg.boundingBox();
  await svg.click({ position: { x: box.width * 0.5, y: box.height / 2 } });
  await team.page.waitForFunction(() => document.getElementById('tried').innerText.includes('Nothing is saved yet.'));
  check(await team.page.getByLabel('Which month?').inputValue() !== '', 'a press on the chart chooses the month');
}

/// a to g of the main job, person and professional in turn.
async function mainJob(browser, base, logins, options, tag) {
  const person = await Visitor.of(browser, base, phone, options);
  const team = await Visitor.of(browser, base, desk, options);
  await person.signIn(logins.person);
  const words = `Carry my own shopping home ${tag}`;
  await person.open('/me/aims/new');
  await person.look('new-aim');
  await person.press('Keep');
  await person.sees('Please write what matters to you');
  await person.page.getByLabel('My aim, in my own words').fill(words);
  await person.page.getByLabel('This year').check();
  await person.press('Keep');
  await person.page.getByLabel('How is it now?').fill('My neighbour carries it');
  await person.page.getByLabel('How will it be when you are there?').fill('I carry one bag');
  await person.look('levels');
  await person.press('Keep');
  await person.sees('Kept.');
  await person.look('aim');
  const aim = new URL(person.page.url()).pathname;

  await team.signIn(logins.professional);
  await team.look('people');
  await team.page.getByLabel('Find by name').fill(logins.name);
  await team.press('Find');
  await team.page.locator('.people a').first().click();
  const shared = new URL(team.page.url()).pathname;
  const mine = team.page.locator('.aims > li', { hasText: words });
  await mine.getByLabel('Read it back in your own words').fill('You want to shop by yourself');
  await mine.getByRole('button', { name: 'This is how I understood it' }).click();
  await team.sees('Kept.');
  await team.look('person');

  await person.open(aim);
  await person.page.getByLabel('Yes, that is it').check();
  await person.press('Answer');
  await person.sees('You said: yes, that is it.');

  await team.open(shared + '/agree');
  await team.look('agree');
  for (const box of await team.page.locator('input[name=aims]').all()) await box.uncheck();
  await team.page.getByLabel(words).check();
  await team.page.locator('#action_0_words').fill('Practise with a bag ' + tag);
  await team.page.locator('#action_0_minutes').fill('9000');
  await team.page.locator('#action_3_words').fill('Lend a shopping trolley');
  await team.page.getByLabel('We plan it together').check();
  await team.page.getByLabel('The usual way', { exact: true }).check();
  await team.page.locator('#note').fill('The leaflet of 2025');
  if (await team.page.getByLabel('No, it leaves it alone').count()) await team.page.getByLabel('No, it leaves it alone').check();
  await team.press('We both agree');
  await team.sees('Lend a shopping trolley');

  await person.open('/me/life');
  await person.look('life');
  await person.page.getByLabel('How many minutes a week can you spare?').fill('60');
  await person.press('Save');
  await person.sees('This asks more than there is.');
  await person.look('plan');

  await person.open('/me/check-in?aim=' + aim.split('/').pop());
  await person.look('check-in');
  let taps = 0;
  await person.page.locator('.tile', { hasText: 'I carry one bag' }).locator('input').check(); taps += 1;
  await person.page.getByLabel('Practise with a bag ' + tag).check();
  await person.press('Save'); taps += 1;
  await person.page.waitForURL('**/saved*');
  check(taps === 2, 'a check-in takes two taps');
  await person.sees('Saved. Thank you');
  await person.look('check-in-saved');

  await team.open(shared);
  await team.page.locator('.aims > li', { hasText: words }).getByText('Say how you see it').click();
  await team.page.locator('.aims > li', { hasText: words }).getByLabel('Where do you see it?').selectOption('-1');
  await team.page.locator('.aims > li', { hasText: words }).locator('form', { hasText: 'Where do you see it?' }).getByRole('button', { name: 'Keep' }).click();
  await team.press('We met today');
  await person.open(aim);
  await person.sees('I carry one bag');
  await person.sees('My neighbour carries it');

  await team.open('/teams');
  for (const sentence of ['People were asked what matters', 'Aims became a plan', 'People say they are there']) await team.sees(sentence);
  await team.look('team');
  await team.page.getByRole('link', { name: 'Where these numbers come from' }).first().click();
  await team.sees('Measure A1, version 1.');
  await team.look('measure');
  if (team.scripted) await readPoints(team);
  await team.press('Something changed: begin new limits');
  await team.look('decide');
  await team.page.getByLabel('Which month?').selectOption({ index: 12 });
  await team.page.getByLabel('Why?').fill('We began to ask at the door ' + tag);
  if (team.scripted) await tryAndUndo(team);
  else await team.press('Show me first');
  await team.sees('Nothing is saved yet.');
  await team.look('decide-tried');
  await team.press('Save this decision');
  await team.sees('We began to ask at the door ' + tag);
  await team.look('measure-decided');
  await team.open('/teams');
  await team.sees('New limits begin');
  await team.look('team-phases');
  await team.press('All measures in one table');
  await team.sees('Where it stands');
  await team.look('summary');
  await team.open('/people/emergency');
  await team.sees('The person sees at once that you opened their record, and why.');
  await team.look('emergency');

  await person.open('/me/supporters/new');
  await person.look('new-supporter');
  await person.page.getByLabel('What you call them').fill('Karin ' + tag);
  await person.page.getByLabel('They also tick what I have done').check();
  await person.press('Make the link');
  await person.look('supporter-link');
  const link = new URL(await person.page.locator('code').innerText()).pathname;
  const supporter = await Visitor.of(browser, base, phone, options);
  await supporter.open(link);
  await supporter.look('support-link');
  await supporter.page.getByLabel('Your name').fill('Karin Berg');
  await supporter.page.getByLabel('Choose a sign-in name').fill('karin-' + tag.replace(' ', '-'));
  await supporter.page.getByLabel('Choose a password').fill('four words I like');
  await supporter.page.getByLabel('The password once more').fill('four words I like');
  await supporter.press('Keep and sign in');
  await supporter.look('supporting');
  await supporter.page.locator('.people a').first().click();
  await supporter.sees(words);
  await supporter.press('Done today');
  await supporter.sees('Kept.');
  await supporter.look('supported');
  await supporter.open('/account');
  await supporter.look('account');

  await person.open('/me/sharing');
  await person.sees('looked at the page');
  await person.sees('Because you asked them to support you');
  await person.look('sharing');
  await person.open('/me');
  await person.look('me');
  return { person, team, shared, aim };
}

/// The year of birth that the record of somebody of the example holds.
function bornOf(name) {
  const lines = gunzipSync(readFileSync(join(source, 'examples', 'synthea-r4', 'Patient.ndjson.gz'))).toString().split('\n').filter(Boolean);
  const [given, family] = [name.split(' ')[0], name.split(' ').pop()];
  const found = lines.map((line) => JSON.parse(line)).find((patient) => (patient.name ?? [])
    .some((one) => one.family.startsWith(family) && one.given.some((first) => first.startsWith(given))));
  return found.birthDate.slice(0, 4);
}

async function budgets(visitors, base) {
  const pages = [[visitors.person, '/me'], [visitors.person, visitors.aim], [visitors.person, '/me/check-in'], [visitors.person, '/me/plan'], [visitors.person, '/me/sharing'],
    [visitors.team, '/people'], [visitors.team, visitors.shared], [visitors.team, visitors.shared + '/agree'], [visitors.team, '/people/emergency']];
  await visitors.team.open('/teams');
  pages.push([visitors.team, new URL(visitors.team.page.url()).pathname]);
  for (const [visitor, path] of pages) {
    const bytes = await visitor.size(path);
    check(bytes <= page_bytes_max, `${path.replace(/[0-9a-f-]{36}/g, '…')} weighs ${bytes} bytes with its style, at most ${page_bytes_max}`);
  }
}

async function drawnText(visitor) {
  const small = await visitor.page.evaluate(() => [...document.querySelectorAll('svg.chart text')].filter((t) => t.getBoundingClientRect().width > 0)
    .map((t) => { const svg = t.ownerSVGElement; return parseFloat(getComputedStyle(t).fontSize) * svg.getBoundingClientRect().width / svg.viewBox.baseVal.width; }).filter((size) => size < 11.5).length);
  check(small === 0, `chart text at ${visitor.name} is 12 px or more (${small} smaller)`);
}

mkdirSync(screens, { recursive: true });
let server;
try {
  const data = join(folder, 'data');
  execFileSync(binary, ['example', '--data', data, '--from', join(source, 'examples')], { stdio: 'ignore' });
  const begun = Date.now();
  const started = await served(binary, data);
  server = started.server;
  console.log(`started in ${Date.now() - begun} ms`);
  const base = started.base;
  const login = (pattern) => [...started.said.matchAll(/^ {2}(example-\S+) +(.+) \((\w+)\)$/gm)].map((m) => ({ login: m[1], name: m[2], side: m[3] })).filter((entry) => entry.side === pattern);
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'] });
  // Which professional serves which person: ask the pages themselves.
  const person = login('person')[0];
  let professional = null;
  for (const candidate of login('professional')) {
    const visitor = await Visitor.of(browser, base, desk);
    await visitor.signIn(candidate.login);
    await visitor.page.getByLabel('Find by name').fill(person.name);
    await visitor.press('Find');
    if (await visitor.page.locator('.people a').count()) professional = candidate;
    await visitor.window.close();
  }
  const logins = { person: person.login, name: person.name, professional: professional.login };
  const visitors = await mainJob(browser, base, logins, {}, 'with script');
  await budgets(visitors, base);
  await visitors.team.open('/teams');
  await drawnText(visitors.team);
  await mainJob(browser, base, logins, { javaScriptEnabled: false }, 'without script');
  await theLoop(browser, base, { ...logins, born: bornOf(person.name), other: login('person')[1].login });
  const everybody = { ...logins, shared: visitors.shared, other: login('person').at(-1).login,
    administrator: login('other')[0].login };
  await scenarios(browser, base, binary);
  await improvement(browser, base, logins);
  await everywhere(browser, base, everybody);
  // Dark, wide and narrow, Swedish, print: the same pages once more.
  for (const [viewport, options] of [[desk, {}], [phone, { colorScheme: 'dark' }], [desk, { colorScheme: 'dark' }], [{ width: 320, height: 640 }, { locale: 'sv-SE' }]]) {
    const visitor = await Visitor.of(browser, base, viewport, options);
    await visitor.open('/sign-in');
    await visitor.look('sign-in');
    await visitor.page.locator('#login').fill(person.login);
    await visitor.page.locator('#password').fill('example-clinic-only');
    await visitor.page.locator('form .btn.wide').click();
    for (const path of ['/me', visitors.aim, '/me/check-in', '/me/plan', '/me/sharing', '/patterns', '/nothing']) {
      await visitor.open(path);
      await visitor.look(path === visitors.aim ? 'aim' : path.slice(1).replace('/', '-'));
    }
    await visitor.window.close();
    const member = await Visitor.of(browser, base, viewport, options);
    await member.open('/sign-in');
    await member.page.locator('#login').fill(logins.professional);
    await member.page.locator('#password').fill('example-clinic-only');
    await member.page.locator('form .btn.wide').click();
    for (const path of ['/people', '/people/emergency', visitors.shared, visitors.shared + '/agree', '/teams']) {
      await member.open(path);
      await member.look(path === visitors.shared ? 'person' : path.split('/').pop());
    }
    await drawnText(member);
    await member.window.close();
  }
  await browser.close();
} catch (error) {
  console.log(error);
  faults.push('the run stopped');
} finally {
  if (server) server.kill('SIGTERM');
  rmSync(folder, { recursive: true, force: true });
}
for (const fault of faults) console.log('FAULT ' + fault);
console.log(`${counted.passed} passed, ${faults.length} failed`);
process.exit(faults.length === 0 && counted.passed > 0 ? 0 : 1);
