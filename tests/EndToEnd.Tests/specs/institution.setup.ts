import { expect, test as setup } from '@playwright/test';
import { call } from '../support/call';
import { signIn } from '../support/sign-in';

interface Institution {
  version: number;
  settings: { publicRegistration: boolean };
}

setup('people from outside may register', async ({ page }) => {
  await signIn(page, 'admin');
  const { version, settings } = await call<Institution>(page, 'GET', '/institution');
  if (!settings.publicRegistration) {
    const opened = { settings: { ...settings, publicRegistration: true }, reason: 'Pendaftaran umum dibuka' };
    await call(page, 'PUT', '/institution', opened, { version });
  }
  expect((await call<Institution>(page, 'GET', '/institution')).settings.publicRegistration).toBe(true);
});
