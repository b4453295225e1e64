using Microsoft.Extensions.Configuration;

namespace Pionir.Infrastructure.Mail;

/// <summary>
/// Where mail servers send back what they cannot deliver: <c>Mail:Bounces:Address</c>, and with <c>Mail:Bounces:Tagged</c>
/// the id of the mail behind a plus, so that it is known even when the report names it nowhere.
/// </summary>
internal static class BounceAddress
{
    public static string? From(IConfiguration configuration, Guid mail)
    {
        var settings = configuration.GetSection("Mail:Bounces");
        if (settings["Address"] is not { Length: > 0 } address || address.LastIndexOf('@') is not (> 0 and var at))
            return null;
        return settings.GetValue("Tagged", false) ? $"{address[..at]}+{mail:N}{address[at..]}" : address;
    }

    /// <summary>The mail that an address such as <c>pantul+0192…@instansi.go.id</c> belongs to.</summary>
    public static Guid? MailOf(string address)
    {
        var (from, to) = (address.IndexOf('+', StringComparison.Ordinal) + 1, address.LastIndexOf('@'));
        return from > 0 && to > from && Guid.TryParseExact(address[from..to], "N", out var id) ? id : null;
    }
}
