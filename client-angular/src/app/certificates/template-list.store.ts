import { Injectable, inject } from '@angular/core';
import { AssignmentBody, CertificateTemplatesClient, TemplateBeginning } from '@api';
import { act, loaded } from '@core/load';

/** The templates of the institution, and which of them serves what. */
@Injectable()
export class TemplateListStore {
  private readonly api = inject(CertificateTemplatesClient);
  private readonly again = () => {
    this.templates.reload();
    this.assignments.reload();
  };

  readonly templates = loaded((archived: boolean) => this.api.listCertificateTemplates(archived));
  readonly assignments = loaded(() => this.api.listCertificateTemplateAssignments());
  readonly create = act(
    (name: string, beginning: TemplateBeginning) => this.api.createCertificateTemplate({ name, beginning }),
    { problems: 'page' },
  );
  readonly archive = act((id: string, archived: boolean) => this.api.archiveCertificateTemplate(id, { archived }), {
    then: this.again,
  });
  readonly assign = act((body: AssignmentBody) => this.api.assignCertificateTemplate(body), {
    done: 'certificates.templates.assigned',
    problems: 'page',
    then: this.again,
  });
}
