// SPDX-License-Identifier: Apache-2.0
// Opened from another record system and back again: a browser without script against the real server and a small
// fake record system (ehr.mjs).
import { spawn } from 'node:child_process';
import { createServer } from 'node:http';
import { served } from '../served.mjs';
import { Browser } from './browser.mjs';
import { Ehr } from './ehr.mjs';

const about = (id) => ({ subject: { reference: `Patient/${id}` } });
const newcomer = (id) => [
  { resourceType: 'Patient', id, name: [{ family: 'Åkesson', given: ['Wilma'] }], birthDate: '1961-03-04',
    identifier: [{ system: 'urn:test:ehr', value: id }] },
  ...[1, 2, 3].map((number) => ({ resourceType: 'Goal', id: `${id}-g${number}`, lifecycleStatus: 'active',
    description: { text: `HbA1c below ${number + 50}` }, ...about(id) })),
  { resourceType: 'Condition', id: `${id}-c`, code: { text: 'Diabetes type 2' }, ...about(id) },
  { resourceType: 'Observation', id: `${id}-o`, status: 'final', code: { text: 'HbA1c' },
    valueQuantity: { value: 61, unit: 'mmol/mol' }, ...about(id) },
];

async function nameSystem(browser, ehr, name, signs) {
  await browser.go('/admin/systems');
  await browser.send('/admin/systems', { name, address: ehr.base, client_id: ehr.clientId, ...(signs ? { signs: 'yes' } : {}) });
  if (!browser.shows(name)) throw new Error(`the system was not added: ${browser.status}`);
}

const open = (browser, ehr, launch) =>
  browser.go(`/launch?iss=${encodeURIComponent(ehr.base)}&launch=${launch}`);

async function sendsThePlan(doctor, hospital, patient, check) {
  const sent = (type) => [...hospital.resources.values()].filter((one) => one.resourceType === type &&
    one.identifier?.some((known) => known.system === 'urn:alongside:sent'));
  await open(doctor, hospital, hospital.opens(patient.id));
  await doctor.send('/launched/send');
  check(doctor.shows('The plan is in the other system'), `the plan is sent: ${doctor.status}`);
  const plans = sent('CarePlan');
  check(plans.length > 0 && sent('Goal').length > 0, `as ${sent('Goal').length} goals and ${plans.length} plans`);
  const there = (reference) => hospital.resources.has(reference) || reference.startsWith('Practitioner');
  check(plans.every((plan) => (plan.goal ?? []).every((one) => there(one.reference)) &&
    (plan.activity ?? []).every((one) => there(one.reference.reference))), 'which name each other by their ids there');
  check(sent('Goal').every((goal) => goal.subject.reference === `Patient/${patient.id}`), 'about the person');
  check(!JSON.stringify([...hospital.resources.values()]).includes('"code":"R"'), 'and nothing that is for the person alone');
  const before = hospital.resources.size;
  await doctor.send('/launched/send');
  check(hospital.resources.size === before, 'sent again, nothing stands twice');
}

/** Somebody whom the doctor's team serves and who agreed on a plan here. */
async function somebodyWithAPlan(base, logins, resources) {
  const doctor = new Browser(base);
  await doctor.signIn(logins.doctor, logins.password);
  await doctor.go('/people');
  const planned = new Set(resources.filter((one) => one.resourceType === 'CarePlan').map((one) => one.subject.reference));
  const found = resources.find((one) => one.resourceType === 'Patient' && planned.has(`Patient/${one.id}`) &&
    doctor.shows(one.name[0].given.join(' ')) && doctor.shows(one.name[0].family));
  if (!found) throw new Error('nobody in the list has a plan');
  return structuredClone(found);
}

