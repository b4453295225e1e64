using Pionir.Application.Common;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Mail;
using Pionir.Application.Common.Notifications;
using Pionir.Domain.Certificates;
using Pionir.Domain.Common;
using Pionir.Domain.Organization.Institutions;

namespace Pionir.Application.Certificates.Issuing;

/// <summary>
/// Tells holders: employees in their profile, externals by a mail with a link that nobody can guess. Only the link's
/// hash is stored, so that a copy of the database opens nothing.
/// </summary>
internal sealed class CertificateDelivery(Letters letters, INotifier notifier, ICurrentUser user) : IApplicationPart
{
    public void Announce(Certificate certificate, string? link, string baseAddress, InstitutionSettings settings)
    {
        if (certificate.EmployeeId is not null)
            Bell(certificate, certificate.Replaces is null ? "certificate.issued" : "certificate.replaced");
        else if (link is not null && certificate.HolderEmail is { } address)
            Ready(certificate, address, $"{baseAddress.TrimEnd('/')}/api/v1/public/certificate-files/{link}", settings);
    }

    /// <summary>Whoever loses a certificate hears why; the reason in detail stays with the officers.</summary>
    public void TellRevoked(Certificate certificate, InstitutionSettings settings)
    {
        if (certificate.EmployeeId is not null)
            Bell(certificate, CodeOf(certificate.RevocationClass));
        else if (certificate.HolderEmail is { } address)
            Revoked(certificate, address, settings);
    }

    private void Bell(Certificate certificate, string code) =>
        notifier.Add(
            new NewNotification(
                Recipient.Employee(certificate.EmployeeId!.Value),
                code,
                "/my-year",
                ("title", certificate.Title),
                ("number", certificate.Number)
            )
        );

    private void Ready(Certificate certificate, string address, string link, InstitutionSettings settings)
    {
        var renewed = certificate.Replaces is not null;
        letters.Send(
            // The hash of the link makes each sending a letter of its own, and the same sending only one.
            $"certificate:{certificate.Id.Value:N}:{Convert.ToHexStringLower(certificate.DeliveryHash!)[..16]}",
            To(certificate, address),
            settings,
            renewed
                ? new LocalText(
                    $"Sertifikat pengganti Anda: {certificate.Title}",
                    $"Your new certificate: {certificate.Title}"
                )
                : new LocalText($"Sertifikat Anda: {certificate.Title}", $"Your certificate: {certificate.Title}"),
            new LocalText(
                $"""
                {(
                    renewed
                        ? $"Sertifikat Anda untuk pelatihan “{certificate.Title}” diganti. Nomor yang baru {certificate.Number} ({certificate.Jp} JP); sertifikat lama tidak berlaku lagi."
                        : $"Sertifikat Anda untuk pelatihan “{certificate.Title}” sudah terbit dengan nomor {certificate.Number} ({certificate.Jp} JP)."
                )}

                Unduh sertifikat Anda:

                {link}

                Tautan ini hanya untuk Anda: siapa pun yang memilikinya dapat mengunduh sertifikat Anda. Keasliannya dapat diperiksa siapa saja dengan kode QR pada sertifikat.
                """,
                $"""
                {(
                    renewed
                        ? $"Your certificate for “{certificate.Title}” has been replaced. The new number is {certificate.Number} ({certificate.Jp} lesson hours); the old certificate no longer counts."
                        : $"Your certificate for “{certificate.Title}” has been issued with number {certificate.Number} ({certificate.Jp} lesson hours)."
                )}

                Download your certificate:

                {link}

                The link is for you alone: whoever has it can download your certificate. Anybody can check that it is genuine with the QR code on it.
                """
            )
        );
    }

    private void Revoked(Certificate certificate, string address, InstitutionSettings settings)
    {
        var why = WhyOf(certificate.RevocationClass);
        letters.Send(
            $"certificate-revoked:{certificate.Id.Value:N}",
            To(certificate, address),
            settings,
            new LocalText($"Sertifikat dicabut: {certificate.Title}", $"Certificate revoked: {certificate.Title}"),
            new LocalText(
                $"""
                Sertifikat Anda nomor {certificate.Number} untuk pelatihan “{certificate.Title}” dicabut karena {why.Id}. Sertifikat ini tidak berlaku lagi; siapa pun yang memeriksanya melihat bahwa sertifikat sudah dicabut.

                Bila Anda keberatan atau ada yang ingin ditanyakan, hubungi penyelenggara.
                """,
                $"""
                Your certificate {certificate.Number} for “{certificate.Title}” has been revoked because {why.En}. It no longer counts, and whoever checks it sees that it was revoked.

                If you disagree or have questions, please ask the organiser.
                """
            )
        );
    }

    private Addressee To(Certificate certificate, string address) =>
        new(
            address,
            certificate.HolderName,
            new MailAbout(certificate.Id.Value, $"/certificates/{certificate.Id.Value}", user.UserId)
        );

    private static string CodeOf(RevocationClass? why) =>
        why switch
        {
            RevocationClass.Mistake => "certificate.revoked_mistake",
            RevocationClass.NotEligible => "certificate.revoked_not_eligible",
            RevocationClass.Misuse => "certificate.revoked_misuse",
            RevocationClass.TrainingAnnulled => "certificate.revoked_annulled",
            RevocationClass.ResultCorrected => "certificate.result_corrected",
            _ => "certificate.revoked",
        };

    private static LocalText WhyOf(RevocationClass? why) =>
        why switch
        {
            RevocationClass.Mistake => new("isinya keliru", "it said something wrong"),
            RevocationClass.NotEligible => new(
                "syarat untuk menerimanya ternyata tidak terpenuhi",
                "the conditions for it turned out not to be met"
            ),
            RevocationClass.Misuse => new(
                "sertifikat diperoleh atau diubah dengan cara yang tidak sah",
                "it was obtained or altered improperly"
            ),
            RevocationClass.TrainingAnnulled => new("pelatihannya dibatalkan", "the training was called off"),
            RevocationClass.ResultCorrected => new(
                "hasil pelatihan dikoreksi",
                "the results of the training were corrected"
            ),
            _ => new("keputusan penyelenggara", "the organiser decided so"),
        };
}
