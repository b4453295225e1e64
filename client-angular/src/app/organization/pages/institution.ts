import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { UiPageHeader, UiTabs } from '@ui';
import { InstitutionEditor } from '../parts/institution-editor';
import { InstitutionHistoryList } from '../parts/institution-history';
import { InstitutionStore } from './institution.store';

/** The institution's settings and every version of them. */
@Component({
  selector: 'app-institution',
  imports: [TranslocoPipe, InstitutionEditor, InstitutionHistoryList, UiPageHeader, UiTabs],
  providers: [InstitutionStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ui-page-header
      [title]="'organization.institution.title' | transloco"
      [subtitle]="'organization.institution.intro' | transloco"
    />
    <ui-tabs #tabs="uiTabs" [tabs]="pages">
      @if (tabs.current() === 'history') {
        <app-institution-history />
      } @else {
        <app-institution-editor />
      }
    </ui-tabs>
  `,
})
export class Institution {
  protected readonly store = inject(InstitutionStore);
  protected readonly pages = [
    { key: 'settings', label: 'organization.institution.tab.settings' },
    { key: 'history', label: 'organization.institution.tab.history' },
  ];
}
