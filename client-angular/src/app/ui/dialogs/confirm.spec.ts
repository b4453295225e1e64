import { TestBed } from '@angular/core/testing';
import { TranslocoTestingModule } from '@jsverse/transloco';
import { Confirm } from './confirm';

describe('a question on top of the page', () => {
  function setUp() {
    TestBed.configureTestingModule({
      imports: [TranslocoTestingModule.forRoot({ langs: { id: {}, en: {} }, preloadLangs: true })],
    });
    const confirm = TestBed.inject(Confirm);
    const ask = () => confirm.ask({ title: 'Tarik?', text: 'Satu peserta.', action: 'Tarik', reason: 'required' });
    const dialogs = () => document.querySelectorAll<HTMLElement>('mat-dialog-container');
    const opened = () => vi.waitFor(() => expect(dialogs().length).toBe(1));
    return { ask, dialogs, opened };
  }

  it('is asked once when the button was pressed twice, and can be asked again', async () => {
    const { ask, dialogs, opened } = setUp();
    const [first, second] = [ask(), ask()];

    expect(await second).toBeUndefined();
    await opened();
    dialogs()[0]?.querySelector<HTMLButtonElement>('button[type=button]')?.click();
    expect(await first).toBeFalsy();

    void ask();
    await opened();
  });

  it('stays when somebody clicks beside it, and goes with Escape', async () => {
    const { ask, dialogs, opened } = setUp();
    const answer = ask();
    await opened();

    document.querySelector<HTMLElement>('.cdk-overlay-backdrop')?.click();
    await TestBed.tick();
    expect(dialogs().length).toBe(1);

    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', keyCode: 27, bubbles: true }));
    expect(await answer).toBeUndefined();
  });
});
