import { expect, test } from '@playwright/test';
import { expectAxeClean } from '../support/axe';

test.describe('Pintu masuk @phone', () => {
  test('shows a visitor where to sign in', async ({ page }) => {
    await page.goto('/');

    await expect(page.getByRole('main')).toBeVisible();
    await expect(page).toHaveTitle(/Pionir/);
    await expectAxeClean(page);
  });
});