/** A group comes at night: all of it, then what changed; nothing twice. */
export async function fetched(binary, folder, check) {
  const person = (id) => newcomer(id);
  const byType = (resources) => resources.reduce((all, one) => ({ ...all,
    [one.resourceType]: [...(all[one.resourceType] ?? []), one] }), {});
  const hospital = await new Ehr([], { groups: { 17: byType([...person('n1'), ...person('n2')]) } }).start();
  const run = async (...words) => {
    const child = spawn(binary, ['fetch', ...words, '--data', folder, '--json'], { stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    let told = '';
    child.stdout.on('data', (text) => { said += text; });
    child.stderr.on('data', (text) => { told += text; });
    const code = await new Promise((resolve) => { child.on('exit', resolve); });
    return { code, told, report: code === 1 ? undefined : JSON.parse(said) };
  };
  try {
    const { server, base } = await served(binary, folder);
    const admin = new Browser(base);
    await admin.signIn('example-administrator', 'example-clinic-only');
    await nameSystem(admin, hospital, 'Night Hospital', true);
    const keys = await (await fetch(`${base}/.well-known/jwks.json`)).text();
    await new Promise((resolve) => { server.on('exit', resolve); server.kill('SIGTERM'); });
    const published = createServer((request, response) => response.end(keys));
    await new Promise((resolve) => { published.listen(0, '127.0.0.1', resolve); });
    hospital.options.programKeys = `http://127.0.0.1:${published.address().port}/`;

    const sum = (report, what) => report.files.reduce((all, one) => all + one[what], 0);
    const first = await run('Night Hospital', '17');
    check(first.code === 0 && sum(first.report, 'created') === 12 && sum(first.report, 'lines') === 12,
      `a group comes whole: ${first.code} ${first.told}`);
    check(hospital.since === null, 'the first time nothing is left out');
    const again = await run('Night Hospital', '17');
    check(again.code === 0 && sum(again.report, 'unchanged') === 12, 'a second time nothing changes');
    check(hospital.since === '2026-11-01T10:00:00.123Z', `and only what changed is asked for: ${hospital.since}`);
    const all = await run('Night Hospital', '17', '--all');
    check(all.code === 0 && hospital.since === null, '--all asks for everything');
    const none = await run('Night Hospital', '18');
    check(none.code === 1 && none.told.includes('does not let us export'), 'a group that is not ours is told');
    const unknown = await run('Day Hospital', '17');
    check(unknown.code === 1 && unknown.told.includes('no record system'), 'a system that nobody named is told');
    hospital.options.programKeys = `${hospital.origin}/keys`;
    const stranger = await run('Night Hospital', '17');
    check(stranger.code === 1 && stranger.told.includes('gave us no key'), 'without our key there is no way in');
    hospital.faults = hospital.faults.filter((fault) => !fault.includes('did not prove'));
    published.close();
    for (const fault of hospital.faults) check(false, fault);
  } finally {
    hospital.stop();
  }
}

/** `folder`: an example clinic; `logins`: {admin, doctor, password}; `resources`: its Patients and its own CarePlans. */
export async function launched(binary, folder, logins, resources, check) {
  const { server, base } = await served(binary, folder);
  const patient = await somebodyWithAPlan(base, logins, resources);
  const hospital = await new Ehr([structuredClone(patient), ...newcomer('w1'), ...newcomer('w2')]).start();
  hospital.options.programKeys = `${base}/.well-known/jwks.json`;
  const small = await new Ehr([patient, ...newcomer('w3')],
    { scope: 'launch openid fhirUser patient/*.rs patient/DocumentReference.c', hides: ['CareTeam'] }).start();
  try {
    const admin = new Browser(base);
    await admin.signIn(logins.admin, logins.password);
    await nameSystem(admin, hospital, 'North Hospital', true);
    await nameSystem(admin, small, 'Small Practice', false);
    await admin.send('/admin/systems', { name: 'x', address: 'http://ehr.example/fhir', client_id: 'y' });
    check(admin.status === 422 && admin.shows('https://'), 'an address without encryption is refused');

    const doctor = new Browser(base);
    await open(doctor, hospital, hospital.opens('w1'));
    check(doctor.at.endsWith('/sign-in?then=launched'), `whoever is not signed in is asked to: ${doctor.at}`);
    await doctor.send('/sign-in', { login: logins.doctor, password: logins.password });
    check(doctor.at.endsWith('/launched') && doctor.shows('Wilma') && doctor.shows('4 March 1961'),
      `and goes on with the right person: ${doctor.at} ${doctor.status}`);
    check(doctor.shows('HbA1c below 53') && doctor.shows('Diabetes type 2') && doctor.shows('HbA1c: 61 mmol/mol'),
      'every page of what is there is shown');
    const people = new Browser(base);
    people.jar = new Map(doctor.jar);
    await people.go('/people');
    check(!people.shows('Wilma'), 'nothing is stored by looking');

    await doctor.send('/launched/link', { password: logins.password });
    check(doctor.shows('From now on you are signed in'), 'the two sign-ins are linked');
    await doctor.send('/launched/keep', doctor.shows('name="team"') ? {
      team: /name="team" value="([^"]+)"/.exec(doctor.text)?.[1] ?? /value="([^"]+)" name="team"/.exec(doctor.text)?.[1] } : {});
    check(doctor.shows('Kept.') && doctor.shows('Wilma'), `kept: ${doctor.status}`);
    await people.go('/people');
    check(people.status === 200, 'the list of people opens');
    const page = /href="(\/people\/[0-9a-f-]{36})"/.exec(doctor.text)?.[1];
    check(page !== undefined, 'the person has a page here');
    if (page) {
      await doctor.go(page);
      check(doctor.status === 200 && doctor.shows('Wilma'), 'which opens');
    }
    await sendsThePlan(doctor, hospital, patient, check);

    const next = new Browser(base);
    await open(next, hospital, hospital.opens('w2'));
    check(next.at.endsWith('/launched') && next.status === 200, `linked, no password is asked: ${next.at}`);
    const stranger = new Browser(base);
    await open(stranger, hospital, hospital.opens('w2', 'dr-2'));
    check(stranger.at.endsWith('/sign-in?then=launched'), 'somebody else there is nobody here');

    await open(doctor, small, small.opens(patient.id));
    check(doctor.shows('It does not let us read'), 'what is not shown is said');
    await doctor.send('/launched/send');
    check(doctor.shows('as a text to read'), `where plans are not taken, a text is: ${doctor.status}`);
    const texts = () => [...small.resources.values()].filter((one) => one.resourceType === 'DocumentReference');
    check(texts().length === 1 && Buffer.from(texts()[0].content[0].attachment.data, 'base64').toString().length > 50,
      'and says the plan');
    await doctor.go('/launched');
    await doctor.send('/launched/send');
    check(texts().length === 1, 'sent twice, it stands there once');

    small.resources.get(`Patient/${patient.id}`).birthDate = '1999-09-09';
    small.resources.get(`Patient/${patient.id}`).identifier = [{ system: 'urn:test:other', value: '1' }];
    await open(doctor, small, small.opens(patient.id));
    check(doctor.shows('same number') && !doctor.shows('/people/0'), 'another person of that number is not opened');

    const odd = new Browser(base);
    await odd.go('/launch?iss=https%3A%2F%2Fevil.example%2Ffhir&launch=1');
    check(odd.status === 422 && odd.at.startsWith(base), 'a system that nobody named is not asked');
    const thief = new Browser(base);
    await open(doctor, hospital, hospital.opens('w1'));
    await thief.go(`/launch/back?state=1&code=2`);
    check(thief.status === 422, 'another browser cannot come back');
    hospital.options.refuses = true;
    await open(doctor, hospital, hospital.opens('w1'));
    check(doctor.status === 422 && doctor.shows('said no'), 'a refusal is told');
    hospital.options.refuses = false;
    hospital.options.wrongNonce = true;
    await open(doctor, hospital, hospital.opens('w1'));
    check(doctor.status === 422, 'an id token of another question is not believed');
    for (const fault of [...hospital.faults, ...small.faults]) check(false, fault);
  } finally {
    hospital.stop();
    small.stop();
    await new Promise((resolve) => { server.on('exit', resolve); server.kill('SIGTERM'); });
  }
}
