import { Injectable, Pipe, PipeTransform, inject } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import { LanguageSwitch } from './language';
import { Session } from './session';

/** What a role is called here: by the institution's own word, else by the product's. */
@Injectable({ providedIn: 'root' })
export class RoleNames {
  private readonly session = inject(Session);
  private readonly language = inject(LanguageSwitch);
  private readonly transloco = inject(TranslocoService);

  of(role: string): string {
    this.language.texts();
    const own = this.session.institution().roleTerms?.[role]?.[this.language.current()];
    return own?.trim() ? own : this.transloco.translate(`shell.roles.${role}`);
  }
}

@Pipe({ name: 'roleName', pure: false })
export class RoleNamePipe implements PipeTransform {
  private readonly names = inject(RoleNames);
  transform(role: string): string {
    return this.names.of(role);
  }
}
