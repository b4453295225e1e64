using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Common.Spreadsheets;
using Pionir.Domain.Common;
using Pionir.Domain.Competencies;

namespace Pionir.Application.Competencies.Queries;

/// <summary>A whole version as a file: JSON equal to what came in, or one row per indicator.</summary>
[Public("Other institutions use the published dictionaries; drafts are shown only to those who work on them.")]
public sealed record ExportDictionary(string Code, int Number, DictionaryFormat Format) : IQuery<DictionaryExport>;

public enum DictionaryFormat
{
    Json,
    Xlsx,
    Csv,
}

/// <param name="WriteAsync">Writes the file into a stream.</param>
public sealed record DictionaryExport(
    string FileName,
    string ContentType,
    Func<Stream, CancellationToken, Task> WriteAsync
);

internal sealed class ExportDictionaryHandler(IDatabase database, ICurrentUser user, ISpreadsheetWriter spreadsheets)
    : IRequestHandler<ExportDictionary, Result<DictionaryExport>>
{
    public async Task<Result<DictionaryExport>> Handle(ExportDictionary request, CancellationToken cancellationToken)
    {
        var version = await database
            .Set<DictionaryVersion>()
            .AsNoTracking()
            .VisibleTo(user)
            .At(request.Code, request.Number)
            .WholeAsync(cancellationToken);
        if (version is null)
            return DictionaryErrors.NotFound(DictionaryAccess.Address(request.Code, request.Number));
        var name = $"{version.Code}-v{version.Number}";
        return request.Format switch
        {
            DictionaryFormat.Xlsx => Sheet(
                version,
                SpreadsheetFormat.Xlsx,
                name + ".xlsx",
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
            ),
            DictionaryFormat.Csv => Sheet(version, SpreadsheetFormat.Csv, name + ".csv", "text/csv"),
            _ => new DictionaryExport(
                name + ".json",
                "application/json",
                (target, token) => DictionaryFiles.WriteAsync(version.ToFile(), target, token)
            ),
        };
    }

    private DictionaryExport Sheet(DictionaryVersion version, SpreadsheetFormat format, string name, string type) =>
        new(
            name,
            type,
            (target, token) => spreadsheets.WriteAsync(target, format, DictionarySheet.Write(version), token)
        );
}
