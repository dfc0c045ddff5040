// SPDX-License-Identifier: Apache-2.0
// Improvement work as its users do it, with clicks counted: from an empty project and two years of
// numbers to the right chart; two who write one charter at once; a test whose prediction is locked.
import { Visitor, check, desk, phone } from './visitor.mjs';

/// 24 months, made so that the last nine are clearly better: about 34 of 100, then about 62.
export function twoYears() {
  const rows = ['Month,Aim written down,Visits'];
  for (let i = 0; i < 24; i += 1) {
    const visits = 25 + (i * 7) % 10;
    const share = i < 15 ? 0.34 : 0.62;
    const asked = Math.round(visits * share + ((i * 5) % 5) - 2);
    rows.push(`${2024 + Math.floor((i + 10) / 12)}-${String((i + 10) % 12 + 1).padStart(2, '0')},${asked},${visits}`);
  }
  return rows.join('\n') + '\n';
}

function counting(visitor) {
  visitor.clicks = 0;
  visitor.click = async (what) => {
    visitor.clicks += 1;
    await (typeof what === 'string' ? visitor.press(what) : what.click());
  };
  visitor.choose = async (selector) => { visitor.clicks += 1; await visitor.page.locator(selector).check({ force: true }); };
  visitor.select = async (selector, value) => { visitor.clicks += 1; await visitor.page.locator(selector).selectOption(value); };
  return visitor;
}

async function firstChart(team, name) {
  await team.open('/projects');
  await team.look('projects');
  team.clicks = 0;
  await team.page.locator('#name').fill(name);
  if (await team.page.locator('input[name=team][type=radio]').count()) await team.choose('#team');
  await team.click('Begin');
  const project = new URL(team.page.url()).pathname;
  await team.look('project-new');
  await team.page.locator('a', { hasText: 'What we measure' }).first().click();
  team.clicks += 1;
  await team.click('A measure of our own');
  await team.page.locator('#name').fill('Aim written down before the visit');
  await team.choose('#counted');
  await team.page.locator('#numerator').fill('Visits with an aim written down before');
  await team.page.locator('#denominator').fill('Visits held');
  await team.select('#kind', 'process');
  await team.select('#perspective', 'organisation');
  await team.choose('#better');
  await team.choose('#covers-aim');
  await team.look('measure-defining');
  await team.click('Keep the definition');
  if (team.scripted) await team.page.locator('#table-file').setInputFiles({ name: 'two-years.csv', mimeType: 'text/csv', buffer: Buffer.from(twoYears()) });
  else await team.page.locator('#table').fill(twoYears());
  await team.page.waitForFunction(() => document.getElementById('table').value.length > 100).catch(() => {});
  await team.click('Take them in');
  check(team.clicks <= 12, `from nothing to the first chart asked for ${team.clicks} clicks, at most 12`);
  await team.sees('It has become better.');
  await team.sees('A P chart');
  await team.sees('Chosen because the numbers are so many out of so many.');
  check(await team.page.locator('svg.chart').count() > 0, 'the chart is drawn');
  await team.look('measure-own');
  return project;
}

/// A definition over records: its chart, its query, its lines, its parts, and what a huddle saw of it.
async function counted(team, project) {
  await team.open(project + '/measures');
  await team.page.getByRole('link', { name: 'Count what is recorded' }).click();
  await team.look('measure-counting');
  await team.page.locator('#name').fill('They meet again within half a year');
  await team.page.locator('#counts').selectOption('visit_again');
  await team.page.locator('#days').fill('0');
  await team.page.locator('#kind').selectOption('process');
  await team.page.locator('#perspective').selectOption('person');
  await team.page.locator('#better').check({ force: true });
  await team.press('Keep the definition');
  await team.sees('Write a number of days from 1 to 365.');
  await team.page.locator('#days').fill('180');
  await team.press('Keep the definition');
  await team.sees('they met again, within 180 days');
  check((await team.page.content()).includes('counts: visit_again 180'), 'the definition can be counted elsewhere');
  await team.look('measure-counted');
  await team.page.getByRole('link', { name: 'how we met' }).click();
  await team.sees('They meet again within half a year: how we met');
  await team.look('measure-parts');
}

