using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Pionir.Application.Common.Signing;
using Pionir.Domain.Common;

namespace Pionir.Infrastructure.Signing;

/// <summary>
/// Looks at the institution's key when the service starts, not only when the first paper is asked for. It starts anyway:
/// everything but giving out new papers works without the key.
/// </summary>
internal sealed partial class SigningCheck(
    IConfiguration configuration,
    ICertificateSigner signer,
    TimeProvider time,
    ILogger<SigningCheck> log
) : IHostedService
{
    public static readonly TimeSpan Soon = TimeSpan.FromDays(30);

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(configuration["Signing:Certificate"]))
            return;
        var identity = await signer.IdentityAsync(cancellationToken);
        if (!identity.IsSuccess)
            Unusable(log, identity.Error.Code, Sentence(identity.Error));
        else if (identity.Value.Until - time.GetUtcNow() < Soon)
            EndsSoon(log, identity.Value.Name, identity.Value.Until);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static string Sentence(Error problem) =>
        problem.Code switch
        {
            "signing.key_missing" => "the file is not there or cannot be read",
            "signing.key_closed" => "the pass phrase is wrong, or it is no PKCS#12 file",
            "signing.key_absent" => "it holds no private key",
            "signing.key_kind" => "the key is neither RSA nor of an elliptic curve",
            "signing.key_usage" => "the certificate is not meant for signing documents",
            "signing.key_not_yet" => "the certificate does not hold yet",
            _ => "the certificate has ended",
        };

    [LoggerMessage(
        Level = LogLevel.Error,
        Message = "No paper can be signed with Signing:Certificate ({Code}): {Reason}."
    )]
    private static partial void Unusable(ILogger log, string code, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The signing certificate of {Name} ends at {Until}.")]
    private static partial void EndsSoon(ILogger log, string name, DateTimeOffset until);
}
