using Pionir.Application.Common;
using Pionir.Application.Common.Mail;
using Pionir.Application.Identity;
using Pionir.Domain.Common;
using Pionir.Domain.Organization.Institutions;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.Participation;

/// <summary>The mail that carries the one-time link.</summary>
internal sealed class InvitationMails(Letters letters, IPublicAddress address) : IApplicationPart
{
    public void Invite(
        Training training,
        Invitation invitation,
        string token,
        Addressee to,
        InstitutionSettings settings,
        Timetable timetable
    )
    {
        var offer = invitation.Kind == InvitationKind.ReserveOffer;
        var facts = timetable.Facts(training);
        var link = address.Of($"/participation/{token}");
        var until = InstitutionWords.Moment(invitation.ExpiresAt, settings);
        letters.Send(
            $"invitation:{invitation.Id.Value}",
            to,
            settings,
            offer
                ? new LocalText($"Tempat tersedia: {training.Title}", $"A place is free: {training.Title}")
                : new LocalText($"Undangan pelatihan: {training.Title}", $"Invitation to a training: {training.Title}"),
            new LocalText(
                $"""
                {(
                    offer
                        ? "Ada tempat yang kosong untuk Anda sebagai peserta cadangan pelatihan ini:"
                        : "Anda diundang mengikuti pelatihan ini:"
                )}

                {facts.Id}
                Jumlah: {training.Jp} JP

                Jawab sampai {until}, bersedia atau tidak, melalui tautan ini. Anda tidak perlu masuk ke Pionir:

                {link}

                Tautan ini hanya untuk Anda dan berlaku satu kali. Tanpa jawaban sampai batas waktu, tempat Anda diberikan kepada peserta cadangan.
                """,
                $"""
                {(
                    offer
                        ? "You are on the reserve list of this training, and a place is free for you now:"
                        : "You are invited to this training:"
                )}

                {facts.En}
                Length: {training.Jp} lesson hours (JP)

                Answer yes or no by {until} with this link. You need not sign in to Pionir:

                {link}

                The link is for you alone and works once. Without an answer by then, your place goes to the next on the reserve list.
                """
            ),
            timetable.Calendar
        );
    }
}
