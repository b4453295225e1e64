using MediatR;
using Pionir.Api.Errors;
using Pionir.Application.Identity.Commands;
using Pionir.Infrastructure.Demo;
using Pionir.Infrastructure.Identity;
using Pionir.Infrastructure.Persistence;

namespace Pionir.Api.Commands;

/// <summary><c>Pionir.Api create-admin --email … --name …</c>: prints the link for the first administrator.</summary>
internal static class CreateAdminVerb
{
    public const string Name = "create-admin";

    public static async Task<int> RunAsync(WebApplication app, string[] args)
    {
        var email = Option(args, "--email");
        if (string.IsNullOrWhiteSpace(email))
        {
            await Console.Error.WriteLineAsync($"Usage: {Name} --email ADDRESS [--name NAME]");
            return 2;
        }
        await app.Services.GetServices<IHostedService>().OfType<Schema>().Single().UpdateAsync();
        await app.Services.GetRequiredService<DemoBoundary>().CheckAsync();
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentUser>().BecomeSystem(Guid.Empty, "Pionir");
        var result = await scope
            .ServiceProvider.GetRequiredService<IMediator>()
            .Send(new CreateAdministrator(email, Option(args, "--name") ?? email));
        if (result.IsSuccess)
        {
            Console.WriteLine(result.Value.InvitationAddress);
            return 0;
        }
        foreach (var (_, english) in result.Errors.Select(ErrorTexts.Of))
        {
            await Console.Error.WriteLineAsync($"{english.Title}: {english.Detail}");
        }
        return 1;
    }

    private static string? Option(string[] args, string name)
    {
        var at = Array.IndexOf(args, name);
        return at >= 0 && at + 1 < args.Length ? args[at + 1] : null;
    }
}
