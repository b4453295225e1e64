using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Pionir.Application.Certificates.Queries;

namespace Pionir.Api.Endpoints;

/// <summary>Writes an archive while its papers are being printed; memory holds one at a time.</summary>
internal static class CertificateArchives
{
    public static async Task WriteAsync(Stream target, CertificateArchive archive, CancellationToken cancellationToken)
    {
        var date = new DateTimeOffset(archive.IssuedOn, TimeOnly.MinValue, TimeSpan.Zero);
        var lines = new List<ManifestLine>();
        using var waiting = new WaitingBytes();
        using (var zip = new ZipArchive(waiting, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8))
        {
            await WriteAsync(zip, waiting, target, archive, lines, date, cancellationToken);
        }
        await waiting.SendAsync(target, cancellationToken);
    }

    private static async Task WriteAsync(
        ZipArchive zip,
        WaitingBytes waiting,
        Stream target,
        CertificateArchive archive,
        List<ManifestLine> lines,
        DateTimeOffset date,
        CancellationToken cancellationToken
    )
    {
        await foreach (var paper in archive.Papers.WithCancellation(cancellationToken))
        {
            if (paper.Content is { } content)
            {
                // Papers are packed inside already.
                Add(zip, paper.FileName, content, date, CompressionLevel.NoCompression);
                await waiting.SendAsync(target, cancellationToken);
            }
            lines.Add(
                new ManifestLine(
                    paper.Content is null ? null : paper.FileName,
                    paper.Number,
                    paper.Name,
                    paper.IdentityNumber,
                    paper.Status.ToString().ToLowerInvariant(),
                    paper.VerificationAddress,
                    paper.Content is null ? null : Convert.ToHexStringLower(SHA256.HashData(paper.Content)),
                    paper.Problem
                )
            );
        }
        var json = JsonSerializer.SerializeToUtf8Bytes(lines, Manifest);
        Add(zip, "manifest.json", json, date, CompressionLevel.Fastest);
        Add(zip, "manifest.csv", Csv(lines), date, CompressionLevel.Fastest);
    }

    private static readonly JsonSerializerOptions Manifest = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    private static void Add(ZipArchive zip, string name, byte[] content, DateTimeOffset date, CompressionLevel level)
    {
        var entry = zip.CreateEntry(name, level);
        entry.LastWriteTime = date;
        using var stream = entry.Open();
        stream.Write(content);
    }

    private static byte[] Csv(IEnumerable<ManifestLine> lines)
    {
        var text = new StringBuilder("file,number,name,identityNumber,status,verification,sha256,problem\r\n");
        foreach (var line in lines)
        {
            text.AppendJoin(
                ',',
                new[]
                {
                    line.File,
                    line.Number,
                    line.Name,
                    line.IdentityNumber,
                    line.Status,
                    line.Verification,
                    line.Sha256,
                    line.Problem,
                }.Select(Cell)
            );
            text.Append(CultureInfo.InvariantCulture, $"\r\n");
        }
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    // A cell that a spreadsheet could run as a formula gets an apostrophe before it.
    private static string Cell(string? value)
    {
        if (string.IsNullOrEmpty(value))
            return "";
        var safe = value[0] is '=' or '+' or '-' or '@' or '\t' or '\r' ? $"'{value}" : value;
        return $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    private sealed record ManifestLine(
        string? File,
        string Number,
        string Name,
        string? IdentityNumber,
        string Status,
        string Verification,
        string? Sha256,
        string? Problem
    );

    /// <summary>
    /// Takes what the archive writes at once and hands it on without blocking: the framework's archive writes parts of
    /// its frame synchronously, which the server rightly refuses.
    /// </summary>
    private sealed class WaitingBytes : Stream
    {
        private readonly MemoryStream held = new();

        public override bool CanRead => false;
        public override bool CanSeek => false;
        public override bool CanWrite => true;
        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public async Task SendAsync(Stream target, CancellationToken cancellationToken)
        {
            await target.WriteAsync(held.GetBuffer().AsMemory(0, (int)held.Length), cancellationToken);
            held.SetLength(0);
        }

        public override void Write(byte[] buffer, int offset, int count) => held.Write(buffer, offset, count);

        public override void Write(ReadOnlySpan<byte> buffer) => held.Write(buffer);

        public override void Flush() { }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
