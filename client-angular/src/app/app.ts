import { ChangeDetectionStrategy, Component } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { NoticeList } from './shell/notice-list/notice-list';

@Component({
  selector: 'app-root',
  imports: [RouterOutlet, NoticeList],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <router-outlet />
    <app-notice-list />
  `,
})
export class App {}
