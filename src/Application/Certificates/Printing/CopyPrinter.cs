using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Certificates.Templates;
using Pionir.Application.Common;
using Pionir.Application.Common.Persistence;
using Pionir.Domain.Certificates;

namespace Pionir.Application.Certificates.Printing;

/// <summary>Prints many certificates into one file, some at a time, while it is sent.</summary>
internal sealed class CopyPrinter(
    IDatabase database,
    ICertificateRenderer renderer,
    CertificatePrinter printer,
    TemplateShelf shelf
) : IApplicationPart
{
    /// <summary>Few at first, because somebody waits for the first byte.</summary>
    private const int First = 16;

    private const int AtOnce = 128;

    /// <param name="ids">In the order in which they are printed.</param>
    /// <param name="revoked">How many are known to be left out; the file says so.</param>
    public async IAsyncEnumerable<ReadOnlyMemory<byte>> PrintAsync(
        CertificateBatch batch,
        IReadOnlyList<Guid> ids,
        int revoked,
        bool bothSides,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var copy = renderer.BeginCopy();
        var (printed, left, author) = (0, 0, "");
        for (var at = 0; at < ids.Count; )
        {
            var some = ids.Skip(at).Take(at == 0 ? First : AtOnce).Select(CertificateId.From).ToList();
            at += some.Count;
            var found = await database
                .Set<Certificate>()
                .AsNoTracking()
                .Where(certificate => some.Contains(certificate.Id))
                .ToDictionaryAsync(certificate => certificate.Id, cancellationToken);
            foreach (var certificate in some.Select(id => found[id]))
            {
                if (ReasonNotTo(certificate) is { } reason)
                {
                    left++;
                    copy.AddNote($"{certificate.Number} – {certificate.HolderName}: {reason}");
                    continue;
                }
                var content = CertificateSnapshot.FromJson(certificate.Snapshot);
                copy.Add(
                    new PrintedCertificate(content, certificate.TemplateVersion, certificate.Sequence),
                    renderer.Ships(certificate.TemplateVersion)
                        ? null
                        : await shelf.FetchAsync(certificate.TemplateVersion, cancellationToken),
                    await printer.LogoAsync(content, cancellationToken),
                    bothSides
                );
                (printed, author) = (printed + 1, content.Issuer.Institution);
            }
            yield return copy.Take($"{printed} {left} {ids.Count}");
        }
        yield return copy.Close(
            new PrintCopyFacts(
                $"Salinan cetak sertifikat – {batch.Title}",
                Subject(printed, revoked + left),
                author,
                batch.IssuedOn,
                bothSides
            )
        );
    }

    /// <summary>Revoked since the printing began, or no longer what was issued; told in the outline.</summary>
    private static string? ReasonNotTo(Certificate certificate) =>
        !certificate.IsIntact() ? "tidak dicetak, isi yang tersimpan bukan lagi isi saat terbit"
        : certificate.Status != CertificateStatus.Issued ? "tidak dicetak, tidak berlaku lagi"
        : null;

    private static string Subject(int printed, int left) =>
        $"Salinan cetak {printed} sertifikat. Berkas ini tidak ditandatangani secara elektronik; yang asli adalah berkas PDF "
        + "setiap sertifikat, dan keasliannya diperiksa melalui kode QR."
        + (left == 0 ? "" : $" {left} sertifikat yang tidak berlaku tidak disertakan.");
}
