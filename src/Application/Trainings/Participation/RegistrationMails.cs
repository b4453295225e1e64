using System.Globalization;
using Pionir.Application.Common;
using Pionir.Application.Common.Mail;
using Pionir.Application.Identity;
using Pionir.Domain.Organization.Institutions;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.Participation;

/// <summary>What people from outside are told by mail, in the institution's language.</summary>
internal sealed class RegistrationMails(IMailOutbox outbox, IPublicAddress address) : IApplicationPart
{
    private static readonly CultureInfo Indonesian = CultureInfo.GetCultureInfo("id-ID");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    public void Prove(Training training, Registration registration, string token, InstitutionSettings settings)
    {
        var link = address.Of($"/register/confirm/{token}");
        var hours = (int)Registration.LinkLife.TotalHours;
        Send(
            $"registration:{registration.Id.Value}",
            registration.Email,
            registration.Name,
            settings,
            ($"Konfirmasi pendaftaran: {training.Title}", $"Confirm your registration: {training.Title}"),
            (
                $"""
                Anda (atau seseorang dengan alamat ini) mendaftar pada pelatihan:

                {training.Title}
                {Days(training, Indonesian)}

                Pendaftaran baru diteruskan setelah Anda mengonfirmasinya:

                {link}

                Tautan berlaku satu kali, selama {hours} jam. Abaikan surel ini bila Anda tidak mendaftar; data Anda akan dihapus.
                """,
                $"""
                You (or somebody with this address) registered for a training:

                {training.Title}
                {Days(training, English)}

                Your registration goes on only after you confirm it:

                {link}

                The link works once, for {hours} hours. If you did not register, ignore this mail; your data will be deleted.
                """
            )
        );
    }

    public void AlreadyListed(Training training, Registration registration, InstitutionSettings settings) =>
        Send(
            $"registration-known:{registration.Id.Value}",
            registration.Email,
            registration.Name,
            settings,
            ($"Anda sudah terdaftar: {training.Title}", $"You are registered already: {training.Title}"),
            (
                $"""
                Alamat surel ini sudah terdaftar pada pelatihan:

                {training.Title}
                {Days(training, Indonesian)}

                Anda tidak perlu mendaftar lagi. Kabar berikutnya akan dikirim ke alamat ini.
                """,
                $"""
                This address is registered already for the training:

                {training.Title}
                {Days(training, English)}

                You need not register again. Further news will come to this address.
                """
            )
        );

    public void Rejected(Training training, Participant participant, InstitutionSettings settings) =>
        Send(
            $"registration-rejected:{participant.Id.Value}:{participant.StateSince.ToUnixTimeSeconds()}",
            participant.ExternalEmail!,
            participant.Name,
            settings,
            ($"Pendaftaran belum dapat diterima: {training.Title}", $"Registration not accepted: {training.Title}"),
            (
                $"""
                Pendaftaran Anda pada pelatihan berikut belum dapat diterima:

                {training.Title}
                {Days(training, Indonesian)}

                Alasan: {participant.Reason}
                """,
                $"""
                Your registration for this training could not be accepted:

                {training.Title}
                {Days(training, English)}

                Reason: {participant.Reason}
                """
            )
        );

    public void Personal(
        Training training,
        Participant participant,
        PersonalLink personal,
        string token,
        InstitutionSettings settings
    )
    {
        var link = address.Of($"/register/mine/{token}");
        Send(
            $"personal-link:{personal.Id.Value}:{personal.SentAt.ToUnixTimeMilliseconds()}",
            participant.ExternalEmail!,
            participant.Name,
            settings,
            ($"Tempat Anda: {training.Title}", $"Your place: {training.Title}"),
            (
                $"""
                Tempat Anda pada pelatihan ini sudah terkonfirmasi:

                {training.Title}
                {Days(training, Indonesian)}

                Simpan tautan pribadi ini. Di sana ada jadwal, dan di kelas Anda mencatat kehadiran dengan kode yang ditampilkan:

                {link}

                Jangan bagikan tautan ini. Sertifikat dikirim ke alamat surel ini setelah pelatihan selesai.
                """,
                $"""
                Your place in this training is confirmed:

                {training.Title}
                {Days(training, English)}

                Keep this personal link. It shows the programme, and in class you check in with the code on the screen:

                {link}

                Do not share it. Your certificate will be sent to this address after the training.
                """
            )
        );
    }

    private void Send(
        string key,
        string to,
        string name,
        InstitutionSettings settings,
        (string Id, string En) subject,
        (string Id, string En) text
    )
    {
        var english = settings.DefaultLanguage == InstitutionLanguage.English;
        var greeting = english ? $"Dear {name}," : $"Yth. {name},";
        outbox.Add(
            new OutgoingMail(
                key,
                to,
                name,
                english ? subject.En : subject.Id,
                $"{greeting}\n\n{(english ? text.En : text.Id)}"
            )
        );
    }

    private static string Days(Training training, CultureInfo culture) =>
        training.Start == training.End
            ? training.Start.ToString("d MMMM yyyy", culture)
            : $"{training.Start.ToString("d MMMM yyyy", culture)} – {training.End.ToString("d MMMM yyyy", culture)}";
}
