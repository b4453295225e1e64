using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Pionir.Application.Common.Signing;
using Pionir.Domain.Common;

namespace Pionir.Infrastructure.Signing;

/// <summary>A time-stamp authority (RFC 3161), when one is configured.</summary>
internal interface ITimestamps
{
    bool IsConfigured { get; }

    Task<Result<Timestamp>> StampAsync(byte[] signature, CancellationToken cancellationToken);
}

internal sealed record Timestamp(byte[] Token, DateTimeOffset At);

internal sealed partial class Timestamps(
    IConfiguration configuration,
    IHttpClientFactory clients,
    TimeProvider time,
    ILogger<Timestamps> log
) : ITimestamps
{
    public const string Client = "Timestamps";
    private const int Tries = 3;
    private const int AnswerMaximum = 64 * 1024;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    /// <summary>An archive of thousands must not wait for each of its papers anew.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(30);

    private long silentUntil;

    private string? Address => configuration["Signing:TimestampAddress"];

    public bool IsConfigured => !string.IsNullOrEmpty(Address);

    public async Task<Result<Timestamp>> StampAsync(byte[] signature, CancellationToken cancellationToken)
    {
        if (time.GetUtcNow().UtcTicks < Volatile.Read(ref silentUntil))
            return SigningErrors.TimestampUnavailable();
        for (var attempt = 1; attempt <= Tries; attempt++)
        {
            if (attempt > 1)
                await Task.Delay(Pause * (1 << (2 * (attempt - 2))), cancellationToken);
            try
            {
                return await AskAsync(signature, cancellationToken);
            }
            catch (Exception failure)
                when (failure is HttpRequestException or CryptographicException or IOException
                    || (failure is OperationCanceledException && !cancellationToken.IsCancellationRequested)
                )
            {
                NotStamped(log, attempt, failure);
            }
        }
        Volatile.Write(ref silentUntil, (time.GetUtcNow() + Rest).UtcTicks);
        return SigningErrors.TimestampUnavailable();
    }

    private async Task<Timestamp> AskAsync(byte[] signature, CancellationToken cancellationToken)
    {
        var request = Rfc3161TimestampRequest.CreateFromData(
            signature,
            HashAlgorithmName.SHA256,
            nonce: RandomNumberGenerator.GetBytes(16),
            requestSignerCertificates: true
        );
        using var client = clients.CreateClient(Client);
        client.MaxResponseContentBufferSize = AnswerMaximum;
        using var body = new ByteArrayContent(request.Encode());
        body.Headers.ContentType = new MediaTypeHeaderValue("application/timestamp-query");
        using var answer = await client.PostAsync(Address, body, cancellationToken);
        answer.EnsureSuccessStatusCode();
        // Checks status, nonce, hash and the authority's own signature.
        var token = request.ProcessResponse(await answer.Content.ReadAsByteArrayAsync(cancellationToken), out _);
        return new Timestamp(token.AsSignedCms().Encode(), token.TokenInfo.Timestamp);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The time-stamp authority did not answer, attempt {Attempt}.")]
    private static partial void NotStamped(ILogger log, int attempt, Exception failure);
}
