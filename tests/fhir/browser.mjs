// SPDX-License-Identifier: Apache-2.0
// A browser without script: cookies, redirects and forms.
const plain = (text) => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"')
  .replaceAll('&#39;', "'").replaceAll('&amp;', '&');

/** Goes no further than an address that begins with `stopsAt`. */
export class Browser {
  constructor(base) { this.base = base; this.jar = new Map(); this.at = ''; this.text = ''; this.status = 0; this.stopsAt = ''; }

  async go(address, form) {
    let url = new URL(address, this.base);
    for (let step = 0; step < 10; step += 1) {
      const cookie = [...this.jar].map(([name, value]) => `${name}=${value}`).join('; ');
      const own = url.origin === new URL(this.base).origin;
      const response = await fetch(url, { redirect: 'manual', method: form ? 'POST' : 'GET',
        headers: { ...(own ? { Cookie: cookie } : {}), ...(form ? { 'Content-Type': 'application/x-www-form-urlencoded',
          'Sec-Fetch-Site': 'same-origin' } : {}) }, body: form ? new URLSearchParams(form) : undefined });
      if (own) for (const set of response.headers.getSetCookie()) {
        const [pair] = set.split(';');
        const at = pair.indexOf('=');
        if (/Max-Age=0/.test(set)) this.jar.delete(pair.slice(0, at));
        else this.jar.set(pair.slice(0, at), pair.slice(at + 1));
      }
      this.status = response.status;
      this.text = await response.text();
      this.at = url.href;
      if (response.status < 300 || response.status >= 400) return this;
      url = new URL(response.headers.get('location'), url);
      if (this.stopsAt && url.href.startsWith(this.stopsAt)) { this.at = url.href; return this; }
      form = undefined;
    }
    throw new Error('too many redirects');
  }
  /** The hidden fields of the form that goes to `action`, and these. */
  async send(action, fields = {}) {
    const form = this.text.split('<form').find((part) => part.includes(`action="${action}"`));
    if (!form) throw new Error(`no form for ${action} at ${this.at}`);
    const hidden = {};
    for (const [tag] of form.split('</form>')[0].matchAll(/<input[^>]*>/g))
      if (/type="hidden"/.test(tag)) hidden[/name="([^"]*)"/.exec(tag)[1]] = plain(/value="([^"]*)"/.exec(tag)?.[1] ?? '');
    return this.go(action, { ...hidden, ...fields });
  }
  shows(words) { return this.text.includes(words); }
  async signIn(login, password) {
    await this.go('/sign-in');
    return this.send('/sign-in', { login, password });
  }
}
