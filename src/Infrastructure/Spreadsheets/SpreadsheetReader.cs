using Pionir.Application.Common.Spreadsheets;
using Pionir.Domain.Common;

namespace Pionir.Infrastructure.Spreadsheets;

/// <summary>Decides by the first bytes what a file is; the name and the sender's content type are not asked.</summary>
internal sealed class SpreadsheetReader : ISpreadsheetReader
{
    public Result<ISpreadsheet> Open(Stream content, SpreadsheetRules rules)
    {
        var seekable = Seekable(content, rules.MaximumBytes);
        if (!seekable.IsSuccess)
        {
            content.Dispose();
            return Result<ISpreadsheet>.Failure(seekable.Errors);
        }

        var sheet = OpenSeekable(seekable.Value, rules);
        if (!sheet.IsSuccess)
        {
            seekable.Value.Dispose();
        }

        return sheet;
    }

    private static Result<ISpreadsheet> OpenSeekable(Stream content, SpreadsheetRules rules)
    {
        if (content.Length == 0)
        {
            return SpreadsheetErrors.Empty();
        }

        if (content.Length > rules.MaximumBytes)
        {
            return SpreadsheetErrors.TooLarge(rules.MaximumBytes);
        }

        return FileSignature.Of(content) switch
        {
            FileSignature.Kind.Zip => XlsxSheet.Open(content, rules),
            FileSignature.Kind.Text => CsvSheet.Open(content, rules),
            FileSignature.Kind.EncryptedOffice => SpreadsheetErrors.Encrypted(),
            FileSignature.Kind.LegacyOffice => SpreadsheetErrors.LegacyFormat(),
            _ => SpreadsheetErrors.NotASpreadsheet(),
        };
    }

    /// <summary>A ZIP is read from its end, so what comes from the network is kept in a temporary file first.</summary>
    private static Result<Stream> Seekable(Stream content, long maximumBytes)
    {
        if (content.CanSeek)
        {
            content.Position = 0;
            return content;
        }

        var copy = TemporaryFile.Create();
        var buffer = new byte[81920];
        int read;
        while ((read = content.Read(buffer)) > 0)
        {
            if (copy.Length + read > maximumBytes)
            {
                copy.Dispose();
                return SpreadsheetErrors.TooLarge(maximumBytes);
            }
            copy.Write(buffer, 0, read);
        }
        content.Dispose();
        copy.Position = 0;
        return copy;
    }
}
