import { defineConfig, devices } from '@playwright/test';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const repository = resolve(import.meta.dirname, '../..');
const port = Number(process.env['PIONIR_E2E_PORT'] ?? 5299);

// A product that runs already, for a quick look at one spec; otherwise one is started on data of its own.
const running = process.env['PIONIR_ADDRESS'];
const address = running ?? `http://localhost:${port}`;
const data = process.env['PIONIR_E2E_DATA'] ?? join(tmpdir(), 'pionir-e2e');
const chromium = process.env['PIONIR_CHROMIUM'] ?? ['/usr/bin/chromium', '/usr/bin/google-chrome'].find(existsSync);

export default defineConfig({
  testDir: 'specs',
  outputDir: 'test-results',
  fullyParallel: false,
  workers: 2,
  forbidOnly: process.env['CI'] === 'true',
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: {
    baseURL: address,
    actionTimeout: 20_000,
    locale: 'id-ID',
    timezoneId: 'Asia/Jakarta',
    screenshot: 'only-on-failure',
    // Chromium refuses its sandbox as root, which is who a container or a build machine often is.
    launchOptions: { executablePath: chromium, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] },
  },
  // A recording of every step costs a third of the time; whoever looks for a fault asks for it with --trace on.
  projects: [
    { name: 'institution', testMatch: /\.setup\.ts$/ },
    {
      name: 'phone',
      // A second run at phone width, only where the layout is another one there.
      grep: /@phone/,
      dependencies: ['institution'],
      use: { ...devices['Pixel 7'], viewport: { width: 390, height: 844 } },
    },
    {
      name: 'desktop',
      dependencies: ['institution'],
      use: { ...devices['Desktop Chrome'], viewport: { width: 1366, height: 900 } },
    },
  ],
  webServer: running
    ? undefined
    : {
        command: `dotnet run ${join(repository, 'build/up.cs')} --fresh --port ${port} --data ${data}`,
        url: `${address}/health/ready`,
        cwd: repository,
        timeout: 10 * 60_000,
        stdout: 'pipe',
        gracefulShutdown: { signal: 'SIGTERM', timeout: 60_000 },
      },
});
