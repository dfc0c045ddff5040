// SPDX-License-Identifier: Apache-2.0
// Somebody at a browser window of one size, and what the browser tests count: every page that is
// looked at is read by axe and kept as a picture.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const source = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
export const screens = join(source, 'build', 'screens');
export const phone = { width: 360, height: 640 };
export const desk = { width: 1280, height: 900 };

export const counted = { passed: 0 };
export const faults = [];
export function check(holds, what) {
  if (holds) counted.passed += 1;
  else { faults.push(what); console.log('FAILED ' + what); }
}

/// One visitor with a window of one size; every page is looked at by axe and kept as a picture.
export class Visitor {
  static async of(browser, base, viewport, options = {}) {
    const visitor = new Visitor();
    visitor.base = base;
    visitor.name = `${viewport.width}${options.colorScheme === 'dark' ? '-dark' : ''}${options.javaScriptEnabled === false ? '-noscript' : ''}`;
    visitor.window = await browser.newContext({ viewport, ...options });
    visitor.page = await visitor.window.newPage();
    visitor.page.setDefaultTimeout(8000);
    visitor.scripted = options.javaScriptEnabled !== false;
    visitor.page.on('console', (message) => { if (message.type() === 'error' && !/status of 4\d\d/.test(message.text())) faults.push(`console: ${message.text()}`); });
    return visitor;
  }
  async open(path) { await this.page.goto(this.base + path); }
  async signIn(login) {
    await this.open('/sign-in');
    await this.page.getByLabel('Sign-in name').fill(login);
    await this.page.getByLabel('Password', { exact: true }).fill('example-clinic-only');
    await this.page.getByRole('button', { name: 'Sign in', exact: true }).click();
  }
  async press(name) {
    const button = this.page.getByRole('button', { name, exact: true });
    await (await button.count() ? button.first() : this.page.getByRole('link', { name, exact: true }).first()).click();
  }
  async look(what) {
    const overflow = await this.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth).catch(() => 0);
    check(overflow <= 0, `${what} at ${this.name} has no sideways scroll (${overflow})`);
    if (this.scripted) {
      const found = await this.page.evaluate(async (text) => {
        const load = new Function(text + ';return window.axe');
        return (await load().run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })).violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(' ')).join(', ')}`);
      }, axe);
      check(found.length === 0, `${what} at ${this.name} has no axe violations: ${found.join(' | ')}`);
    }
    await this.page.screenshot({ path: join(screens, `${what}-${this.name}.png`), fullPage: true });
  }
  async sees(words) { check((await this.page.locator('body').innerText()).replace(/\s+/g, ' ').includes(words), `${new URL(this.page.url()).pathname.replace(/[0-9a-f-]{36}/g, '…')} at ${this.name} shows "${words}"`); }
  async size(path) {
    const html = (await (await this.window.request.get(this.base + path)).body()).length;
    const sheets = await this.page.evaluate(() => [...document.querySelectorAll('link[rel=stylesheet]')].map((link) => link.href));
    let all = html;
    for (const sheet of sheets) all += (await (await this.window.request.get(sheet)).body()).length;
    return all;
  }
}
