using Pionir.Application.Certificates.Credentials;
using Pionir.Infrastructure.Demo;

namespace Pionir.Api.Commands;

/// <summary>
/// <c>Pionir.Api withdraw-credential-key KEY --reason "…"</c>: nothing that the key signed counts any more; prints the
/// public half of the one that signs now.
/// </summary>
internal static class WithdrawCredentialKeyVerb
{
    public const string Name = "withdraw-credential-key";

    public static async Task<int> RunAsync(
        IServiceProvider services,
        string[] args,
        TextWriter output,
        TextWriter problems
    )
    {
        if (args is not [_, var key, "--reason", { Length: > 0 } reason])
        {
            await problems.WriteLineAsync($"Usage: {Name} KEY --reason \"WHY\", where KEY begins with z6Mk");
            return 2;
        }
        await services.GetRequiredService<DemoBoundary>().CheckAsync();
        var keys = services.GetRequiredService<ICredentialKeys>();
        if (await keys.WithdrawAsync(key, reason, CancellationToken.None) is null)
        {
            await problems.WriteLineAsync($"There is no key {key}. The issuer's document names all of them.");
            return 1;
        }
        await output.WriteLineAsync((await keys.CurrentAsync(CancellationToken.None)).PublicKey);
        return 0;
    }
}
