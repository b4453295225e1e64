import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { FormControl, FormGroup, ReactiveFormsModule } from '@angular/forms';
import { MatButtonModule } from '@angular/material/button';
import { MatCheckboxModule } from '@angular/material/checkbox';
import { MatDatepickerModule } from '@angular/material/datepicker';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import { MatRadioModule } from '@angular/material/radio';
import { Router } from '@angular/router';
import { ImportKind, ImportsClient, InstitutionClient } from '@api';
import { Jobs } from '@core/jobs';
import { act, loaded } from '@core/load';
import { Formats } from '@core/formats';
import { Session } from '@core/session';
import { TranslocoPipe } from '@jsverse/transloco';
import { UiFieldError, UiFileDrop, UiFormSection, UiIcon, UiPageHeader, UiProblem } from '@ui';

const USUAL = 512;

/** Choose what the file is, drop it, and the dry run begins. Nothing changes on this page. */
@Component({
  imports: [
    ReactiveFormsModule,
    MatButtonModule,
    MatCheckboxModule,
    MatDatepickerModule,
    MatFormFieldModule,
    MatInputModule,
    MatRadioModule,
    TranslocoPipe,
    UiFieldError,
    UiFileDrop,
    UiFormSection,
    UiIcon,
    UiPageHeader,
    UiProblem,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './import-new.html',
  styles: `
    .refusal {
      color: var(--state-bad);
    }
  `,
})
export class ImportNew {
  private readonly api = inject(ImportsClient);
  private readonly jobs = inject(Jobs);
  private readonly router = inject(Router);
  protected readonly today = inject(Formats).today();
  private readonly institutions = inject(InstitutionClient);
  private readonly institution = loaded(() => this.institutions.getInstitution());
  /** The institution's own limit, as the server keeps it. */
  protected readonly largest = computed(() => this.institution.value()?.settings?.files.importMegabytes ?? USUAL);
  protected readonly file = signal<File | undefined>(undefined);
  /** The button was pressed before a file was chosen. */
  protected readonly missing = signal(false);
  private readonly session = inject(Session);
  /** By what the person may bring in. */
  protected readonly kinds: readonly ImportKind[] = [
    ...(this.session.can('employeesImport') ? (['employees', 'units'] as const) : []),
    ...(this.session.can('jpImport') ? (['openingBalances'] as const) : []),
  ];
  protected readonly form = new FormGroup({
    kind: new FormControl<ImportKind>(this.kinds[0] ?? 'employees', { nonNullable: true }),
    asOf: new FormControl<string | null>(this.today),
    missingLeave: new FormControl(false, { nonNullable: true }),
  });
  private readonly kind = toSignal(this.form.controls.kind.valueChanges, {
    initialValue: this.form.controls.kind.value,
  });
  /** Hours stand on their own day, so only people and units have a day and a complete file. */
  protected readonly ofPeople = computed(() => this.kind() !== 'openingBalances');
  protected readonly send = act(
    (file: File) => {
      const { kind, asOf, missingLeave } = this.form.getRawValue();
      return this.api.importEmployees({ data: file, fileName: file.name }, kind, asOf ?? this.today, missingLeave);
    },
    { problems: 'page' },
  );

  constructor() {
    this.institution.load();
  }

  protected take(files: File[]): void {
    this.send.clear();
    this.file.set(files[0]);
  }

  protected async start(): Promise<void> {
    const file = this.file();
    this.missing.set(!file);
    this.form.markAllAsTouched();
    if (!file || this.form.invalid) return;
    const started = await this.send.run(file);
    if (!started) return;
    this.jobs.follow(started.jobId, 'shell.jobKinds.organization_read_import', `/imports/${started.id}`);
    await this.router.navigate(['/imports', started.id]);
  }
}
