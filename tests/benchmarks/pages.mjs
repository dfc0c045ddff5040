// SPDX-License-Identifier: Apache-2.0
// How long pages take: on slow networks and slow phones (research/ux.md 8: U1, U2, U4, U5), and on the server (U6).
// Usage: node tests/benchmarks/pages.mjs BINARY DATA [server]     `server`: only U6. DATA is an example clinic that nobody serves.
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { served } from '../served.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const { chromium } = createRequire(join(here, '../browser/main.mjs'))('playwright-core');
const [binary, data, only] = process.argv.slice(2);
const profiles = {
  S3G: { bytes: 50_000, latency: 2_000, cpu: 6 },
  S4G: { bytes: 184_320, latency: 562.5, cpu: 4 },
};
const started = await served(binary, data);
const { base } = started;
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
const logins = [...started.said.matchAll(/^ {2}(example-\S+) +(.+) \((\w+)\)$/gm)].map((m) => ({ login: m[1], name: m[2], side: m[3] }));
const median = (numbers) => numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
const share = (numbers, part) => numbers.sort((a, b) => a - b)[Math.min(numbers.length - 1, Math.floor(numbers.length * part))];

async function cookiesOf(login) {
  const window = await browser.newContext();
  const page = await window.newPage();
  await page.goto(base + '/sign-in');
  await page.getByLabel('Sign-in name').fill(login);
  await page.getByLabel('Password', { exact: true }).fill('example-clinic-only');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
  return { cookies: await window.cookies(), window, page };
}

/// A first visit with nothing kept. Answers bytes with and without fonts, and times in ms.
async function firstVisit(cookies, path, profile) {
  const window = await browser.newContext({ viewport: { width: 360, height: 640 } });
  await window.addCookies(cookies);
  const page = await window.newPage();
  const wire = await window.newCDPSession(page);
  await wire.send('Network.enable');
  if (profile) {
    await wire.send('Network.emulateNetworkConditions', { offline: false, latency: profile.latency, downloadThroughput: profile.bytes, uploadThroughput: profile.bytes });
    await wire.send('Emulation.setCPUThrottlingRate', { rate: profile.cpu });
  }
  const kinds = new Map();
  let all = 0;
  let fonts = 0;
  wire.on('Network.responseReceived', (event) => kinds.set(event.requestId, event.type));
  wire.on('Network.loadingFinished', (event) => {
    all += event.encodedDataLength;
    if (kinds.get(event.requestId) === 'Font') fonts += event.encodedDataLength;
  });
  await page.goto(base + path, { waitUntil: 'load', timeout: 60_000 });
  await page.waitForTimeout(1500);
  const times = await page.evaluate(() => ({
    paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN,
    usable: performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd,
  }));
  await window.close();
  return { all, plain: all - fonts, ...times };
}

const person = await cookiesOf(logins.find((one) => one.side === 'person').login);
const team = await cookiesOf(logins.find((one) => one.side === 'professional').login);
await team.page.goto(base + '/people');
const shared = await team.page.locator('main .card .people a').first().getAttribute('href');
await team.page.goto(base + '/teams');
const board = new URL(team.page.url()).pathname;
const pages = [['sign-in', '/sign-in', []], ['check-in', '/me/check-in', person.cookies], ['my page', '/me', person.cookies], ['before a visit', '/me/prepare', person.cookies],
  ['plan', '/me/plan', person.cookies], ['who looked', '/me/sharing', person.cookies], ['my people', '/people', team.cookies], ['a person', shared, team.cookies],
  ['today together', shared + '/today', team.cookies], ['a team', board, team.cookies]];

if (only !== 'server') console.log('page | kB with fonts | kB without | S3G paint, usable s | S4G paint, usable s');
for (const [name, path, cookies] of only === 'server' ? [] : pages) {
  const first = await firstVisit(cookies, path);
  const cells = [];
  for (const profile of Object.values(profiles)) {
    const runs = [];
    for (let i = 0; i < 3; i += 1) runs.push(await firstVisit(cookies, path, profile));
    cells.push(`${(median(runs.map((run) => run.paint)) / 1000).toFixed(1)}, ${(median(runs.map((run) => run.usable)) / 1000).toFixed(1)}`);
  }
  console.log(`${name} | ${(first.all / 1000).toFixed(1)} | ${(first.plain / 1000).toFixed(1)} | ${cells.join(' | ')}`);
}
console.log('server, ms to the last byte, 100 requests: median, 95th percentile');
for (const [name, path, who] of pages.slice(1).map(([n, p], i) => [n, p, i < 5 ? person : team])) {
  const times = [];
  for (let i = 0; i < 100; i += 1) {
    const begun = performance.now();
    await (await who.window.request.get(base + path)).body();
    times.push(performance.now() - begun);
  }
  console.log(`${name} | ${share(times, 0.5).toFixed(1)} | ${share(times, 0.95).toFixed(1)}`);
}
await browser.close();
started.server.kill('SIGTERM');
