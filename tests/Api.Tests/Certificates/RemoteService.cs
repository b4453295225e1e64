using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Pionir.Application.Common.Signing;
using Pionir.Domain.Common;
using Pionir.Infrastructure.Signing;

namespace Pionir.Api.Tests.Certificates;

/// <summary>
/// A signing service on the loopback, of the kind that holds the keys of persons: a form with file, person and pass phrase
/// in, the signed PDF or a numbered refusal out.
/// </summary>
internal sealed class RemoteService : ICertificateSigner, ITimestamps, IAsyncDisposable
{
    public const string PassPhrase = "Rahasia-2026!";
    private const string Credentials = "Basic cGlvbmlyOmFwbGlrYXNp"; // pionir:aplikasi

    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly ConcurrentQueue<int> troubles = new();
    private readonly WebApplication app;
    private readonly SigningIdentity identity;
    private int asked;

    public RemoteService()
    {
        var request = new CertificateRequest(
            "CN=Dr. Budi Santoso, O=Kementerian Contoh",
            key,
            HashAlgorithmName.SHA256
        );
        using var certificate = request.CreateSelfSigned(
            new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero),
            new DateTimeOffset(2036, 1, 1, 0, 0, 0, TimeSpan.Zero)
        );
        identity = new SigningIdentity(
            "Dr. Budi Santoso",
            [certificate.RawData],
            DateTimeOffset.MaxValue,
            IsTest: false
        );
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(server => server.Listen(IPAddress.Loopback, 0));
        app = builder.Build();
        app.MapPost("/api/sign/pdf", (Delegate)AnswerAsync);
        app.StartAsync().GetAwaiter().GetResult();
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!;
        Address = addresses.Addresses.Single();
    }

    public string Address { get; }
    public int Asked => asked;

    /// <summary>The person that the service knows.</summary>
    public string Person { get; set; } = "";

    /// <summary>Answers with something else than what was asked to be signed.</summary>
    public bool SignsOther { get; set; }

    public bool IsConfigured => false;

    /// <summary>The next answers are these instead.</summary>
    public void Stumble(params int[] statuses)
    {
        foreach (var status in statuses)
        {
            troubles.Enqueue(status);
        }
    }

    public Task<Result<SigningIdentity>> IdentityAsync(CancellationToken cancellationToken) =>
        Task.FromResult<Result<SigningIdentity>>(identity);

    public Task<byte[]> SignAsync(SigningIdentity by, byte[] data, CancellationToken cancellationToken) =>
        Task.FromResult(key.SignData(data, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence));

    public Task<Result<Timestamp>> StampAsync(byte[] signature, CancellationToken cancellationToken) =>
        throw new InvalidOperationException("Nothing is stamped here.");

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        key.Dispose();
    }

    private async Task<IResult> AnswerAsync(HttpContext http)
    {
        Interlocked.Increment(ref asked);
        if (troubles.TryDequeue(out var status))
        {
            return Results.StatusCode(status);
        }
        if (http.Request.Headers.Authorization != Credentials)
        {
            return Results.Json(new { status_code = 401, error = "Unauthorized" }, statusCode: 401);
        }
        var form = await http.Request.ReadFormAsync();
        if (form["nik"] != Person)
        {
            return Results.Json(new { status_code = 2011, error = "Pengguna tidak ditemukan" }, statusCode: 400);
        }
        if (form["passphrase"] != PassPhrase)
        {
            return Results.Json(new { status_code = 2031, error = "Passphrase salah" }, statusCode: 400);
        }
        var content = new MemoryStream();
        await form.Files["file"]!.CopyToAsync(content);
        var paper = content.ToArray();
        if (SignsOther)
        {
            return Results.Bytes([.. paper, .. "\n%tanpa tanda tangan\n"u8], "application/pdf");
        }
        var seals = new PaperSeals(this, this);
        var seal = await seals.MakeAsync(
            paper,
            mustBeStamped: true,
            new DateTimeOffset(2026, 3, 2, 3, 0, 0, TimeSpan.Zero),
            default
        );
        return Results.Bytes(seals.Apply(paper, seal.Value), "application/pdf");
    }
}
