// SPDX-License-Identifier: Apache-2.0
// Pages that stories end on, as pictures and read by axe: options where research and clinics agree, where they do not,
// where there are too few, where it does harm, and where one's own trial says otherwise; each also on one sheet of paper.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Visitor, check, desk } from './visitor.mjs';

const hand = { width: 390, height: 844 };

/// Sheets of paper that a page needs: a PDF names each of its pages.
async function sheets(page) {
  const pdf = (await page.pdf({ format: 'A4', margin: { top: '9mm', bottom: '9mm', left: '9mm', right: '9mm' } })).toString('latin1');
  return pdf.match(/\/Type\s*\/Page\b(?!s)/g).length;
}

export async function scenarios(browser, base, binary) {
  const folder = mkdtempSync(join(tmpdir(), 'alongside-stories-'));
  try {
    execFileSync(join(dirname(binary), 'tests', 'alongside_stories'), { env: { ...process.env, ALONGSIDE_STORY_PAGES: folder }, stdio: 'ignore' });
    const kept = readdirSync(folder).filter((name) => name.endsWith('.html'));
    check(kept.length === 6, `stories keep six pages (${kept.length})`);
    for (const name of kept) {
      const body = readFileSync(join(folder, name), 'utf8');
      for (const [viewport, options] of [[hand, {}], [desk, {}], [desk, { colorScheme: 'dark' }]]) {
        const visitor = await Visitor.of(browser, base, viewport, options);
        await visitor.page.route('**/story', (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body }));
        await visitor.open('/story');
        await visitor.look(name.replace('.html', ''));
        if (viewport === desk && !options.colorScheme && name.startsWith('options-'))
          check(await sheets(visitor.page) === 1, `${name} prints on one sheet (${await sheets(visitor.page)})`);
        await visitor.window.close();
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
