using Pionir.Application.Certificates.Credentials;
using Pionir.Infrastructure.Demo;

namespace Pionir.Api.Commands;

/// <summary><c>Pionir.Api rotate-credential-key</c>: from now on a new key signs credentials; prints its public half.</summary>
internal static class RotateCredentialKeyVerb
{
    public const string Name = "rotate-credential-key";

    public static async Task<int> RunAsync(IServiceProvider services, TextWriter output)
    {
        await services.GetRequiredService<DemoBoundary>().CheckAsync();
        var made = await services.GetRequiredService<ICredentialKeys>().RotateAsync(CancellationToken.None);
        await output.WriteLineAsync(made.PublicKey);
        return 0;
    }
}
