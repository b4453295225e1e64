using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using Pionir.Application.Common.Signing;
using Pionir.Build;
using Pionir.Domain.Certificates;
using Pionir.Domain.Common;
using Pionir.Infrastructure.Certificates;
using Pionir.Infrastructure.Signing;

namespace Pionir.Benchmarks;

/// <summary>
/// Certificates printed and signed by one thread, beside TCPDF making the same two pages. What counts is processor time,
/// so that others on the machine disturb little; the rounds of both take turns.
/// </summary>
internal static class PaperSpeed
{
    private const int Rounds = 5;
    private const int Ours = 1_500;
    private const int Theirs = 60;

    /// <summary>As long as one of two subjects and two competencies, and as hard to pack.</summary>
    private static readonly byte[] Credential = Encoding.ASCII.GetBytes(
        string.Concat(
            Enumerable
                .Range(1, 36)
                .Select(at =>
                    $"\"{Convert.ToBase64String(SHA256.HashData([(byte)at]))[..20]}\":\"Pelatihan Analisis\","
                )
        ) + new string(' ', 1_000)
    );

    private static readonly DateTimeOffset Now = new(2026, 11, 20, 3, 0, 0, TimeSpan.Zero);

    public static async Task MeasureAsync(CancellationToken stop)
    {
        using var curve = KeptKey.Curve();
        using var rsa = KeptKey.Rsa();
        var renderer = new CertificateRenderer();
        var (bare, printed, signedCurve, signedRsa, again) = (
            new List<double>(),
            new List<double>(),
            new List<double>(),
            new List<double>(),
            new List<double>()
        );
        var (plain, sealing) = (new List<Other>(), new List<Other>());
        var php = await OtherProgram.FindAsync(rsa, stop);
        byte[] plainPaper = [];
        byte[] paper = [];
        byte[] file = [];
        byte[] longer = [];
        for (var round = 0; round <= Rounds; round++)
        {
            var none = Rate(at => plainPaper = renderer.Render(Before(at), "resmi-2"));
            var first = Rate(at => paper = Print(renderer, at));
            var second = Rate(at => file = Sign(renderer, curve, at));
            var third = Rate(at => longer = Sign(renderer, rsa, at));
            var fourth = Rate(Repeat(renderer, curve));
            if (round == 0)
                continue; // pays for compiling
            bare.Add(none);
            printed.Add(first);
            signedCurve.Add(second);
            signedRsa.Add(third);
            again.Add(fourth);
            if (php is null)
                continue;
            plain.Add(await php.RunAsync(Theirs, signed: false, stop));
            sealing.Add(await php.RunAsync(Theirs, signed: true, stop));
        }
        var (theirs, theirsSigned) = (
            Figures.Median(plain.Select(run => run.PerSecond).DefaultIfEmpty(double.NaN)),
            Figures.Median(sealing.Select(run => run.PerSecond).DefaultIfEmpty(double.NaN))
        );
        Figures.Table(
            "Certificates of two pages, per second and core",
            ["", "per second", "kB", "times TCPDF"],
            [
                [
                    "Pionir, printed, as before credentials were attached",
                    Figures.Median(bare),
                    plainPaper.Length / 1000.0,
                    Figures.Median(bare) / theirs,
                ],
                ["Pionir, printed", Figures.Median(printed), paper.Length / 1000.0, Figures.Median(printed) / theirs],
                [
                    "Pionir, printed and signed, P-256",
                    Figures.Median(signedCurve),
                    file.Length / 1000.0,
                    Figures.Median(signedCurve) / theirsSigned,
                ],
                [
                    "Pionir, printed and signed, RSA 2048",
                    Figures.Median(signedRsa),
                    longer.Length / 1000.0,
                    Figures.Median(signedRsa) / theirsSigned,
                ],
                [
                    "Pionir, printed, signature kept",
                    Figures.Median(again),
                    file.Length / 1000.0,
                    Figures.Median(again) / theirsSigned,
                ],
                ["TCPDF, printed", theirs, plain.LastOrDefault()?.Bytes / 1000.0 ?? 0, 1.0],
                [
                    "TCPDF, printed and signed, RSA 2048",
                    theirsSigned,
                    sealing.LastOrDefault()?.Bytes / 1000.0 ?? 0,
                    1.0,
                ],
            ]
        );
    }

    private static double Rate(Action<int> make)
    {
        using var self = Process.GetCurrentProcess();
        GC.Collect();
        var before = self.TotalProcessorTime;
        for (var at = 0; at < Ours; at++)
            make(at);
        self.Refresh();
        return Ours / (self.TotalProcessorTime - before).TotalSeconds;
    }

    /// <summary>As a certificate is given out: with its credential attached.</summary>
    private static byte[] Print(CertificateRenderer renderer, int at) =>
        renderer.Render(Snapshot(at), renderer.BuiltInTemplate, credential: Credential);

    private static CertificateSnapshot Before(int at) => Snapshot(at) with { FileForm = null };

    private static byte[] Sign(CertificateRenderer renderer, KeptKey key, int at)
    {
        var paper = Print(renderer, at);
        var seal = key
            .Seals.MakeAsync(paper, mustBeStamped: true, Now, CancellationToken.None)
            .GetAwaiter()
            .GetResult()
            .Value;
        return key.Seals.Apply(paper, seal);
    }

    /// <summary>A second download: printed again, the kept signature put on.</summary>
    private static Action<int> Repeat(CertificateRenderer renderer, KeptKey key)
    {
        var kept = key.Seals.MakeAsync(Print(renderer, 1), mustBeStamped: true, Now, CancellationToken.None);
        var seal = kept.GetAwaiter().GetResult().Value;
        return at => SHA256.HashData(key.Seals.Apply(Print(renderer, at), seal));
    }

