using Pionir.Application.Common.Mail;
using Pionir.Application.Organization;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;
using Pionir.Domain.Organization.Institutions;

namespace Pionir.Application.Identity;

/// <summary>The mails about an account, in the institution's language.</summary>
internal sealed class AccountMails(Letters letters, IInstitution institution, IPublicAddress address, TimeProvider time)
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
                $"""
                Anda diundang memakai Pionir, sistem pengembangan kompetensi {settings.Name}. Nama masuk Anda: {account.Email}

                Buat kata sandi Anda sampai {until} melalui tautan ini:

                {url}

                Tautan ini hanya untuk Anda dan berlaku satu kali. Bila sudah lewat, mintalah tautan baru kepada administrator.
                """,
                $"""
                You are invited to Pionir, the competency development system of {settings.Name}. You sign in as {account.Email}

                Set your password by {until} with this link:

                {url}

                The link is for you alone and works once. After that day, ask an administrator for a new one.
                """
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
                $"""
                Atur kata sandi baru Anda sampai {until} melalui tautan ini:

                {url}

                Tautan berlaku satu kali. Bila Anda tidak memintanya, abaikan surel ini; kata sandi Anda tetap seperti semula.
                """,
                $"""
                Set a new password by {until} with this link:

                {url}

                The link works once. If you did not ask for it, ignore this mail; your password stays as it is.
                """
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
            AccountNotice.CodeUsedTwice => (
                "Kode masuk Pionir Anda dicoba untuk kedua kalinya dan ditolak",
                "A sign-in code of your Pionir account was tried a second time and refused"
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
                $"""
                {id} pada {now}.

                {unasked.Id}, hubungi administrator dan atur kata sandi baru sekarang juga:

                {address.Of("/forgotten-password")}
                """,
                $"""
                {en} on {now}.

                {unasked.En}, tell an administrator and set a new password at once:

                {address.Of("/forgotten-password")}
                """
            )
        );
    }

    /// <summary>The address that HR's record had before the one an invitation goes to.</summary>
    public async Task TellFormerAddressAsync(Account account, string former, CancellationToken cancellationToken)
    {
        var settings = await institution.CurrentAsync(cancellationToken);
        letters.Send(
            $"account-notice:{Guid.CreateVersion7()}",
            new Addressee(former, account.Name),
            settings,
            new LocalText("Akun Pionir Anda diundang di alamat lain", "You are invited to Pionir at another address"),
            new LocalText(
                $"""
                Data kepegawaian sekarang memuat alamat surel lain untuk Anda, dan undangan ke Pionir dikirim ke sana:

                {account.Email}

                Bila alamat itu milik Anda, tidak ada yang perlu dilakukan. Bila bukan, segera hubungi bagian kepegawaian dan administrator Pionir: siapa pun yang membuka undangan itu masuk atas nama Anda.
                """,
                $"""
                HR's record has another address for you now, and the invitation to Pionir went there:

                {account.Email}

                If it is yours, there is nothing to do. If not, tell HR and the administrator of Pionir at once: whoever opens that invitation signs in as you.
                """
            )
        );
    }

    public Uri InvitationAddress(OneTimeSecret token) => address.Of($"/invitation?token={token.Text}");

    private void Add(Account account, string key, InstitutionSettings settings, LocalText subject, LocalText text) =>
        letters.Send(key, new Addressee(account.Email, account.Name), settings, subject, text);
}

internal enum AccountNotice
{
    PasswordChanged,
    TwoFactorDisabled,
    TwoFactorReset,
    CodeUsedTwice,
}
