using Pionir.Application.Common;
using Pionir.Application.Common.Mail;
using Pionir.Application.Common.Notifications;
using Pionir.Domain.Certificates;
using Pionir.Domain.Organization.Institutions;

namespace Pionir.Application.Certificates.Issuing;

/// <summary>
/// Tells holders: employees in their profile, externals by a mail with a link that nobody can guess. Only the link's
/// hash is stored, so that a copy of the database opens nothing.
/// </summary>
internal sealed class CertificateDelivery(IMailOutbox outbox, INotifier notifier) : IApplicationPart
{
    public void Announce(Certificate certificate, string? link, string baseAddress, InstitutionSettings settings)
    {
        if (certificate.EmployeeId is { } employee)
        {
            notifier.Add(
                new NewNotification(
                    Recipient.Employee(employee),
                    certificate.Replaces is null ? "certificate.issued" : "certificate.replaced",
                    "/my-year",
                    ("title", certificate.Title),
                    ("number", certificate.Number)
                )
            );
        }
        else if (link is not null && certificate.HolderEmail is { } address)
        {
            outbox.Add(
                Letter(
                    certificate,
                    address,
                    $"{baseAddress.TrimEnd('/')}/api/v1/public/certificate-files/{link}",
                    settings
                )
            );
        }
    }

    /// <summary>Whoever loses a certificate hears why; the reason in detail stays with the officers.</summary>
    public void TellRevoked(Certificate certificate, InstitutionSettings settings)
    {
        if (certificate.EmployeeId is { } employee)
        {
            notifier.Add(
                new NewNotification(
                    Recipient.Employee(employee),
                    certificate.RevocationClass == RevocationClass.ResultCorrected
                        ? "certificate.result_corrected"
                        : "certificate.revoked",
                    "/my-year",
                    ("title", certificate.Title),
                    ("number", certificate.Number)
                )
            );
        }
        else if (certificate.HolderEmail is { } address)
        {
            outbox.Add(Farewell(certificate, address, settings));
        }
    }

    private static OutgoingMail Farewell(Certificate certificate, string address, InstitutionSettings settings)
    {
        var english = settings.DefaultLanguage == InstitutionLanguage.English;
        var annulled = certificate.RevocationClass == RevocationClass.TrainingAnnulled;
        var why = (english, annulled) switch
        {
            (true, true) => "the training was called off",
            (true, false) => "the results of the training were corrected",
            (false, true) => "pelatihannya dibatalkan",
            (false, false) => "hasil pelatihan dikoreksi",
        };
        return new OutgoingMail(
            $"certificate-revoked:{certificate.Id.Value:N}",
            address,
            certificate.HolderName,
            english ? $"Certificate revoked: {certificate.Title}" : $"Sertifikat dicabut: {certificate.Title}",
            english
                ? $"Dear {certificate.HolderName},\n\nYour certificate {certificate.Number} for “{certificate.Title}” has "
                    + $"been revoked because {why}. It no longer counts. If you have questions, please ask the organiser."
                    + "\n\n"
                    + settings.Name
                : $"Yth. {certificate.HolderName},\n\nSertifikat nomor {certificate.Number} untuk “{certificate.Title}” "
                    + $"dicabut karena {why}, sehingga tidak berlaku lagi. Untuk pertanyaan, silakan hubungi "
                    + "penyelenggara.\n\n"
                    + settings.Name
        );
    }

    private static OutgoingMail Letter(
        Certificate certificate,
        string address,
        string link,
        InstitutionSettings settings
    )
    {
        var english = settings.DefaultLanguage == InstitutionLanguage.English;
        // The hash of the link makes each sending a letter of its own, and the same sending only one.
        var key = $"certificate:{certificate.Id.Value:N}:{Convert.ToHexStringLower(certificate.DeliveryHash!)[..16]}";
        return new OutgoingMail(
            key,
            address,
            certificate.HolderName,
            english ? $"Your certificate: {certificate.Title}" : $"Sertifikat Anda: {certificate.Title}",
            english
                ? $"Dear {certificate.HolderName},\n\nYour certificate {certificate.Number} for “{certificate.Title}” "
                    + $"({certificate.Jp} lesson hours) is ready:\n\n{link}\n\n"
                    + "The link is personal; whoever has it can download your certificate.\n\n"
                    + settings.Name
                : $"Yth. {certificate.HolderName},\n\nSertifikat nomor {certificate.Number} untuk “{certificate.Title}” "
                    + $"({certificate.Jp} JP) sudah dapat diunduh:\n\n{link}\n\n"
                    + "Tautan ini bersifat pribadi; siapa pun yang memilikinya dapat mengunduh sertifikat Anda.\n\n"
                    + settings.Name
        );
    }
}