    private static CertificateSnapshot Snapshot(int at) =>
        new()
        {
            Number = string.Create(CultureInfo.InvariantCulture, $"{at:0000}/PPK/SERT/XI/2026"),
            Token = "abcdefghijklmnopqrstuvwxyz0",
            VerificationAddress = string.Create(
                CultureInfo.InvariantCulture,
                $"https://pionir.contoh.go.id/v/abcdefghijklmnopqrst{at:0000000}"
            ),
            Issuer = new SnapshotIssuer("Kementerian Contoh", "Pusat Pengembangan Kompetensi", "Jakarta"),
            Holder = new SnapshotHolder(
                $"Siti Rahmawati Nomor {at}, S.Sos.",
                "NIP",
                "198507122010012003",
                null,
                "Biro Umum"
            ),
            Training = new SnapshotTraining(
                "PPK-2026-0001",
                "Pelatihan Analisis Kebijakan Publik",
                "III",
                new DateOnly(2026, 11, 3),
                new DateOnly(2026, 11, 7),
                "Jakarta",
                40,
                [new SnapshotSubject("Pengantar", 10), new SnapshotSubject("Praktik", 30)]
            ),
            Signer = new SnapshotSigner("Dr. Budi Santoso, M.Si.", "Kepala Pusat", "Plt.", "197001011995011001"),
            IssuedOn = new DateOnly(2026, 11, 20),
            IssuedAt = "Jakarta",
            FileForm = CertificateSnapshot.NewestFileForm,
        };
}

/// <summary>A key in memory with a certificate of its own.</summary>
internal sealed class KeptKey : ICertificateSigner, ITimestamps, IDisposable
{
    private readonly X509Certificate2 certificate;
    private readonly Func<byte[], byte[]> sign;
    private readonly SigningIdentity identity;

    private KeptKey(X509Certificate2 certificate, Func<byte[], byte[]> sign)
    {
        this.certificate = certificate;
        this.sign = sign;
        identity = new SigningIdentity("Segel Uji", [certificate.RawData], DateTimeOffset.MaxValue, IsTest: true);
        Seals = new PaperSeals(this, this);
    }

    public PaperSeals Seals { get; }
    public bool IsConfigured => false;

    public static KeptKey Curve()
    {
        var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return new KeptKey(
            Make(new CertificateRequest("CN=Segel Uji", key, HashAlgorithmName.SHA256)),
            data => key.SignData(data, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence)
        );
    }

    public static KeptKey Rsa()
    {
        var key = RSA.Create(2048);
        return new KeptKey(
            Make(new CertificateRequest("CN=Segel Uji", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)),
            data => key.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
        );
    }

    /// <summary>Certificate and key as other programs read them.</summary>
    public string Pem() =>
        certificate.ExportCertificatePem() + "\n" + certificate.GetRSAPrivateKey()!.ExportPkcs8PrivateKeyPem() + "\n";

    public Task<Result<SigningIdentity>> IdentityAsync(CancellationToken cancellationToken) =>
        Task.FromResult<Result<SigningIdentity>>(identity);

    public Task<byte[]> SignAsync(SigningIdentity by, byte[] data, CancellationToken cancellationToken) =>
        Task.FromResult(sign(data));

    public Task<Result<Timestamp>> StampAsync(byte[] signature, CancellationToken cancellationToken) =>
        throw new InvalidOperationException("Nothing is stamped here.");

    public void Dispose() => certificate.Dispose();

    private static X509Certificate2 Make(CertificateRequest request) =>
        request.CreateSelfSigned(DateTimeOffset.UnixEpoch.AddYears(50), DateTimeOffset.UnixEpoch.AddYears(80));
}

internal sealed record Other(double PerSecond, int Bytes);

/// <summary>TCPDF of the machine's own PHP; on Debian installed when it is missing.</summary>
internal sealed class OtherProgram(string php, string work, string certificate)
{
    public static async Task<OtherProgram?> FindAsync(KeptKey key, CancellationToken stop)
    {
        foreach (var package in new[] { "php-cli", "php-tcpdf" })
        {
            if (Shell.Find("php") is null || !Directory.Exists("/usr/share/php/tcpdf"))
                await Debian.InstallAsync(package, stop);
        }
        if (Shell.Find("php") is not { } php || !Directory.Exists("/usr/share/php/tcpdf"))
        {
            Say.Line("PHP with TCPDF is not there and cannot be installed; only Pionir is measured.");
            return null;
        }
        var work = Directory.CreateTempSubdirectory("pionir-tcpdf-").FullName;
        var certificate = Path.Combine(work, "key.pem");
        await File.WriteAllTextAsync(certificate, key.Pem(), stop);
        return new OtherProgram(php, work, certificate);
    }

    public async Task<Other> RunAsync(int count, bool signed, CancellationToken stop)
    {
        var run = await Shell.TryRunAsync(
            php,
            [
                "-d",
                "opcache.enable_cli=1",
                Repository.Path("tests/Benchmarks/tcpdf-page.php"),
                $"{count}",
                Repository.Path("src/Infrastructure/Printing/Fonts"),
                work,
                signed ? certificate : "-",
                Path.Combine(work, signed ? "signed.pdf" : "plain.pdf"),
            ],
            stop
        );
        var line = run.Output.Split('\n').LastOrDefault(text => text.StartsWith('{'));
        return line is null
            ? throw new InvalidOperationException($"TCPDF: {run.Output}")
            : JsonSerializer.Deserialize<Other>(line, JsonSerializerOptions.Web)!;
    }
}
