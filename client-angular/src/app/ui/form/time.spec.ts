import { ChangeDetectionStrategy, Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { FormControl, ReactiveFormsModule } from '@angular/forms';
import { TranslocoTestingModule } from '@jsverse/transloco';
import { UiTime, parseTime } from './time';

@Component({
  imports: [ReactiveFormsModule, UiTime],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<input uiTime [formControl]="start" />`,
})
class Host {
  readonly start = new FormControl('14:30');
}

describe('a time of day', () => {
  it.each([
    ['8', '08:00'],
    ['830', '08:30'],
    ['1430', '14:30'],
    ['14.30', '14:30'],
    [' 08:05 ', '08:05'],
    ['24.00', undefined],
    ['8.60', undefined],
    ['2:30 PM', undefined],
    ['', undefined],
  ])('%s', (text, time) => {
    expect(parseTime(text)).toBe(time);
  });

  async function open() {
    const fixture = TestBed.configureTestingModule({
      imports: [TranslocoTestingModule.forRoot({ langs: { id: {}, en: {} }, preloadLangs: true })],
    }).createComponent(Host);
    await fixture.whenStable();
    const field = (fixture.nativeElement as HTMLElement).querySelector('input')!;
    const type = (text: string) => {
      field.value = text;
      field.dispatchEvent(new Event('input'));
    };
    return { field, type, control: fixture.componentInstance.start };
  }

  it('is read and written in 24 hours, whatever the browser speaks', async () => {
    const { field, type, control } = await open();
    expect([field.type, field.value]).toEqual(['text', '14.30']);

    type('1645');
    field.dispatchEvent(new Event('blur'));

    expect([control.value, field.value]).toEqual(['16:45', '16.45']);
  });

  it('keeps what is no time as it was typed, and refuses it', async () => {
    const { field, type, control } = await open();

    type('sore');
    field.dispatchEvent(new Event('blur'));

    expect([control.value, field.value]).toEqual(['sore', 'sore']);
    expect(control.errors).toEqual({ time: true });
  });
});
