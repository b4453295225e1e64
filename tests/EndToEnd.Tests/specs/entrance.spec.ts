import { expect, test } from '@playwright/test';

test.describe('Pintu masuk', () => {
  test('shows a visitor where to sign in', async ({ page }) => {
    await page.goto('/');

    await expect(page.getByRole('main')).toBeVisible();
    await expect(page).toHaveTitle(/Pionir/);
  });

  test('takes a pasted password and shows it when asked', async ({ page }) => {
    await page.goto('/sign-in');
    const password = page.getByLabel('Kata sandi', { exact: true });
    await expect(password).toHaveAttribute('type', 'password');

    const refused = await password.evaluate(
      (field) => !field.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, cancelable: true })),
    );
    expect(refused).toBe(false);
    await password.focus();
    await page.keyboard.insertText('perahu biru di teluk tenang');
    await page.getByRole('button', { name: 'Tampilkan kata sandi' }).click();

    await expect(password).toHaveAttribute('type', 'text');
    await expect(password).toHaveValue('perahu biru di teluk tenang');
  });
});
