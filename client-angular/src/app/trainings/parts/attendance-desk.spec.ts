import { TestBed } from '@angular/core/testing';
import { AttendanceRow, AttendanceSession } from '@api';
import { TranslocoTestingModule } from '@jsverse/transloco';
import { AttendanceQueue, QueuedMark } from '../attendance-queue';
import { AttendanceDesk } from './attendance-desk';

describe('the desk of attendance', () => {
  const added: QueuedMark[] = [];

  async function open(count: number) {
    added.length = 0;
    const fixture = TestBed.configureTestingModule({
      imports: [TranslocoTestingModule.forRoot({ langs: { id: {}, en: {} }, preloadLangs: true })],
      providers: [
        {
          provide: AttendanceQueue,
          useValue: { add: (marks: QueuedMark[]) => added.push(...marks), find: () => undefined },
        },
      ],
    }).createComponent(AttendanceDesk);
    const people = Array.from({ length: count }, (_, at) => ({
      participantId: `p${at}`,
      name: `Orang ${at}`,
      marks: [],
    }));
    fixture.componentRef.setInput('trainingId', 't');
    fixture.componentRef.setInput('session', {
      id: 's',
      subject: 'Materi',
      minutes: 90,
      hasStarted: true,
    } as AttendanceSession);
    fixture.componentRef.setInput('people', people as unknown as AttendanceRow[]);
    fixture.componentRef.setInput('canRecord', true);
    await fixture.whenStable();
    const page = fixture.nativeElement as HTMLElement;
    document.body.append(page);
    const press = async (key: string) => {
      document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
      await fixture.whenStable();
    };
    return { page, press, focused: () => document.activeElement?.getAttribute('aria-label') };
  }

  it('is marked by one key a person to the last of the class, over the pages', async () => {
    const { page, press, focused } = await open(60);
    page.querySelector<HTMLElement>('tbody tr')?.focus();

    for (let at = 0; at < 60; at++) await press('h');

    expect(added.map(({ mark }) => mark.participantId)).toEqual(Array.from({ length: 60 }, (_, at) => `p${at}`));
    expect(focused()).toBe('Orang 59');
  });

  it('goes back over the edge of a page', async () => {
    const { page, press, focused } = await open(51);
    page.querySelector<HTMLElement>('tbody tr:last-child')?.focus();

    await press('j');
    expect(focused()).toBe('Orang 50');
    await press('k');
    expect(focused()).toBe('Orang 49');
  });
});
