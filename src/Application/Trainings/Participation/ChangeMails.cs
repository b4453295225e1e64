using Pionir.Application.Common;
using Pionir.Application.Common.Mail;
using Pionir.Application.Identity;
using Pionir.Domain.Common;
using Pionir.Domain.Organization.Institutions;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.Participation;

/// <summary>What people are told by mail when a training, or their place in it, is no longer as they know it.</summary>
internal sealed class ChangeMails(Letters letters, AudienceAdvice advice, IPublicAddress address) : IApplicationPart
{
    public void Cancelled(
        Training training,
        AudienceMember person,
        string reason,
        Addressee to,
        InstitutionSettings settings
    )
    {
        var facts = TrainingLetters.Facts(training);
        letters.Send(
            $"training-cancelled:{training.Id.Value}:{person.Key}",
            to,
            settings,
            new LocalText($"Pelatihan dibatalkan: {training.Title}", $"Training cancelled: {training.Title}"),
            new LocalText(
                $"""
                Pelatihan ini dibatalkan dan tidak jadi diadakan:

                {facts.Id}

                Alasan: {reason}

                Anda tidak perlu berbuat apa-apa. {(
                    person.Standing == Standing.Teaches
                        ? "Jadwal mengajar Anda pada tanggal tersebut dihapus dari kalender."
                        : "Undangan dan tautan yang pernah Anda terima tidak berlaku lagi, dan Anda bebas mengikuti pelatihan lain pada tanggal tersebut."
                )}
                """,
                $"""
                This training has been cancelled and will not be held:

                {facts.En}

                Reason: {reason}

                There is nothing you need to do. {(
                    person.Standing == Standing.Teaches
                        ? "Your sessions on these days are taken out of the calendar."
                        : "Invitations and links you received no longer work, and you are free to join another training on these days."
                )}
                """
            )
        );
    }

    public void Rescheduled(
        Training training,
        TrainingVenue before,
        AudienceMember person,
        Addressee to,
        InstitutionSettings settings,
        Timetable timetable
    )
    {
        var facts = TrainingLetters.Facts(training);
        var todo = advice.For(person);
        var moved = before.Dates != training.Dates;
        letters.Send(
            $"training-rescheduled:{training.Id.Value}:{training.Revision}:{person.Key}",
            to,
            settings,
            moved
                ? new LocalText($"Jadwal berubah: {training.Title}", $"New dates: {training.Title}")
                : new LocalText($"Tempat berubah: {training.Title}", $"New place: {training.Title}"),
            new LocalText(
                $"""
                {(moved ? "Jadwal pelatihan ini berubah. Sekarang:" : "Tempat pelatihan ini berubah. Sekarang:")}

                {facts.Id}

                Semula: {TrainingLetters.Days(before, false)}, {TrainingLetters.Place(before, false)}

                {todo.Id}
                """,
                $"""
                {(
                    moved
                        ? "The dates of this training have changed. Now:"
                        : "The place of this training has changed. Now:"
                )}

                {facts.En}

                Before: {TrainingLetters.Days(before, true)}, {TrainingLetters.Place(before, true)}

                {todo.En}
                """
            ),
            timetable.Calendar
        );
    }

    /// <summary>Taken off the list by somebody else: who was to come must know that they are not expected.</summary>
    public void Left(Training training, Participant participant, Addressee to, InstitutionSettings settings)
    {
        var facts = TrainingLetters.Facts(training);
        letters.Send(
            $"participant-left:{participant.Id.Value}:{participant.StateSince.ToUnixTimeMilliseconds()}",
            to,
            settings,
            new LocalText(
                $"Anda tidak lagi menjadi peserta: {training.Title}",
                $"You are no longer on the list: {training.Title}"
            ),
            new LocalText(
                $"""
                {(
                    participant.State == ParticipantState.Replaced
                        ? "Tempat Anda pada pelatihan ini diberikan kepada orang lain:"
                        : "Anda dikeluarkan dari daftar peserta pelatihan ini:"
                )}

                {facts.Id}

                Alasan: {participant.Reason}

                Undangan dan tautan yang pernah Anda terima tidak berlaku lagi. Bila ini keliru, hubungi penyelenggara.
                """,
                $"""
                {(
                    participant.State == ParticipantState.Replaced
                        ? "Your place in this training has been given to somebody else:"
                        : "You have been taken off the list of this training:"
                )}

                {facts.En}

                Reason: {participant.Reason}

                Invitations and links you received no longer work. If this is a mistake, please ask the organiser.
                """
            )
        );
    }

    /// <summary>An officer gave an employee a place without asking by mail.</summary>
    public void Placed(
        Training training,
        Participant participant,
        Addressee to,
        InstitutionSettings settings,
        Timetable timetable
    )
    {
        var facts = timetable.Facts(training);
        var page = address.Of("/catalogue/mine");
        letters.Send(
            $"participant-placed:{participant.Id.Value}:{participant.StateSince.ToUnixTimeMilliseconds()}",
            to,
            settings,
            new LocalText($"Anda mendapat tempat: {training.Title}", $"You have a place: {training.Title}"),
            new LocalText(
                $"""
                Penyelenggara mencatat Anda sebagai peserta pelatihan ini:

                {facts.Id}

                Jadwal Anda ada di Pionir. Bila berhalangan, batalkan keikutsertaan Anda di sana agar tempat Anda dapat dipakai orang lain:

                {page}
                """,
                $"""
                The organiser has given you a place in this training:

                {facts.En}

                You find your programme in Pionir. If you cannot come, give up your place there, so that somebody else can have it:

                {page}
                """
            ),
            timetable.Calendar
        );
    }
}
