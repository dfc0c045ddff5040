// SPDX-License-Identifier: Apache-2.0
// Every page once more: narrow and in Swedish, wide and dark, with letters twice as large and the spacing that
// readers may ask for; targets for fingers; the main jobs with a keyboard alone (research/ux.md 8: U7, U9, U11, U12).
import { Visitor, check, desk } from './visitor.mjs';

const page_bytes_max = 60_000;  // HTML and style together, without fonts
const narrow = { width: 320, height: 640 };
const hand = { width: 390, height: 844 };
/// WCAG 2.2, 1.4.12: what a reader may set without losing anything.
const spaced = '* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; } p { margin-bottom: 2em !important; }';

async function hrefs(visitor, path, selector) {
  await visitor.open(path);
  return visitor.page.locator(selector).evaluateAll((links) => links.map((link) => link.getAttribute('href')));
}

/// All pages that a person can open, as they are linked.
async function pagesOfAPerson(person) {
  const [aim] = await hrefs(person, '/me', '.aims h3 a');
  const [stuck] = await hrefs(person, '/me/plan', 'a[href^="/me/stuck"]');
  const questions = await hrefs(person, '/me/questions', '.people a');
  const helps = (await hrefs(person, '/me/help', 'main .looks a')).slice(0, 1);
  return ['/me', '/me/aims/new', aim, aim + '/restate', aim + '/levels', aim + '/numbers', '/me/prepare', '/me/prepare/preview',
    '/me/check-in', '/me/together', '/me/help', ...helps, '/me/trials', '/judgements', '/evidence', '/evidence?about=mood', '/me/plan', '/me/sheet', '/me/life', '/me/sharing', '/me/sharing?own=1', '/me/data', '/me/wrong',
    '/me/everything', '/me/erase', '/erased', '/me/supporters/new', '/me/questions', ...questions, '/account', '/effort', '/supporting', '/patterns',
    ...(stuck ? [stuck] : [])];
}

async function pagesOfAProfessional(team, shared) {
  const teams = (await hrefs(team, '/teams', 'main a[href^="/teams/"]')).filter((link) => link.split('/').length === 3);
  const at = new URL(team.page.url()).pathname;
  const own = at === '/teams' ? teams[0] : at;
  const inside = [...new Set(await hrefs(team, own, 'main a[href^="/teams/"]'))].filter((link) => !link.includes('?'));
  const options = (await hrefs(team, shared, 'main a[href*="/options/"]')).slice(0, 1);
  const measure = inside.find((link) => link.includes('/measures/'));
  const decide = measure ? [...new Set(await hrefs(team, measure, 'a[href*="/decide/"]'))].slice(0, 3) : [];
  return ['/people', '/people/emergency', shared, shared + '/today', shared + '/agree', shared + '/prepare', shared + '/prepare/paper',
    shared + '/sheet', shared + '/corrections/1', ...options, ...options.map((path) => path.replace('/options/', '/trial/')),
    own, own + '/offers', own + '/learning', own + '/summary', ...(measure ? [measure] : []), ...decide];
}

const short = (path) => path.replace(/\?response_type.*/, '').replace(/[0-9a-f-]{36}/g, '…').replaceAll('/', '-').replace(/[?=]/g, '_').slice(1) || 'first';

/// Nothing is cut or runs sideways when letters are twice as large and far apart.
async function large(visitor, path) {
  await visitor.open(path);
  const style = await visitor.page.evaluate((text) => {
    document.documentElement.style.fontSize = '200%';
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    const root = document.documentElement;
    const over = root.scrollWidth - root.clientWidth;
    const widest = [...document.querySelectorAll('main *')].filter((e) => e.getBoundingClientRect().right > root.clientWidth + 1)
      .map((e) => `${e.tagName.toLowerCase()}.${e.className}`).slice(0, 3).join(' ');
    return { over, widest };
  }, spaced);
  check(style.over <= 0, `${short(path)} at ${visitor.name} with letters of 200 % has no sideways scroll (${style.over}: ${style.widest})`);
}

/// Buttons and fields are 44 px high; nothing that stands alone is under 24.
async function targets(visitor, path) {
  await visitor.open(path);
  const small = await visitor.page.evaluate(() => [...document.querySelectorAll('button, .btn, input:not([type=hidden]):not([type=radio]):not([type=checkbox]), select, textarea, summary')]
    .filter((e) => e.getClientRects().length > 0 && !e.closest('.vh'))
    .map((e) => [e.getBoundingClientRect().height, `${e.tagName.toLowerCase()}.${e.className} ${e.textContent.trim().slice(0, 20)}`])
    .filter(([height]) => height < (24)).map(([height, what]) => `${what} ${Math.round(height)}`));
  check(small.length === 0, `${short(path)} has no target under 24 px: ${small.join(' | ')}`);
}

