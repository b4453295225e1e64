using Pionir.Application.Common;
using Pionir.Application.Common.Files;
using Pionir.Application.Common.Spreadsheets;
using Pionir.Application.Competencies.Commands;
using Pionir.Domain.Common;
using Pionir.Domain.Competencies;

namespace Pionir.Application.Competencies;

/// <summary>Reads a dictionary from JSON, XLSX or CSV, told apart by content.</summary>
internal sealed class DictionaryReader(ISpreadsheetReader spreadsheets) : IApplicationPart
{
    public async Task<Result<DictionaryDraft>> ReadAsync(ImportDictionary upload, CancellationToken cancellationToken)
    {
        using var content = new MemoryStream();
        var buffer = new byte[64 * 1024];
        int read;
        while ((read = await upload.Content.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (content.Length + read > ImportDictionary.MaximumBytes)
                return FileErrors.TooLarge(upload.FileName, ImportDictionary.MaximumBytes);
            content.Write(buffer, 0, read);
        }
        if (content.Length == 0)
            return FileErrors.Empty(upload.FileName);
        content.Position = 0;
        var file = LooksLikeJson(content.GetBuffer().AsSpan(0, (int)content.Length))
            ? await DictionaryFiles.ReadAsync(content, cancellationToken)
            : DictionarySheet.Read(
                spreadsheets,
                content,
                string.IsNullOrWhiteSpace(upload.Title)
                    ? Path.GetFileNameWithoutExtension(upload.FileName)
                    : upload.Title,
                upload.Source ?? ""
            );
        return file.IsSuccess ? file.Value.ToDraft() : Result<DictionaryDraft>.Failure(file.Errors);
    }

    private static bool LooksLikeJson(ReadOnlySpan<byte> content)
    {
        ReadOnlySpan<byte> mark = [0xEF, 0xBB, 0xBF];
        var text = content.StartsWith(mark) ? content[3..] : content;
        text = text.TrimStart(" \t\r\n"u8);
        return !text.IsEmpty && text[0] is (byte)'{' or (byte)'[';
    }
}
