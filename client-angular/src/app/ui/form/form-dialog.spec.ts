import { ChangeDetectionStrategy, Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import { Problem, toProblem } from '@core/problem';
import { TranslocoTestingModule } from '@jsverse/transloco';
import { UiFieldError } from './field-error';
import { UiFormDialog } from './form-dialog';

@Component({
  imports: [MatFormFieldModule, MatInputModule, ReactiveFormsModule, UiFieldError, UiFormDialog],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ui-form-dialog
      [formGroup]="form"
      title="Sesi"
      action="Simpan"
      [problem]="problem()"
      (submitted)="sent.set(sent() + 1)"
    >
      <mat-form-field>
        <input matInput formControlName="start" />
        <mat-error><ui-field-error [control]="form.controls.start" /></mat-error>
      </mat-form-field>
    </ui-form-dialog>
  `,
})
class Host {
  readonly form = new FormGroup({ start: new FormControl('08:00', Validators.required) });
  readonly problem = signal<Problem | undefined>(undefined);
  readonly sent = signal(0);
}

describe('a form in a dialog', () => {
  async function open(problem?: Problem) {
    const fixture = TestBed.configureTestingModule({
      imports: [TranslocoTestingModule.forRoot({ langs: { id: {}, en: {} }, preloadLangs: true })],
    }).createComponent(Host);
    await fixture.whenStable();
    fixture.componentInstance.problem.set(problem);
    await fixture.whenStable();
    const page = fixture.nativeElement as HTMLElement;
    return { fixture, page, said: () => page.querySelector('[role=alert]')?.textContent.trim() };
  }

  it('shows a refusal at its field, though the field belongs to the dialog around it', async () => {
    const { page, said } = await open(
      toProblem(409, {
        title: 'Bertumpuk',
        errors: [{ code: 'session.overlaps', field: 'start', id: { title: 'Bertumpuk' } }],
      }),
    );

    expect(page.querySelector('mat-error')?.textContent).toContain('Bertumpuk');
    expect(said()).toBe('');
  });

  it('says above the fields what belongs to none of them', async () => {
    const { said } = await open(toProblem(409, { title: 'Tidak bisa', detail: 'Pelatihan sudah selesai.' }));

    expect(said()).toBe('Pelatihan sudah selesai.');
  });

  it('is sent only when it is filled in', async () => {
    const { fixture, page } = await open();
    fixture.componentInstance.form.controls.start.setValue('');
    page.querySelector<HTMLButtonElement>('button[type=submit]')?.click();
    expect(fixture.componentInstance.sent()).toBe(0);
    fixture.componentInstance.form.controls.start.setValue('09:00');
    page.querySelector<HTMLButtonElement>('button[type=submit]')?.click();
    expect(fixture.componentInstance.sent()).toBe(1);
  });
});
