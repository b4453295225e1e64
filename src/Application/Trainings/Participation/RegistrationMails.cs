using Pionir.Application.Common;
using Pionir.Application.Common.Mail;
using Pionir.Application.Identity;
using Pionir.Domain.Common;
using Pionir.Domain.Organization.Institutions;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.Participation;

/// <summary>What people from outside are told by mail.</summary>
internal sealed class RegistrationMails(Letters letters, IPublicAddress address) : IApplicationPart
{
    public void Prove(Training training, Registration registration, string token, InstitutionSettings settings)
    {
        var facts = TrainingLetters.Facts(training);
        var link = address.Of($"/register/confirm/{token}");
        var until = InstitutionWords.Moment(registration.ExpiresAt, settings);
        letters.Send(
            $"registration:{registration.Id.Value}",
            new Addressee(registration.Email, registration.Name),
            settings,
            new LocalText($"Konfirmasi pendaftaran: {training.Title}", $"Confirm your registration: {training.Title}"),
            new LocalText(
                $"""
                Anda, atau orang lain dengan alamat surel ini, mendaftar pada pelatihan:

                {facts.Id}

                Konfirmasikan pendaftaran Anda sampai {until} melalui tautan ini. Setelah itu penyelenggara memutuskan dan mengabari Anda:

                {link}

                Tautan berlaku satu kali. Bila Anda tidak mendaftar, abaikan surel ini; data Anda akan dihapus.
                """,
                $"""
                You, or somebody with this address, registered for a training:

                {facts.En}

                Confirm your registration by {until} with this link. The organiser then decides and lets you know:

                {link}

                The link works once. If you did not register, ignore this mail; your data will be deleted.
                """
            )
        );
    }

    public void AlreadyListed(Training training, Registration registration, InstitutionSettings settings)
    {
        var facts = TrainingLetters.Facts(training);
        letters.Send(
            $"registration-known:{registration.Id.Value}",
            new Addressee(registration.Email, registration.Name),
            settings,
            new LocalText($"Anda sudah terdaftar: {training.Title}", $"You are registered already: {training.Title}"),
            new LocalText(
                $"""
                Alamat surel ini sudah terdaftar pada pelatihan:

                {facts.Id}

                Anda tidak perlu mendaftar lagi. Kabar berikutnya dikirim ke alamat ini.
                """,
                $"""
                This address is registered already for the training:

                {facts.En}

                You need not register again. Further news will come to this address.
                """
            )
        );
    }

    public void Rejected(Training training, Participant participant, InstitutionSettings settings)
    {
        var facts = TrainingLetters.Facts(training);
        letters.Send(
            $"registration-rejected:{participant.Id.Value}:{participant.StateSince.ToUnixTimeSeconds()}",
            new Addressee(participant.ExternalEmail!, participant.Name),
            settings,
            new LocalText(
                $"Pendaftaran tidak diterima: {training.Title}",
                $"Registration not accepted: {training.Title}"
            ),
            new LocalText(
                $"""
                Kami tidak dapat menerima pendaftaran Anda pada pelatihan:

                {facts.Id}

                Alasan: {participant.Reason}
                """,
                $"""
                We cannot accept your registration for the training:

                {facts.En}

                Reason: {participant.Reason}
                """
            )
        );
    }

    /// <summary>The training ended before they were decided on or got a place.</summary>
    public void OverWithout(Training training, AudienceMember person, DateTimeOffset at, InstitutionSettings settings)
    {
        var facts = TrainingLetters.Facts(training);
        letters.Send(
            $"registration-over:{person.Key}:{at.ToUnixTimeSeconds()}",
            new Addressee(person.Address!, person.Name),
            settings,
            new LocalText($"Tidak mendapat tempat: {training.Title}", $"You did not get a place: {training.Title}"),
            new LocalText(
                $"""
                Pelatihan ini sudah selesai dan Anda tidak mendapat tempat:

                {facts.Id}

                Anda tidak perlu berbuat apa-apa. Untuk pelatihan lain, silakan mendaftar lagi.
                """,
                $"""
                This training is over and you did not get a place:

                {facts.En}

                There is nothing you need to do. You are welcome to register for other trainings.
                """
            )
        );
    }

    public void Personal(
        Training training,
        PersonalLink personal,
        string token,
        Addressee to,
        InstitutionSettings settings,
        Timetable timetable
    )
    {
        var facts = timetable.Facts(training);
        var paper = training.Scheme == DeliveryScheme.SelfManaged;
        var link = address.Of($"/register/mine/{token}");
        letters.Send(
            $"personal-link:{personal.Id.Value}:{personal.SentAt.ToUnixTimeMilliseconds()}",
            to,
            settings,
            new LocalText($"Anda mendapat tempat: {training.Title}", $"You have a place: {training.Title}"),
            new LocalText(
                $"""
                Anda tercatat sebagai peserta pelatihan ini:

                {facts.Id}

                Simpan tautan pribadi ini sampai pelatihan selesai. Di sana ada jadwal lengkap, dan di kelas Anda mencatat kehadiran dengan kode yang ditampilkan:

                {link}

                Jangan bagikan tautan ini.{(
                    paper ? " Bila Anda lulus, sertifikat dikirim ke alamat surel ini." : ""
                )} Bila Anda berhalangan, segera kabari penyelenggara agar tempat Anda dapat dipakai orang lain.
                """,
                $"""
                You have a place in this training:

                {facts.En}

                Keep this personal link until the training is over. It shows the full programme, and in class you check in with the code on the screen:

                {link}

                Do not share it.{(
                    paper ? " If you pass, your certificate will be sent to this address." : ""
                )} If you cannot come, please tell the organiser soon, so that somebody else can have your place.
                """
            ),
            timetable.Calendar
        );
    }
}
