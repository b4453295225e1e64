using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Pionir.Application.Common;
using Pionir.Application.Common.Jobs;
using Pionir.Application.Common.Mail;
using Pionir.Infrastructure.Common;
using Pionir.Infrastructure.Persistence;

namespace Pionir.Infrastructure.Mail;

public sealed class MailServices : IServiceModule
{
    public static void Add(IServiceCollection services, IConfiguration configuration)
    {
        services.AddScoped<IMailOutbox, MailOutbox>();
        services.AddScoped<IMailTracks, MailTracks>();
        services.AddScoped<MailSender>();
        services.AddScoped(typeof(IRecurringTask), typeof(MailSender));
        services.AddSingleton<BouncesLeft>();
        services.AddScoped<BounceReader>();
        services.AddScoped(typeof(IRecurringTask), typeof(BounceReader));
        services.AddScoped<IDemoMailbox, DemoMailbox>();
        services.AddSingleton<DemoTransport>();
        services.AddSingleton<SmtpTransport>();
        services.AddSingleton<IMailTransport>(provider =>
        {
            var smtp = provider.GetRequiredService<SmtpTransport>();
            return smtp.IsReady || !DemoMailbox.ExistsIn(provider.GetRequiredService<IHostEnvironment>())
                ? smtp
                : provider.GetRequiredService<DemoTransport>();
        });
        services.AddSingleton(new ConstraintError("mail_outbox_key_key", CommonErrors.AtTheSameTime));
    }
}
