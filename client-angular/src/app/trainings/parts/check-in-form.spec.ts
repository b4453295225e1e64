import { TestBed } from '@angular/core/testing';
import { TranslocoTestingModule } from '@jsverse/transloco';
import { of } from 'rxjs';
import { CheckInForm } from './check-in-form';

describe('the form of the code in class', () => {
  async function open() {
    const fixture = TestBed.configureTestingModule({
      imports: [TranslocoTestingModule.forRoot({ langs: { id: {}, en: {} }, preloadLangs: true })],
    }).createComponent(CheckInForm);
    const sent: string[] = [];
    fixture.componentRef.setInput('send', (code: string) => {
      sent.push(code);
      return of({ training: 'Pelatihan', subject: 'Sesi 1', at: '2026-03-02T02:00:00Z' });
    });
    await fixture.whenStable();
    const page = fixture.nativeElement as HTMLElement;
    const button = page.querySelector('button') as HTMLButtonElement;
    return { fixture, page, sent, button, input: page.querySelector('input') as HTMLInputElement };
  }

  it('sends a code entered and sent before the page is drawn again, as with Enter after pasting', async () => {
    const { button, input, sent } = await open();

    input.value = ' K7M2QX ';
    input.dispatchEvent(new Event('input'));
    button.click();

    expect(sent).toEqual(['K7M2QX']);
  });

  it('says at the field that the code is missing, and sends nothing', async () => {
    const { fixture, page, button, sent } = await open();

    button.click();
    await fixture.whenStable();

    expect(sent).toEqual([]);
    expect(page.querySelector('mat-error')?.textContent).toContain('required');
  });
});
