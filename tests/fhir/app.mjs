// SPDX-License-Identifier: Apache-2.0
// A program of somebody else, by fhirclient (SMART's own library): sent to sign in, let in, given a key, and at work.
import { createPublicKey, createVerify, randomUUID } from 'node:crypto';
import { createRequire } from 'node:module';
import { served } from '../served.mjs';
import { Browser } from './browser.mjs';

const require = createRequire(import.meta.url);
const fhirclient = require('fhirclient');
const back = 'http://localhost:9/back';

class Storage {
  constructor() { this.kept = new Map(); }
  async get(name) { return this.kept.get(name); }
  async set(name, value) { this.kept.set(name, value); return value; }
  async unset(name) { return this.kept.delete(name); }
}

/** One visit of the program's own page, as fhirclient sees it. */
function visit(storage, address) {
  const url = new URL(address);
  const response = { gone: '', writeHead(status, headers) { this.gone = headers.location ?? headers.Location; }, end() {} };
  const request = { url: url.pathname + url.search, headers: { host: url.host }, socket: {} };
  return { smart: fhirclient(request, response, storage), response };
}

async function nameProgram(server, admin, name, keepsSecret) {
  const browser = new Browser(server.base);
  await browser.signIn(...admin);
  await browser.go('/admin/programs');
  await browser.send('/admin/programs', { name, returns: back, ...(keepsSecret ? { keeps_secret: 'yes' } : {}) });
  const said = browser.text.slice(browser.text.indexOf('role="status"'));
  const [id, secret] = [...said.slice(0, said.indexOf('</div>')).matchAll(/<code>([^<]+)<\/code>/g)].map((one) => one[1]);
  return { id, secret: keepsSecret ? secret : undefined };
}

/** Begins at the program, ends at its page with a code. */
async function letIn(server, who, program, scope, agreed) {
  const storage = new Storage();
  const start = visit(storage, 'http://localhost:9/');
  await start.smart.authorize({ iss: `${server.base}/fhir`, clientId: program.id, clientSecret: program.secret, scope,
    redirectUri: back, pkceMode: 'required' });
  const browser = new Browser(server.base);
  browser.stopsAt = back;
  await browser.go(start.response.gone);
  await browser.send('/sign-in', { login: who[0], password: who[1] });
  await browser.send('/authorize', { act: 'allow', ...agreed(browser) });
  return { storage, browser, at: browser.at };
}

async function jwtHolds(server, token) {
  const [head, claims, signature] = token.split('.');
  const { kid, alg } = JSON.parse(Buffer.from(head, 'base64url'));
  const config = await (await fetch(`${server.base}/fhir/.well-known/openid-configuration`)).json();
  const { keys } = await (await fetch(config.jwks_uri)).json();
  const key = createPublicKey({ key: keys.find((one) => one.kid === kid && one.alg === alg), format: 'jwk' });
  return createVerify('sha256').update(`${head}.${claims}`).verify(key, Buffer.from(signature, 'base64url'));
}

const status = async (work) => { try { await work(); return 200; } catch (error) { return error.statusCode ?? error.status ?? error.message; } };

async function byAPerson(server, program, person, check) {
  const scope = 'openid fhirUser launch/patient offline_access patient/Patient.rs patient/Goal.cruds patient/Observation.rs';
  const came = await letIn(server, person, program, scope, () => ({ writes: 'yes', stays: 'yes' }));
  check(came.at.startsWith(`${back}?code=`), `the browser is back at the program: ${came.at}`);
  const client = await visit(came.storage, came.at).smart.ready();
  check(client.patient.id && client.user.resourceType === 'Patient', `who it is about: ${client.patient.id}, ${client.user.fhirUser}`);
  check(client.user.id === client.patient.id, 'the person is signed in themselves');
  check(await jwtHolds(server, client.state.tokenResponse.id_token), 'the id token is signed by the key that is shown');
  const self = await client.patient.read();
  check(self.id === client.patient.id, 'it reads the person');
  const goals = await client.patient.request('Goal', { flat: true, pageLimit: 0 });
  check(goals.length > 0 && goals.every((one) => one.subject.reference.endsWith(self.id)), `it reads their aims: ${goals.length}`);
  check(await status(() => client.request('Condition')) === 403, 'and not what it did not ask for');
  const all = await client.request('Patient', { flat: true, pageLimit: 0 });
  check(all.length === 1, `and nobody else: ${all.length}`);
  const made = await client.create({ resourceType: 'Goal', lifecycleStatus: 'proposed',
    description: { text: 'Row on the lake' }, subject: { reference: `Patient/${self.id}` },
    expressedBy: { reference: `Patient/${self.id}` } });
  check(made.id, 'it writes an aim');
  const before = client.state.tokenResponse.access_token;
  await client.refresh();
  check(client.state.tokenResponse.access_token !== before, 'it comes back with a new key');
  check((await client.patient.read()).id === self.id, 'which opens the same');
  return { client, browser: came.browser };
}

async function asked(server, program, key) {
  const response = await fetch(`${server.base}/oauth/introspect`, { method: 'POST',
    headers: { Authorization: `Basic ${Buffer.from(`${program.id}:${program.secret}`).toString('base64')}` },
    body: new URLSearchParams({ token: key }) });
  return response.json();
}

/** @param who {person, professional, admin}: each [login, password] */
export async function letInByPeople(binary, data, who, check) {
  const { server: running, base } = await served(binary, data);
  const server = { base };
  try {
    const open = await nameProgram(server, who.admin, `Walks ${randomUUID().slice(0, 4)}`, false);
    const closed = await nameProgram(server, who.admin, `Drawings ${randomUUID().slice(0, 4)}`, true);
    const { client, browser } = await byAPerson(server, open, who.person, check);
    await browser.go('/programs');
    check(browser.shows('It may read and write.'), 'the person sees what they let in');
    await browser.send(/action="(\/programs\/[^"]+)"/.exec(browser.text)[1]);
    check(browser.shows('The program can no longer come in.'), 'and ends it');
    check(await status(() => client.request(`Patient/${client.patient.id}`)) !== 200, 'then its key opens nothing');

    const came = await letIn(server, who.professional, closed, 'openid fhirUser launch/patient patient/*.rs',
      (page) => ({ person: /name="person"[^>]*value="([^"]+)"/.exec(page.text)?.[1]
        ?? /value="([^"]+)"[^>]*name="person"/.exec(page.text)[1] }));
    const theirs = await visit(came.storage, came.at).smart.ready();
    check(theirs.user.resourceType?.startsWith('Practitioner'), `a professional's program: ${theirs.user.fhirUser}`);
    const key = theirs.state.tokenResponse.access_token;
    const said = await asked(server, closed, key);
    check(said.active && said.patient === theirs.patient.id && said.scope.includes('patient/*.rs'), JSON.stringify(said));
    check((await asked(server, closed, 'made-up')).active === false, 'what is no key is said to be none');
    check((await theirs.request('Patient', { flat: true, pageLimit: 0 })).length === 1, 'about one person alone');
  } finally {
    await new Promise((resolve) => { running.on('exit', resolve); running.kill('SIGTERM'); });
  }
}
