using FluentValidation;
using MediatR;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Spreadsheets;
using Pionir.Domain.Common;
using Pionir.Domain.LearningHours;

namespace Pionir.Application.LearningHours.Queries;

/// <summary>The statement of a person and year as a spreadsheet.</summary>
/// <param name="EmployeeId">Null is one's own.</param>
[SignedIn]
public sealed record ExportJpStatement(Guid? EmployeeId, int? Year) : IQuery<StatementSheet>;

public sealed record StatementSheet(string FileName, SheetContent Content);

internal sealed class ExportJpStatementValidator : AbstractValidator<ExportJpStatement>
{
    public ExportJpStatementValidator() =>
        RuleFor(query => query.Year).InclusiveBetween(Statements.YearMinimum, Statements.YearMaximum);
}

internal sealed class ExportJpStatementHandler(IMediator mediator)
    : IRequestHandler<ExportJpStatement, Result<StatementSheet>>
{
    public async Task<Result<StatementSheet>> Handle(ExportJpStatement request, CancellationToken cancellationToken)
    {
        var read = await mediator.Send(new GetJpStatement(request.EmployeeId, request.Year), cancellationToken);
        if (!read.IsSuccess)
            return Result<StatementSheet>.Failure(read.Errors);
        var statement = read.Value;
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
                            Word(entry.Kind),
                            entry.Minutes,
                            entry.Jp,
                            entry.Reason,
                        ]
            );
        return new StatementSheet(
            $"rekap-jp-{statement.Number}-{statement.Year}.xlsx",
            new SheetContent(
                $"JP {statement.Year}",
                [
                    "Rekapitulasi jam pelajaran (JP)",
                    $"{statement.Name} – {statement.NumberKind} {statement.Number}",
                    $"{statement.Position} – {statement.UnitName}",
                    $"Tahun {statement.Year}: {statement.Counted} JP{TargetWords(statement)}",
                ],
                ["No.", "Tanggal", "Kegiatan", "Bentuk", "Sumber", "Menit", "JP", "Keterangan"],
                rows
            )
        );
    }

    private static string TargetWords(JpStatement statement) =>
        statement.Target switch
        {
            { MinimumJp: { } least } => $" dari sedikitnya {least} JP",
            { MaximumJp: { } most } => $" dari paling banyak {most} JP",
            _ => "",
        };

    private static string Word(LedgerEntryKind kind) =>
        kind switch
        {
            LedgerEntryKind.Training => "Pelatihan",
            LedgerEntryKind.SelfReport => "PSPKM",
            LedgerEntryKind.UnitReport => "PSPKU",
            LedgerEntryKind.OnlineCourse => "Kursus daring",
            LedgerEntryKind.Opening => "Saldo awal",
            _ => "Pembatalan",
        };
}