/// Tabs until `wanted` (a function in the page) has the focus. Answers the number of stops; each was to be seen.
async function tabTo(page, wanted, most = 90) {
  for (let stops = 1; stops <= most; stops += 1) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate((source) => {
      const e = document.activeElement;
      const style = getComputedStyle(e);
      // A tile shows the focus of the button inside it.
      const around = e.closest('label, .tile, .check') ?? e;
      const shown = (s) => (s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0) || s.boxShadow !== 'none';
      const seen = shown(style) || shown(getComputedStyle(around)) || (e.nextElementSibling && shown(getComputedStyle(e.nextElementSibling)));
      // The calendar button inside a date is the browser's own, with the browser's own ring.
      return { there: new Function('e', `return ${source}`)(e), seen: seen || e.type === 'date', what: `${e.tagName.toLowerCase()} ${e.id || e.name || e.textContent.trim().slice(0, 20)}` };
    }, wanted);
    check(at.seen, `the focus is seen on ${at.what} of ${short(new URL(page.url()).pathname)}`);
    if (at.there) return stops;
  }
  return Infinity;
}

async function keyboardAlone(browser, base, logins) {
  const person = await Visitor.of(browser, base, hand);
  await person.open('/sign-in');
  const keys = person.page.keyboard;
  await tabTo(person.page, 'e.id === "login"');
  await keys.type(logins.person);
  await tabTo(person.page, 'e.id === "password"');
  await keys.type('example-clinic-only');
  await keys.press('Enter');
  await person.page.waitForURL('**/me');
  await person.open('/me/check-in');
  let stops = await tabTo(person.page, 'e.type === "radio"');
  await keys.press('Space');
  stops += await tabTo(person.page, 'e.tagName === "BUTTON" && e.textContent.includes("Save") && !e.closest("header")');
  // Ticking what was done is a stop for each action of the plan; the question and Save are the rest.
  stops -= await person.page.locator('input[name=done]').count();
  check(stops <= 12, `Save of the check-in is ${stops} tab stops away`);
  await Promise.all([person.page.waitForURL('**/saved*'), keys.press('Enter')]);
  await person.open('/me/wrong');
  await tabTo(person.page, 'e.id === "about"');
  await keys.press('ArrowDown');
  await tabTo(person.page, 'e.id === "words"');
  await keys.type('Written with a keyboard alone');
  await tabTo(person.page, 'e.tagName === "BUTTON" && e.textContent.includes("Say it")');
  await Promise.all([person.page.waitForURL(/kept=1/), keys.press('Enter')]);
  await person.sees('Written with a keyboard alone');
  await person.open('/me/prepare');
  await tabTo(person.page, 'e.id === "matters"');
  await keys.type('With a keyboard alone');
  await tabTo(person.page, 'e.tagName === "BUTTON" && e.value === "preview"');
  await Promise.all([person.page.waitForURL('**/preview'), keys.press('Enter')]);
  await person.sees('With a keyboard alone');
  await person.window.close();
  const team = await Visitor.of(browser, base, desk);
  await team.signIn(logins.professional);
  await team.open(logins.shared + '/today');
  await tabTo(team.page, 'e.type === "radio" || e.type === "checkbox"');
  await team.page.keyboard.press('Space');
  await tabTo(team.page, 'e.tagName === "BUTTON" && e.textContent.includes("Close the visit")', 120);
  await team.page.keyboard.press('Enter');
  await team.page.waitForURL('**/sheet*');
  check(team.page.url().includes('/sheet'), 'a visit is closed with a keyboard alone');
  await team.window.close();
}

async function takenAlong(person) {
  await person.open('/me');
  const taps = ['See every look', 'Your data', 'Take everything along'];
  for (const tap of taps) await person.page.getByRole('link', { name: tap }).first().click();
  check(new URL(person.page.url()).pathname === '/me/everything', `everything is ${taps.length} taps from one's own page`);
  const [download] = await Promise.all([person.page.waitForEvent('download'), person.press('Get it as a file')]);
  let text = '';
  for await (const piece of await download.createReadStream()) text += piece;
  const bundle = JSON.parse(text);
  check(bundle.resourceType === 'Bundle' && bundle.entry.some((e) => e.resource.resourceType === 'Goal'), 'the file is a FHIR Bundle with aims');
  const pdf = await person.page.pdf({ format: 'A4' });
  check(pdf.length > 10000, 'everything prints');
}

