using System.Globalization;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Localization;
using Microsoft.Extensions.Logging.Console;
using Pionir.Api.Commands;
using Pionir.Api.Errors;
using Pionir.Api.Health;
using Pionir.Api.Http;
using Pionir.Api.Logging;
using Pionir.Api.OpenApi;
using Pionir.Api.Page;
using Pionir.Api.Security;
using Pionir.Api.Telemetry;
using Pionir.Application;
using Pionir.Application.Common;
using Pionir.Infrastructure;
using Pionir.Infrastructure.Common;
using Pionir.Infrastructure.Demo;

var builder = WebApplication.CreateBuilder(args);
builder.Logging.AddConsoleFormatter<MaskedJsonFormatter, ConsoleFormatterOptions>();
builder.WebHost.ConfigureKestrel(options => options.AddServerHeader = false);
builder.Services.AddApplication();
builder.Services.AddInfrastructure(builder.Configuration);
builder.Services.AddHttpContextAccessor();
builder.Services.AddSingleton<IErrorTexts, KnownErrorTexts>();
builder.AddSecurity();
builder.AddPionirMetrics();
builder.Services.ConfigureHttpJsonOptions(options =>
{
    options.SerializerOptions.Converters.Add(
        new JsonStringEnumConverter(System.Text.Json.JsonNamingPolicy.CamelCase, allowIntegerValues: false)
    );
    options.SerializerOptions.Converters.Add(new SoundTextConverter());
    options.SerializerOptions.DefaultIgnoreCondition = JsonIgnoreCondition.Never;
});
builder.Services.AddPionirHealth();
builder.Services.AddPionirPage();
builder.Services.AddEndpointsApiExplorer();
builder.Services.AddOpenApiDocument();
builder.Services.AddRequestLocalization(options =>
{
    CultureInfo[] cultures = [CultureInfo.GetCultureInfo("id"), CultureInfo.GetCultureInfo("en")];
    options.DefaultRequestCulture = new RequestCulture("id");
    options.SupportedCultures = cultures;
    options.SupportedUICultures = cultures;
});
builder.Services.LeaveOutBackgroundWorkWhenDescribed();

var app = builder.Build();
app.UseSecurityHeaders();
app.UseRequestLocalization();
app.UseProblemResponses();
app.UseSoundText();
app.UseSecurity();
app.UseQueryWords();
app.MapPionirEndpoints();
app.MapPionirHealth();
app.MapPionirMetrics();
app.UsePionirPage();

if (args is [VerifyVerb.Name, ..])
{
    return await VerifyVerb.RunAsync(app.Services, Console.Out);
}
if (
    !OpenApiSetup.IsBeingDescribed
    && (
        PublicAddress.Missing(app.Configuration, app.Environment)
        ?? PlainConnections.Missing(app.Configuration, app.Environment)
    )
        is { } missing
)
{
    await Console.Error.WriteLineAsync(missing);
    return 2;
}
try
{
    if (args is [CreateAdminVerb.Name, ..])
    {
        return await CreateAdminVerb.RunAsync(app, args);
    }
    if (args is [WithdrawCredentialKeyVerb.Name, ..])
    {
        return await WithdrawCredentialKeyVerb.RunAsync(app.Services, args, Console.Out, Console.Error);
    }
    if (args is [RotateCredentialKeyVerb.Name, ..])
    {
        return await RotateCredentialKeyVerb.RunAsync(app.Services, Console.Out);
    }
    await app.RunAsync();
    return 0;
}
catch (WrongEnvironmentException wrong)
{
    await Console.Error.WriteLineAsync(wrong.Message);
    return 2;
}

public partial class Program;
