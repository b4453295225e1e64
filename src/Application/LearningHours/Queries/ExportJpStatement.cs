using FluentValidation;
using MediatR;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Spreadsheets;
using Pionir.Application.LearningHours.Papers;
using Pionir.Application.Organization;
using Pionir.Domain.Common;

namespace Pionir.Application.LearningHours.Queries;

/// <summary>The statement of a person and year as a spreadsheet; the running year with what it comes to.</summary>
/// <param name="EmployeeId">Null is one's own.</param>
/// <param name="AsOf">As it stood at this moment; null is now.</param>
[SignedIn]
public sealed record ExportJpStatement(Guid? EmployeeId, int? Year, DateTimeOffset? AsOf = null)
    : IQuery<StatementSheet>;

public sealed record StatementSheet(string FileName, SheetContent Content);

internal sealed class ExportJpStatementValidator : AbstractValidator<ExportJpStatement>
{
    public ExportJpStatementValidator() =>
        RuleFor(query => query.Year).InclusiveBetween(Statements.YearMinimum, Statements.YearMaximum);
}

internal sealed class ExportJpStatementHandler(IMediator mediator, IInstitution institution, IInstitutionClock clock)
    : IRequestHandler<ExportJpStatement, Result<StatementSheet>>
{
    public async Task<Result<StatementSheet>> Handle(ExportJpStatement request, CancellationToken cancellationToken)
    {
        var asked = new GetJpStatement(request.EmployeeId, request.Year, request.AsOf);
        var read = await mediator.Send(asked, cancellationToken);
        if (!read.IsSuccess)
            return Result<StatementSheet>.Failure(read.Errors);
        var statement = read.Value;
        var settings = await institution.CurrentAsync(cancellationToken);
        var forecast = await ForecastAsync(request, statement, cancellationToken);
        var rows = statement
            .Entries.Reverse()
            .Select(
                (entry, at) =>
                    (IReadOnlyList<object?>)
                        [
                            at + 1,
                            entry.OccurredOn,
                            entry.Title,
                            entry.FormName?.Id,
                            PaperWords.Of(entry.Kind),
                            entry.Minutes,
                            entry.Jp,
                            entry.Reason,
                        ]
            );
        return new StatementSheet(
            $"rekap-jp-{statement.Number}-{statement.Year}{PastName(statement)}.xlsx",
            new SheetContent(
                $"JP {statement.Year}",
                [
                    "Rekapitulasi jam pelajaran (JP)",
                    $"{statement.Name} – {settings.NumberName(statement.NumberKind)} {IndonesianWords.Identity(statement.Number)}",
                    $"{statement.Position} – {statement.UnitName}",
                    $"Tahun {statement.Year}: {statement.Counted} JP{TargetWords(statement)}",
                    .. statement.AsOf is { } day ? [$"Keadaan per {IndonesianWords.Date(day)}"] : Array.Empty<string>(),
                    .. forecast,
                ],
                ["No.", "Tanggal", "Kegiatan", "Bentuk", "Sumber", "Menit", "JP", "Keterangan"],
                rows
            )
        );
    }

    /// <summary>Only the running year as it is now has something ahead of it.</summary>
    private async Task<IReadOnlyList<string>> ForecastAsync(
        ExportJpStatement request,
        JpStatement statement,
        CancellationToken cancellationToken
    )
    {
        var today = await clock.TodayAsync(cancellationToken);
        if (statement.AsOf is not null || statement.Year != today.Year)
            return [];
        var made = await mediator.Send(new GetJpForecast(request.EmployeeId), cancellationToken);
        if (!made.IsSuccess)
            return [];
        var forecast = made.Value;
        return
        [
            $"Prakiraan sampai 31 Desember {forecast.Year}: {forecast.Achieved} JP tercapai dan {forecast.Expected} JP "
                + $"dari pelatihan yang sudah dipastikan menjadi {forecast.Forecast} JP"
                + (forecast.Shortfall > 0 ? $", kurang {forecast.Shortfall} JP" : ""),
            .. forecast.Confirmed.Select(training =>
                $"Sudah dipastikan: {training.Title}, selesai {IndonesianWords.Date(training.End)}, {training.Jp} JP"
            ),
        ];
    }

    private static string PastName(JpStatement statement) =>
        statement.AsOf is { } day ? FormattableString.Invariant($"-per-{day:yyyy-MM-dd}") : "";

    private static string TargetWords(JpStatement statement) =>
        statement.Target switch
        {
            { MinimumJp: { } least } => $" dari sedikitnya {least} JP",
            { MaximumJp: { } most } => $" dari paling banyak {most} JP",
            _ => "",
        };
}
