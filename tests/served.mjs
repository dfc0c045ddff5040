// SPDX-License-Identifier: Apache-2.0
// Starts the real server on a free loopback port and says where it is; for the tests that need one.
import { spawn } from 'node:child_process';

export function served(binary, data) {
  return new Promise((resolve, reject) => {
    const server = spawn(binary, ['serve', '--data', data, '--port', '0'], { stdio: ['ignore', 'pipe', 'ignore'] });
    let said = '';
    server.stdout.on('data', (text) => {
      said += text;
      const at = said.match(/is at (http:\/\/127\.0\.0\.1:\d+)/);
      if (!at || !said.includes('Stop with')) return;
      server.removeAllListeners('exit');
      resolve({ server, base: at[1], said });
    });
    server.on('exit', (code) => reject(new Error(`the server did not start: ${code} ${said}`)));
  });
}
