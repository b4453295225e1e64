using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Files;
using Pionir.Application.Common.Jobs;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Common.Spreadsheets;
using Pionir.Application.LearningHours.Openings;
using Pionir.Domain.Common;
using Pionir.Domain.Organization.Employees;
using Pionir.Domain.Organization.Imports;

namespace Pionir.Application.Organization.Imports;

/// <summary>The dry run: reads the file into the table and judges its rows. Changes nobody's data.</summary>
public sealed record ReadImport(Guid ImportId) : IJobArguments
{
    public static string Kind => "organization.read_import";
}

internal sealed class ReadImportHandler(
    IDatabase database,
    IUnitOfWork unitOfWork,
    IFileStore files,
    ISpreadsheetReader spreadsheets,
    IInstitution institution,
    IInstitutionClock clock,
    IImportTables tables,
    ImportJudge judge,
    TimeProvider time
) : IJobHandler<ReadImport>
{
    // 4.2 million civil servants, with room to grow.
    public const int MaximumRows = 10_000_000;

    public async Task<JobOutcome> RunAsync(
        ReadImport arguments,
        IJobProgress progress,
        CancellationToken cancellationToken
    )
    {
        // One transaction: a run that is cut off leaves nothing, and the next one starts over.
        var result = await unitOfWork.RunAsync(
            nameof(ReadImport),
            null,
            () => ReadAsync(new ImportId(arguments.ImportId), progress, cancellationToken),
            cancellationToken
        );
        return result.IsSuccess ? new JobOutcome(result.Value) : await FailAsync(arguments, result, cancellationToken);
    }

    private async Task<Result<ImportCounts>> ReadAsync(
        ImportId id,
        IJobProgress progress,
        CancellationToken cancellationToken
    )
    {
        var import = await database.Set<Import>().SingleAsync(import => import.Id == id, cancellationToken);
        if (import.State != ImportState.Reading)
        {
            return import.Counts;
        }
        await tables.ClearAsync(id, cancellationToken);
        var settings = await institution.CurrentAsync(cancellationToken);
        var content = await files.OpenAsync(import.FileHash, cancellationToken);
        var opened = spreadsheets.Open(
            content,
            new SpreadsheetRules(ImportColumns.Of(import.Kind), MaximumRows, import.FileSize)
        );
        if (!opened.IsSuccess)
        {
            return opened.Error;
        }
        using var sheet = opened.Value;
        var reader = Reader(
            import.Kind,
            sheet.Columns,
            new IdentityNumberRules(settings.IdentityKinds),
            await clock.TodayAsync(cancellationToken)
        );
        var read = new RowCount();
        await tables.WriteRowsAsync(id, Rows(sheet, reader, read, progress, cancellationToken), cancellationToken);
        await read.Told;
        if (sheet.Stopped is { } stopped)
        {
            return stopped;
        }
        if (read.Value == 0)
        {
            return SpreadsheetErrors.NoRows();
        }
        await judge.JudgeAsync(import, cancellationToken);
        import.Checked(await tables.CountAsync(id, cancellationToken), time.GetUtcNow());
        return import.Counts;
    }

    private static IEnumerable<StagedRow> Rows(
        ISpreadsheet sheet,
        IRowReader reader,
        RowCount read,
        IJobProgress progress,
        CancellationToken cancellationToken
    )
    {
        foreach (var row in sheet.Rows())
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return reader.Read(row);
            read.Value++;
            if (read.Value % 20_000 == 0 && read.Told.IsCompleted)
            {
                // One at a time, and a word that did not get through ends the run as it would anywhere else.
                read.Told.GetAwaiter().GetResult();
                // The total is known only at the end of the file.
                read.Told = progress.ReportAsync(read.Value, 0, cancellationToken);
            }
        }
    }

    private static IRowReader Reader(
        ImportKind kind,
        IReadOnlyList<string> columns,
        IdentityNumberRules rules,
        DateOnly today
    )
    {
        var index = columns
            .Select((column, at) => (column, at))
            .Where(pair => pair.column.Length > 0)
            .ToDictionary(pair => pair.column, pair => pair.at, StringComparer.OrdinalIgnoreCase);
        return kind switch
        {
            ImportKind.Units => new UnitRowReader(index),
            ImportKind.Employees => new EmployeeRowReader(index, rules),
            _ => new OpeningRowReader(index, today),
        };
    }

    private async Task<JobOutcome> FailAsync(
        ReadImport arguments,
        Result<ImportCounts> result,
        CancellationToken cancellationToken
    )
    {
        await unitOfWork.RunAsync(
            nameof(ReadImport),
            null,
            async () =>
            {
                var id = new ImportId(arguments.ImportId);
                var import = await database.Set<Import>().SingleAsync(import => import.Id == id, cancellationToken);
                import.Fail(result.Error.Code);
                return Result.Success();
            },
            cancellationToken
        );
        return new JobOutcome(null, result.Error);
    }

    private sealed class RowCount
    {
        public int Value { get; set; }

        /// <summary>The last word about it to whoever watches.</summary>
        public Task Told { get; set; } = Task.CompletedTask;
    }
}
