using Pionir.Application.Common.Mail;
using Pionir.Application.Organization;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;
using Pionir.Domain.Organization.Institutions;

namespace Pionir.Application.Identity;

/// <summary>The mails about an account, in the institution's language.</summary>
internal sealed class AccountMails(
    IMailOutbox outbox,
    IInstitution institution,
    IPublicAddress address,
    TimeProvider time
)
{
    public async Task InviteAsync(
        Account account,
        AccountLink link,
        OneTimeSecret token,
        CancellationToken cancellationToken
    )
    {
        var settings = await institution.CurrentAsync(cancellationToken);
        var until = InstitutionWords.Moment(link.ExpiresAt, settings);
        var url = InvitationAddress(token);
        Add(
            account,
            $"account-link:{link.Id.Value}",
            settings,
            new LocalText($"Undangan ke Pionir – {settings.ShortName}", $"Invitation to Pionir – {settings.ShortName}"),
            new LocalText(
                $"Yth. {account.Name},\n\nAnda diundang memakai Pionir, sistem pengembangan kompetensi {settings.Name}. "
                    + $"Buat kata sandi Anda melalui tautan berikut:\n\n{url}\n\n"
                    + $"Tautan berlaku satu kali, sampai {until}.",
                $"Dear {account.Name},\n\nYou are invited to Pionir, the competency development system of "
                    + $"{settings.Name}. Set your password here:\n\n{url}\n\nThe link works once, until {until}."
            )
        );
    }

    public async Task ResetAsync(
        Account account,
        AccountLink link,
        OneTimeSecret token,
        CancellationToken cancellationToken
    )
    {
        var settings = await institution.CurrentAsync(cancellationToken);
        var until = InstitutionWords.Moment(link.ExpiresAt, settings);
        var url = address.Of($"/reset-password?token={token.Text}");
        Add(
            account,
            $"account-link:{link.Id.Value}",
            settings,
            new LocalText("Atur ulang kata sandi Pionir", "Reset your Pionir password"),
            new LocalText(
                $"Yth. {account.Name},\n\nAtur ulang kata sandi Anda melalui tautan berikut:\n\n{url}\n\n"
                    + $"Tautan berlaku satu kali, sampai {until}. Abaikan surat ini bila Anda tidak memintanya; "
                    + "kata sandi Anda tetap seperti semula.",
                $"Dear {account.Name},\n\nSet a new password here:\n\n{url}\n\nThe link works once, until {until}. "
                    + "If you did not ask for it, ignore this mail; your password stays as it is."
            )
        );
    }

    /// <summary>Tells the owner what was done at the account, who may be the first to know that it was somebody else.</summary>
    public async Task TellAsync(Account account, AccountNotice notice, CancellationToken cancellationToken)
    {
        var settings = await institution.CurrentAsync(cancellationToken);
        var now = InstitutionWords.Moment(time.GetUtcNow(), settings);
        var (id, en) = notice switch
        {
            AccountNotice.PasswordChanged => ("Kata sandi Pionir Anda diganti", "Your Pionir password was changed"),
            AccountNotice.TwoFactorReset => (
                "Verifikasi dua langkah Pionir Anda diatur ulang oleh administrator",
                "An administrator reset the two-step verification of your Pionir account"
            ),
            _ => (
                "Verifikasi dua langkah Pionir Anda dimatikan",
                "Two-step verification of your Pionir account was turned off"
            ),
        };
        var unasked =
            notice == AccountNotice.TwoFactorReset
                ? new LocalText("Bila Anda tidak memintanya", "If you did not ask for it")
                : new LocalText("Bila bukan Anda yang melakukannya", "If this was not you");
        Add(
            account,
            $"account-notice:{Guid.CreateVersion7()}",
            settings,
            new LocalText(id, en),
            new LocalText(
                $"Yth. {account.Name},\n\n{id} pada {now}. {unasked.Id}, atur ulang kata sandi Anda "
                    + $"di {address.Of("/forgotten-password")} dan hubungi administrator.",
                $"Dear {account.Name},\n\n{en} on {now}. {unasked.En}, set a new password at "
                    + $"{address.Of("/forgotten-password")} and tell an administrator."
            )
        );
    }

    public Uri InvitationAddress(OneTimeSecret token) => address.Of($"/invitation?token={token.Text}");

    private void Add(Account account, string key, InstitutionSettings settings, LocalText subject, LocalText text)
    {
        var english = settings.DefaultLanguage == InstitutionLanguage.English;
        outbox.Add(
            new OutgoingMail(
                key,
                account.Email,
                account.Name,
                english ? subject.En : subject.Id,
                english ? text.En : text.Id
            )
        );
    }
}

internal enum AccountNotice
{
    PasswordChanged,
    TwoFactorDisabled,
    TwoFactorReset,
}
