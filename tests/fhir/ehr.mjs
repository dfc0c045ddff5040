// SPDX-License-Identifier: Apache-2.0
// A small record system of somebody else's: it opens programs with a person (SMART App Launch 2.2), checks what a
// careful one checks, shows what it holds, takes what it is let, and lets a group be fetched (Bulk Data).
import { createHash, createPublicKey, createSign, generateKeyPairSync, randomUUID, verify } from 'node:crypto';
import { createServer } from 'node:http';

const b64 = (bytes) => Buffer.from(bytes).toString('base64url');
const read = (request) => new Promise((resolve) => {
  let text = '';
  request.on('data', (part) => { text += part; });
  request.on('end', () => resolve(text));
});

/** `options`: takes (types it lets be written), scope (instead of all that was asked), programKeys (where the
 *  program's keys are; without them it is a public client), groups ({id: {Type: [resources]}}). */
export class Ehr {
  constructor(resources, options = {}) {
    this.resources = new Map(resources.map((one) => [`${one.resourceType}/${one.id}`, one]));
    this.options = { takes: ['Goal', 'ServiceRequest', 'CarePlan', 'DocumentReference'], ...options };
    this.launches = new Map();
    this.codes = new Map();
    this.keys = new Map();
    this.faults = [];
    this.asked = [];
    this.polls = 0;
    this.pair = generateKeyPairSync('rsa', { modulusLength: 2048 });
    this.clientId = 'alongside-here';
  }

  async start() {
    this.server = createServer((request, response) => {
      this.answer(request, response).catch((error) => {
        this.faults.push(`the fake system: ${error.stack}`);
        response.writeHead(500).end();
      });
    });
    await new Promise((resolve) => { this.server.listen(0, '127.0.0.1', resolve); });
    this.origin = `http://127.0.0.1:${this.server.address().port}`;
    this.base = `${this.origin}/fhir`;
    return this;
  }
  stop() { this.server.close(); this.server.closeAllConnections(); }

  /** Whoever is signed in there as `user` opens a program with this person. */
  opens(patient, user = 'dr-1') {
    const launch = randomUUID();
    this.launches.set(launch, { patient, user });
    return launch;
  }
  check(holds, what) { if (!holds) this.faults.push(what); }

  json(response, status, body, headers = {}) {
    response.writeHead(status, { 'Content-Type': 'application/fhir+json', ...headers });
    response.end(JSON.stringify(body));
  }

  async answer(request, response) {
    const url = new URL(request.url, this.origin);
    this.asked.push(`${request.method} ${url.pathname}`);
    const path = url.pathname;
    if (path === '/fhir/.well-known/smart-configuration') return this.configuration(response);
    if (path === '/authorize') return this.authorize(url, response);
    if (path === '/token') return this.token(new URLSearchParams(await read(request)), response);
    if (path === '/keys') {
      const jwk = { ...this.pair.publicKey.export({ format: 'jwk' }), kid: 'theirs', use: 'sig', alg: 'RS256' };
      return this.json(response, 200, { keys: [jwk] });
    }
    const key = this.keys.get((request.headers.authorization ?? '').replace('Bearer ', ''));
    if (!key) return this.json(response, 401, { resourceType: 'OperationOutcome', issue: [] });
    if (path.startsWith('/bulk/')) return this.file(path, response);
    if (path.endsWith('/$export')) return this.begin(url, request, response);
    if (path === '/status') return this.status(response);
    return this.fhir(url, request, response, key);
  }

  configuration(response) {
    this.json(response, 200, { issuer: this.base, authorization_endpoint: `${this.origin}/authorize`,
      token_endpoint: `${this.origin}/token`, jwks_uri: `${this.origin}/keys`,
      code_challenge_methods_supported: ['S256'], capabilities: ['launch-ehr', 'permission-v2', 'context-ehr-patient'] });
  }

  authorize(url, response) {
    const asked = Object.fromEntries(url.searchParams);
    this.check(asked.response_type === 'code' && asked.client_id === this.clientId, 'asks as itself for a code');
    this.check(asked.aud === this.base, 'says for which system it asks');
    this.check(asked.code_challenge_method === 'S256' && asked.code_challenge?.length === 43, 'proves itself by S256');
    this.check(asked.state?.length >= 32 && asked.nonce?.length >= 32, 'state and nonce cannot be guessed');
    const launch = this.launches.get(asked.launch);
    const back = new URL(asked.redirect_uri);
    back.searchParams.set('state', asked.state);
    if (!launch || this.options.refuses) back.searchParams.set('error', 'access_denied');
    else {
      const code = randomUUID();
      this.codes.set(code, { ...launch, ...asked });
      this.launches.delete(asked.launch);
      back.searchParams.set('code', code);
    }
    response.writeHead(302, { Location: back.href }).end();
  }

  async program(form) {
    if (!this.options.programKeys) return form.get('client_id') === this.clientId;
    const [header, claims, signature] = (form.get('client_assertion') ?? '..').split('.');
    const { keys } = await (await fetch(this.options.programKeys)).json();
    const { kid, alg } = JSON.parse(Buffer.from(header, 'base64url'));
    const jwk = keys.find((one) => one.kid === kid && one.alg === alg);
    const said = JSON.parse(Buffer.from(claims, 'base64url'));
    const seconds = Date.now() / 1000;
    return alg === 'RS384' && jwk !== undefined && said.iss === this.clientId && said.sub === this.clientId &&
      said.aud === `${this.origin}/token` && said.exp > seconds && said.exp <= seconds + 300 && said.jti?.length >= 32 &&
      verify('sha384', Buffer.from(`${header}.${claims}`), createPublicKey({ key: jwk, format: 'jwk' }),
        Buffer.from(signature, 'base64url'));
  }

