using System.Globalization;
using Pionir.Application.Common;
using Pionir.Application.Common.Mail;
using Pionir.Application.Identity;
using Pionir.Domain.Organization.Institutions;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.Participation;

/// <summary>The mail that carries the one-time link, in the institution's language.</summary>
internal sealed class InvitationMails(IMailOutbox outbox, IPublicAddress address) : IApplicationPart
{
    private static readonly CultureInfo Indonesian = CultureInfo.GetCultureInfo("id-ID");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    public void Invite(
        Training training,
        Participant participant,
        Invitation invitation,
        string token,
        string toAddress,
        InstitutionSettings settings
    )
    {
        var english = settings.DefaultLanguage == InstitutionLanguage.English;
        var link = address.Of($"/participation/{token}");
        var until = TimeZoneInfo.ConvertTime(invitation.ExpiresAt, settings.TimeZone.Zone());
        var zone = settings.TimeZone.Abbreviation();
        var (subject, text) = english
            ? InEnglish(
                training,
                participant,
                invitation.Kind,
                $"{until.ToString("d MMMM yyyy, HH.mm", English)} {zone}",
                link
            )
            : InIndonesian(
                training,
                participant,
                invitation.Kind,
                $"{until.ToString("d MMMM yyyy 'pukul' HH.mm", Indonesian)} {zone}",
                link
            );
        outbox.Add(new OutgoingMail($"invitation:{invitation.Id.Value}", toAddress, participant.Name, subject, text));
    }

    private static (string Subject, string Text) InIndonesian(
        Training training,
        Participant participant,
        InvitationKind kind,
        string until,
        Uri link
    )
    {
        var offer = kind == InvitationKind.ReserveOffer;
        return (
            offer ? $"Tempat tersedia: {training.Title}" : $"Undangan pelatihan: {training.Title}",
            $"""
            Yth. {participant.Name},

            {(
                offer
                    ? "Satu tempat menjadi tersedia dan ditawarkan kepada Anda sebagai peserta cadangan"
                    : "Anda diundang mengikuti pelatihan"
            )}:

            {training.Title}
            {Days(training, Indonesian)}
            {Place(training)}

            Konfirmasi kehadiran atau penolakan melalui tautan berikut, tanpa perlu masuk:

            {link}

            Tautan berlaku satu kali, sampai {until}. Tanpa jawaban, tempat ditawarkan kepada peserta cadangan berikutnya.
            """
        );
    }

    private static (string Subject, string Text) InEnglish(
        Training training,
        Participant participant,
        InvitationKind kind,
        string until,
        Uri link
    )
    {
        var offer = kind == InvitationKind.ReserveOffer;
        return (
            offer ? $"A place is free: {training.Title}" : $"Invitation to a training: {training.Title}",
            $"""
            Dear {participant.Name},

            {(
                offer
                    ? "A place has become free and is offered to you from the reserve list"
                    : "You are invited to this training"
            )}:

            {training.Title}
            {Days(training, English)}
            {Place(training)}

            Confirm or decline here, without signing in:

            {link}

            The link works once, until {until}. Without an answer the place goes to the next on the reserve list.
            """
        );
    }

    private static string Days(Training training, CultureInfo culture) =>
        training.Start == training.End
            ? training.Start.ToString("d MMMM yyyy", culture)
            : $"{training.Start.ToString("d MMMM yyyy", culture)} – {training.End.ToString("d MMMM yyyy", culture)}";

    private static string Place(Training training) =>
        string.Join(", ", new[] { training.Venue, training.City }.Where(part => part is not null))
            is { Length: > 0 } place
            ? place
            : "Daring (online)";
}