/// Two who write at once: what only one changed is joined, what both changed is shown to both.
async function twoAtOnce(browser, base, logins, team, project, options) {
  const other = await Visitor.of(browser, base, phone, options);
  await other.signIn(logins.professional);
  await team.open(project + '/charter');
  await other.open(project + '/charter');
  await team.page.locator('#aim').fill('Do what matters to me, by 12 weeks');
  await team.page.locator('#science').fill('Two reviews');
  await team.press('Save');
  await team.sees('Kept.');
  await other.page.locator('#context').fill('Two nurses, short visits');
  await other.page.locator('#science').fill('Three reviews');
  await other.press('Save');
  await other.sees('Somebody else changed this too.');
  await other.sees('Two reviews');
  check(await other.page.locator('#science').inputValue() === 'Three reviews', 'what I wrote is still in its field');
  check(await other.page.locator('#aim').inputValue() === 'Do what matters to me, by 12 weeks', 'what only the other wrote is there');
  await other.look('charter-both');
  await other.page.locator('#science').fill('Two reviews and a third');
  await other.page.locator('#health_gain').fill('Hands that hurt less, so that people can cook');
  await other.page.locator('#how_much').fill('from 34 to 70 of 100');
  await other.page.locator('#by').fill('2027-03-01');
  await other.press('Save');
  await other.sees('Kept.');
  await team.open(project + '/charter');
  for (const [field, words] of [['aim', 'Do what matters to me, by 12 weeks'], ['science', 'Two reviews and a third'], ['context', 'Two nurses, short visits']])
    check(await team.page.locator('#' + field).inputValue() === words, `nothing of the ${field} was lost`);
  await team.look('charter');
  await other.window.close();
}

async function drivers(team, project) {
  await team.open(project + '/drivers');
  for (const [kind, words, under] of [['driver', 'People are asked before they come', '0'], ['driver', 'There is time to talk', '0'],
    ['driver', 'The question is easy to understand', '1'], ['change', 'Text the day before, at 6 pm', '3'], ['change', 'A card in the waiting room', '3'], ['change', 'One longer visit each half day', '2']]) {
    await team.page.locator(`input[name=kind][value=${kind}]`).check({ force: true });
    await team.page.locator('#words').fill(words);
    await team.page.locator('#under').selectOption(under);
    await team.press('Keep');
  }
  await team.sees('Idea: A card in the waiting room');
  await team.look('drivers');
}

async function lockedPrediction(team, project) {
  await team.open(project);
  team.clicks = 0;
  await team.click('Plan a test');
  const today = new Date().toISOString().slice(0, 10);
  for (const [field, words] of [['title', 'Text on ten days'], ['hypothesis', 'A day to think helps'], ['what', 'visits with an aim written down before'],
    ['now', '34'], ['confidence', '70'], ['size', '10'], ['begins', today], ['ends', today], ['stop_rule', 'Somebody is upset by the text'], ['who', 'Grace and Dele'], ['hours', '2.5'], ['sponsor', 'The head nurse']])
    await team.page.locator('#' + field).fill(words);
  await team.choose('#seen');
  await team.choose('#predicted');
  await team.look('test-planning');
  await team.click('Keep the plan');
  check(team.clicks <= 4, `a test with a prediction asked for ${team.clicks} clicks, at most 4`);
  check(await team.page.locator('#count').count() === 0, 'before the lock there is no place for data');
  await team.press('Lock what we think');
  await team.page.locator('#count').fill('9');
  await team.page.locator('#of').fill('11');
  await team.press('Keep what was seen');
  await team.sees('It came as we thought.');
  await team.page.locator('#learnt').fill('Two people wrote more than one aim');
  await team.press('Keep what we learnt');
  await team.page.locator('input[name=decision][value=adapt]').check({ force: true });
  await team.page.locator('#reason').fill('Send it at 6 pm');
  await team.press('Decide');
  await team.sees('Adapt: change something and try again');
  await team.look('test-decided');
}

/// A huddle on a wall and on a phone: what one writes, the other shows by itself.
async function huddle(browser, base, logins, team, options) {
  await team.open('/teams');
  await team.press('Huddle');
  const path = new URL(team.page.url()).pathname;
  if (await team.page.getByRole('button', { name: 'Begin the huddle' }).count()) await team.press('Begin the huddle');
  const wall = await Visitor.of(browser, base, { width: 1920, height: 1080 }, { ...options, colorScheme: 'dark' });
  await wall.signIn(logins.professional);
  await wall.open(path);
  const words = `Ask the clerk about texts ${team.name}`;
  await team.page.locator('#words').fill(words);
  await team.page.locator('#owner').fill('Grace');
  const begun = Date.now();
  await team.press('Write it down');
  await team.sees(words);
  check(Date.now() - begun < 10000, 'a decision is written down within ten seconds');
  if (wall.scripted) await wall.page.getByText(words).first().waitFor({ timeout: 4000 }).then(() => check(true, ''), () => check(false, 'the other screen shows what was written'));
  await wall.look('huddle-wall');
  await team.look('huddle');
  check(!(await team.page.locator('main').innerText()).includes(logins.name ?? 'nobody at all'), 'no patient is named in a huddle');
  await wall.window.close();
  await team.page.locator('#colleagues').fill('6');
  await team.page.locator('#partners').fill('1');
  await team.press('End it');
  await team.sees('Colleagues: 6. Patient partners: 1.');
}

