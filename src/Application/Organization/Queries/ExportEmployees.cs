using FluentValidation;
using MediatR;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Auditing;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Common.Spreadsheets;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;

namespace Pionir.Application.Organization.Queries;

/// <summary>The list as a spreadsheet. Data about many people leave the system, so it is audited.</summary>
[Requires(Permission.EmployeesRead, Permission.TeamRead)]
public sealed record ExportEmployees(EmployeeFilter Filter, SpreadsheetFormat Format, bool English)
    : ICommand<SpreadsheetFile>;

public sealed class ExportEmployeesValidator : AbstractValidator<ExportEmployees>
{
    public ExportEmployeesValidator() => RuleFor(query => query.Filter).SetValidator(new EmployeeFilterValidator());
}

internal sealed class ExportEmployeesHandler(
    IDatabase database,
    EmployeeSelection selection,
    IInstitutionClock clock,
    IAuditLog audit
) : IRequestHandler<ExportEmployees, Result<SpreadsheetFile>>
{
    private static readonly string[] Indonesian =
    [
        "NIP/NRP",
        "Nama",
        "Jenis kepegawaian",
        "Pangkat",
        "Jabatan",
        "Kode unit kerja",
        "Unit kerja",
        "Aktif",
    ];

    private static readonly string[] EnglishColumns =
    [
        "Identity number",
        "Name",
        "Employment type",
        "Rank",
        "Position",
        "Unit code",
        "Unit",
        "Active",
    ];

    public async Task<Result<SpreadsheetFile>> Handle(ExportEmployees request, CancellationToken cancellationToken)
    {
        var today = await clock.TodayAsync(cancellationToken);
        var (employees, _) = await selection.OfAsync(request.Filter, most: null, cancellationToken);
        audit.Record(nameof(ExportEmployees), "Employee", Guid.Empty, "", request.Filter);
        var rows = employees
            .ToItems(database, today)
            .AsEnumerable()
            .Select(item =>
                (IReadOnlyList<object?>)
                    [
                        item.Number,
                        item.Name,
                        item.EmploymentType.ToString().ToUpperInvariant(),
                        item.Rank,
                        item.Position,
                        item.UnitCode,
                        item.UnitName,
                        SheetWords.Of(item.Active, request.English),
                    ]
            );
        return new SpreadsheetFile(
            $"{(request.English ? "employees" : "pegawai")}-{today:yyyy-MM-dd}",
            request.Format,
            new(request.English ? "Employees" : "Pegawai", [], request.English ? EnglishColumns : Indonesian, rows)
        );
    }
}
