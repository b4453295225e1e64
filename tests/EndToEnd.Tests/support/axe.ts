import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/**
 * No accessibility violation of WCAG 2.2 AA on the page as it stands, in light and in dark.
 * @param drawing What is shown at its true size; a list of the same things beside it is the larger target (2.5.8).
 */
export async function expectAxeClean(page: Page, drawing?: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await coloursAreThere(page);
    const all = new AxeBuilder({ page }).withTags(levels);
    const { violations } = await (drawing ? all.disableRules(['target-size']) : all).analyze();
    if (drawing) {
      const sizes = new AxeBuilder({ page }).withRules(['target-size']).exclude(drawing);
      violations.push(...(await sizes.analyze()).violations);
    }
    const found = violations.map(
      (violation) => `${violation.id} (${violation.help}): ${violation.nodes.map((node) => node.target).join(' | ')}`,
    );
    expect(found, `axe, ${colorScheme}, ${page.url()}`).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: null });
}

/** Right after the switch some texts still have the colours of the other scheme, on the ground of this one. */
async function coloursAreThere(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const nextFrame = (): Promise<unknown> => new Promise((done) => requestAnimationFrame(done));
    await nextFrame();
    await nextFrame();
    const running = document.getAnimations().filter((animation) => animation instanceof CSSTransition);
    await Promise.allSettled(running.map((animation) => animation.finished));
  });
}