async function finding(team, project) {
  await team.open(project + '/findings');
  await team.page.locator('input[name=kind][value=not_suitable]').check({ force: true });
  for (const [field, words] of [['context', 'Many share a phone'], ['mechanism', 'The text is read by somebody else'], ['outcome', 'Those who need it most do not get it'], ['data', '4 of 10 opened it']])
    await team.page.locator('#' + field).fill(words);
  await team.press('Keep the finding');
  await team.sees('Not suitable here');
  await team.look('findings');
}

/// The project is told: one sheet, the report and its file, figures that keep their trace.
async function told(team, project) {
  await team.open(project + '/report');
  await team.sees('Introduction: why did you start?');
  await team.look('report');
  await team.press('Add words to the report');
  await team.page.locator('#ethics').fill('Nobody was put at risk.');
  await team.look('report-words');
  await team.press('Save');
  await team.sees('Nobody was put at risk.');
  const file = await (await team.window.request.get(team.base + project + '/report/file')).text();
  check(file.includes('13. Results') && file.includes('<svg'), 'the report as a file holds results and figures');
  check(!/(src|href)="(?!#|http:)/.test(file.replace(/href="\/projects[^"]*"/g, '')), 'the report as a file loads nothing');
  await team.open(project + '/summary');
  await team.look('summary');
  for (const form of ['svg', 'png']) {
    const slide = await team.window.request.get(`${team.base}${project}/measures/1/slide.${form}`);
    check(slide.status() === 200, `a figure as ${form}`);
  }
  for (const path of ['/report', '/report/words', '/summary']) {
    const bytes = await team.size(project + path);
    check(bytes <= 60000, `${path} is ${bytes} bytes of HTML and style, at most 60,000`);
  }
}

/// A journal that nobody else reads; joy without a name; a passport with two columns.
async function reflection(team) {
  await team.open('/journal');
  team.clicks = 0;
  await team.click('Write about a case');
  await team.page.locator('#happened').fill('I spoke of numbers, and they wanted to walk.');
  await team.look('journal-writing');
  await team.click('Save');
  check(team.clicks <= 2, `an entry asked for ${team.clicks} taps from the journal, at most 2`);
  await team.sees('I spoke of numbers, and they wanted to walk.');
  await team.look('journal');
  if (await team.page.locator('input[name=joy]').count()) {
    await team.page.locator('input[name=joy][value="3"]').check({ force: true });
    await team.press('Answer');
    await team.sees('Kept.');
  }
  await team.open('/journal/log');
  await team.look('journal-log');
  await team.open('/teams');
  await team.press('Value passport');
  await team.look('value');
  await team.press('Take the passport');
  await team.page.locator('#communication_professionals').selectOption('2');
  await team.page.locator('#communication_partners').selectOption('0');
  await team.look('value-taking');
  await team.press('Save');
  await team.sees('Worth a talk');
  await team.look('value-taken');
}

export async function improvement(browser, base, logins) {
  for (const [viewport, options, tag] of [[desk, {}, 'desk'], [phone, { javaScriptEnabled: false }, 'phone']]) {
    const team = counting(await Visitor.of(browser, base, viewport, options));
    await team.signIn(logins.professional);
    const project = await firstChart(team, `Aims first (${tag})`);
    await twoAtOnce(browser, base, logins, team, project, options);
    await drivers(team, project);
    await lockedPrediction(team, project);
    await finding(team, project);
    await huddle(browser, base, logins, team, options);
    await told(team, project);
    await counted(team, project);
    await reflection(team);
    await team.open(project);
    await team.look('project');
    await team.open(project + '/measures');
    await team.look('measures-of-project');
    await team.open(project + '/members');
    await team.look('members');
    const bytes = await team.size(project);
    check(bytes <= 60000, `a project is ${bytes} bytes of HTML and style, at most 60,000`);
    await team.window.close();
  }
}