  async token(form, response) {
    if (!await this.program(form)) {
      this.faults.push('the program did not prove who it is');
      return this.json(response, 401, { error: 'invalid_client' });
    }
    const key = randomUUID();
    if (form.get('grant_type') === 'client_credentials') {
      this.keys.set(key, { scope: form.get('scope') });
      return this.json(response, 200, { access_token: key, token_type: 'bearer', expires_in: 300, scope: form.get('scope') });
    }
    const open = this.codes.get(form.get('code'));
    this.codes.delete(form.get('code'));
    const proof = createHash('sha256').update(form.get('code_verifier') ?? '').digest('base64url');
    if (!open || proof !== open.code_challenge || form.get('redirect_uri') !== open.redirect_uri)
      return this.json(response, 400, { error: 'invalid_grant' });
    const scope = this.options.scope ?? open.scope;
    this.keys.set(key, { patient: open.patient, scope });
    this.json(response, 200, { access_token: key, token_type: 'Bearer', expires_in: 3600, scope, patient: open.patient,
      id_token: this.identity(open) });
  }

  identity(open) {
    const now = Math.floor(Date.now() / 1000);
    const text = `${b64(JSON.stringify({ alg: 'RS256', kid: 'theirs' }))}.${b64(JSON.stringify({ iss: this.base,
      aud: this.clientId, sub: open.user, nonce: this.options.wrongNonce ? 'another' : open.nonce, iat: now,
      exp: now + 300, fhirUser: `${this.base}/Practitioner/${open.user}` }))}`;
    return `${text}.${createSign('sha256').update(text).sign(this.pair.privateKey).toString('base64url')}`;
  }

  async fhir(url, request, response, key) {
    const [type, id] = url.pathname.replace('/fhir/', '').split('/');
    if (request.method === 'POST' || request.method === 'PUT')
      return this.write(type, id, request, response, JSON.parse(await read(request)));
    if (id !== undefined) {
      const found = this.resources.get(`${type}/${id}`);
      if (found && key.patient !== undefined && type === 'Patient' && id !== key.patient)
        return this.json(response, 403, { resourceType: 'OperationOutcome', issue: [] });
      return found ? this.json(response, 200, found) : this.json(response, 404, { resourceType: 'OperationOutcome', issue: [] });
    }
    if (this.options.hides?.includes(type))
      return this.json(response, 403, { resourceType: 'OperationOutcome', issue: [] });
    const about = `Patient/${url.searchParams.get('patient')}`;
    const found = [...this.resources.values()].filter((one) => one.resourceType === type &&
      [one.subject, one.patient].some((reference) => reference?.reference === about));
    const from = Number(url.searchParams.get('from') ?? 0);
    const size = 2;  // Small, so that pages are turned.
    const link = found.length > from + size
      ? [{ relation: 'next', url: `${this.base}/${type}?patient=${url.searchParams.get('patient')}&from=${from + size}` }] : [];
    this.json(response, 200, { resourceType: 'Bundle', type: 'searchset', total: found.length, link,
      entry: found.slice(from, from + size).map((resource) => ({ resource, search: { mode: 'match' } })) });
  }

  write(type, id, request, response, resource) {
    if (!this.options.takes.includes(type))
      return this.json(response, 403, { resourceType: 'OperationOutcome', issue: [] });
    const wanted = new URLSearchParams(request.headers['if-none-exist'] ?? '').get('identifier');
    const there = wanted && [...this.resources.values()].find((one) => one.resourceType === type &&
      one.identifier?.some((known) => `${known.system}|${known.value}` === wanted));
    if (there) return this.json(response, 200, there, { Location: `${this.base}/${type}/${there.id}/_history/1` });
    const place = id ?? randomUUID();
    this.resources.set(`${type}/${place}`, { ...resource, id: place });
    this.json(response, id ? 200 : 201, { ...resource, id: place }, { Location: `${this.base}/${type}/${place}/_history/1` });
  }

  begin(url, request, response) {
    this.check(request.headers.prefer === 'respond-async', 'an export is asked for asynchronously');
    this.since = url.searchParams.get('_since');
    this.group = url.pathname.split('/')[3];
    if (!this.options.groups?.[this.group])
      return this.json(response, 404, { resourceType: 'OperationOutcome', issue: [] });
    this.polls = 0;
    response.writeHead(202, { 'Content-Location': `${this.origin}/status` }).end();
  }
  status(response) {
    this.polls += 1;
    if (this.polls < 2) return response.writeHead(202, { 'Retry-After': '0', 'X-Progress': 'half' }).end();
    const output = Object.keys(this.options.groups[this.group]).map((type) => ({ type,
      url: `${this.origin}/bulk/${this.group}/${type}` }));
    return this.json(response, 200, { transactionTime: '2026-11-01T10:00:00.123Z', request: `${this.base}/Group/${this.group}/$export`,
      requiresAccessToken: true, output, deleted: [], error: [] });
  }
  file(path, response) {
    const [, , group, type] = path.split('/');
    response.writeHead(200, { 'Content-Type': 'application/fhir+ndjson' });
    response.end(this.options.groups[group][type].map((one) => `${JSON.stringify(one)}\n`).join(''));
  }
}
