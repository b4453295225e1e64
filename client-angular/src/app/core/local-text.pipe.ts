import { Pipe, PipeTransform, inject } from '@angular/core';
import { LanguageSwitch } from './language';

/** The API's `{ id, en }` texts in the language of the page: `{{ item.text | localText }}`. */
@Pipe({ name: 'localText', pure: false })
export class LocalTextPipe implements PipeTransform {
  private readonly language = inject(LanguageSwitch);

  transform(text: { id: string; en: string } | null | undefined): string {
    return text ? text[this.language.current()] || text.id : '';
  }
}