async function somethingIsWrong(person) {
  await person.open('/me/wrong');
  await person.page.locator('#about').selectOption('identity');
  await person.page.locator('#words').fill('Stavas med h');
  await person.page.locator('form .btn.wide').click();
  check(await person.page.locator('.looks .voice', { hasText: 'Stavas med h' }).count() === 1, 'what is wrong stands on the page');
}

/// The one act that cannot be taken back, by somebody whom no other part of the run needs.
async function erased(browser, base, login) {
  const person = await Visitor.of(browser, base, hand);
  await person.signIn(login);
  await person.open('/me/data');
  await person.press('Erase my record');
  await person.press('Erase everything');
  await person.look('erase-asked-again');
  await person.page.locator('#understood-yes').check({ force: true });
  await person.page.locator('#password').fill('example-clinic-only');
  await person.press('Erase everything');
  await person.sees('Your record is erased');
  await person.look('erased-in-the-end');
  await person.open('/me');
  check(new URL(person.page.url()).pathname === '/sign-in', 'whoever is erased is signed out');
  await person.window.close();
}

/// Names a program and answers the address to which it sends a browser.
async function askedByAProgram(keeper, base, says) {
  const back = 'https://walks.example/back';
  await keeper.open('/admin/programs');
  await keeper.page.locator('#name').fill(`Walks ${says}`);
  await keeper.page.locator('#returns').fill(back);
  await keeper.page.locator('form[action="/admin/programs"] .btn').click();
  const id = await keeper.page.locator('.done code').first().textContent();
  const query = { response_type: 'code', client_id: id, redirect_uri: back, aud: `${base}/fhir`, state: 's',
    scope: 'openid launch/patient offline_access patient/*.rs patient/Goal.cruds patient/Immunization.rs',
    code_challenge: 'c'.repeat(43), code_challenge_method: 'S256' };
  return `/authorize?${new URLSearchParams(query)}`;
}

export async function everywhere(browser, base, logins) {
  for (const [viewport, options, says] of [[narrow, { locale: 'sv-SE' }, 'sv'], [desk, { colorScheme: 'dark' }, 'en']]) {
    const person = await Visitor.of(browser, base, viewport, options);
    const team = await Visitor.of(browser, base, viewport, options);
    const keeper = await Visitor.of(browser, base, viewport, options);
    for (const [visitor, login] of [[person, logins.person], [team, logins.professional], [keeper, logins.administrator]]) {
      await visitor.open('/sign-in');
      await visitor.page.locator('#login').fill(login);
      await visitor.page.locator('#password').fill('example-clinic-only');
      await visitor.page.locator('form .btn.wide').click();
    }
    const asked = await askedByAProgram(keeper, base, says);
    if (says === 'en') await takenAlong(person);
    else await somethingIsWrong(person);
    for (const [visitor, paths] of [[person, [...await pagesOfAPerson(person), '/programs', asked]],
      [team, [...await pagesOfAProfessional(team, logins.shared), asked]],
      [keeper, ['/admin', '/admin/instruments', '/admin/systems', '/admin/programs']]])
      for (const path of paths) {
        const answer = await visitor.page.goto(base + path);
        check(answer.status() === 200, `${short(path)} is there (${answer.status()})`);
        check(await visitor.page.locator('html').getAttribute('lang') === says, `${short(path)} is in ${says}`);
        await visitor.look('every-' + short(path));
        if (says !== 'en') continue;
        await targets(visitor, path);
        // The whole of a record is as long as a life; a list of invitees grows with the clinic.
        if (!['/me/everything', '/admin', '/patterns'].includes(path)) {
          const bytes = await visitor.size(path);
          check(bytes <= page_bytes_max, `${short(path)} weighs ${bytes} bytes with its style, at most ${page_bytes_max}`);
        }
      }
    for (const visitor of [person, team, keeper]) await visitor.window.close();
  }
  for (const viewport of [hand, desk]) {
    const person = await Visitor.of(browser, base, viewport);
    const team = await Visitor.of(browser, base, viewport);
    await person.signIn(logins.person);
    await team.signIn(logins.professional);
    for (const path of await pagesOfAPerson(person)) await large(person, path);
    for (const path of await pagesOfAProfessional(team, logins.shared)) await large(team, path);
    await person.window.close();
    await team.window.close();
  }
  await keyboardAlone(browser, base, logins);
  await erased(browser, base, logins.other);
}
