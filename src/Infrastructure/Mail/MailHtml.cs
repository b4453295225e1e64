using System.Text;
using System.Text.Encodings.Web;

namespace Pionir.Infrastructure.Mail;

/// <summary>The HTML part of a plain text: paragraphs, and a button for each line that is only an address.</summary>
internal static class MailHtml
{
    private const string Button =
        "display:inline-block;padding:12px 20px;border-radius:6px;background:#17324D;color:#ffffff;text-decoration:none";

    public static string From(string text)
    {
        var html = new StringBuilder(
            "<!doctype html><html><body style=\"font:16px/1.5 sans-serif;color:#1b1b1b;max-width:40em\">"
        );
        foreach (var paragraph in text.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries))
        {
            html.Append("<p>").AppendJoin("<br>", paragraph.Split('\n').Select(Line)).Append("</p>");
        }
        return html.Append("</body></html>").ToString();
    }

    private static string Line(string line)
    {
        var safe = HtmlEncoder.Default.Encode(line.Trim());
        return IsAddress(line.Trim()) ? $"<a href=\"{safe}\" style=\"{Button}\">{safe}</a>" : safe;
    }

    public static string? FirstAddress(string text) =>
        text.ReplaceLineEndings("\n").Split('\n').Select(line => line.Trim()).FirstOrDefault(IsAddress);

    private static bool IsAddress(string line) =>
        !line.Contains(' ', StringComparison.Ordinal)
        && Uri.TryCreate(line, UriKind.Absolute, out var address)
        && (address.Scheme is "https" or "http");
}
