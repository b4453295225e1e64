using Pionir.Infrastructure.Verification;

namespace Pionir.Api.Commands;

/// <summary><c>Pionir.Api verify</c>: reads the record again and says whether it is whole; 1 when it is not.</summary>
internal static class VerifyVerb
{
    public const string Name = "verify";

    public static async Task<int> RunAsync(IServiceProvider services, TextWriter output)
    {
        await using var scope = services.CreateAsyncScope();
        var check = scope.ServiceProvider.GetRequiredService<RecordCheck>();
        var faults = await TellAsync("ledger entries", check.LedgerAsync);
        faults += await TellAsync("certificates", check.CertificatesAsync);
        faults += await TellAsync("credentials", check.CredentialsAsync);
        faults += await TellAsync("files", check.FilesAsync);
        return faults == 0 ? 0 : 1;

        async Task<int> TellAsync(string what, Func<CancellationToken, Task<CheckOutcome>> look)
        {
            var (looked, found) = await look(CancellationToken.None);
            await output.WriteLineAsync(found.Count == 0 ? $"{looked} {what}: whole" : $"{looked} {what}: NOT WHOLE");
            foreach (var fault in found)
            {
                await output.WriteLineAsync($"  {fault}");
            }
            return found.Count;
        }
    }
}
