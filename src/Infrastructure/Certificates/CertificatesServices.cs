using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Pionir.Application.Certificates;
using Pionir.Application.Certificates.Credentials;
using Pionir.Application.Certificates.Issuing;
using Pionir.Application.Certificates.Templates;
using Pionir.Application.Common;
using Pionir.Domain.Certificates;
using Pionir.Domain.Certificates.Templates;
using Pionir.Infrastructure.Certificates.Credentials;
using Pionir.Infrastructure.Certificates.Designs;
using Pionir.Infrastructure.Common;
using Pionir.Infrastructure.Persistence;

namespace Pionir.Infrastructure.Certificates;

public sealed class CertificatesServices : IServiceModule
{
    public static void Add(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<ICertificateRenderer, CertificateRenderer>();
        services.AddSingleton<ITemplateWorkshop, TemplateWorkshop>();
        services.AddScoped<ICertificateStore, CertificateStore>();
        services.AddScoped<ICertificateSigners, CertificateSigners>();
        services.AddScoped<SeriesFinder>();
        services.AddSingleton<LookCounter>();
        services.AddSingleton<ILookCounter>(provider => provider.GetRequiredService<LookCounter>());
        services.AddHostedService(provider => provider.GetRequiredService<LookCounter>());
        services.AddSingleton<ICredentialKeys, CredentialKeys>();
        services.AddSingleton<StatusLists>();
        services.AddSingleton<ICredentialStore, CredentialStore>();
        services.AddSingleton(new ConstraintError("certificates_one_valid", CertificateErrors.AlreadyIssued()));
        services.AddSingleton(new ConstraintError("certificates_number_key", NumberSeriesErrors.NumberTaken()));
        services.AddSingleton(new ConstraintError("void_numbers_number_key", NumberSeriesErrors.NumberTaken()));
        services.AddSingleton(new ConstraintError("number_stands_once", NumberSeriesErrors.NumberTaken()));
        services.AddSingleton(new ConstraintError("number_series_once", NumberSeriesErrors.AlreadyExists()));
        services.AddSingleton(new ConstraintError("certificate_templates_name", CertificateTemplateErrors.NameTaken()));
        // Two who publish the same draft: the versions are written before the template whose version would tell.
        services.AddSingleton(new ConstraintError("certificate_template_versions_number", CommonErrors.StaleVersion));
        services.AddSingleton(new ConstraintError("certificate_template_versions_code", CommonErrors.StaleVersion));
        services.AddSingleton(new ConstraintError("certificate_fonts_file", CertificateFontErrors.AlreadyThere()));
        services.AddSingleton(new ConstraintError("certificate_pictures_file", CommonErrors.AtTheSameTime));
        services.AddSingleton(
            new ConstraintError("certificate_template_assignments_once", CertificateTemplateErrors.AssignmentChanged())
        );
        services.AddSingleton(
            new ConstraintError("certificate_batches_one_open", CertificateBatchErrors.AlreadyRunning())
        );
    }
}
