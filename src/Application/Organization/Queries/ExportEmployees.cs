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
public sealed record ExportEmployees(EmployeeFilter Filter, SpreadsheetFormat Format) : ICommand<SpreadsheetFile>;

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
    private static readonly ListSheet<EmployeeListItem> Sheet = new(
        new("pegawai", "employees"),
        new("Pegawai", "Employees"),
        [
            new("Nomor identitas", "Identity number", item => item.Number),
            new("Nama", "Name", item => item.Name),
            new("Jenis kepegawaian", "Employment type", item => item.EmploymentType),
            new("Pangkat", "Rank", item => item.Rank),
            new("Jabatan", "Position", item => item.Position),
            new("Kode unit kerja", "Unit code", item => item.UnitCode),
            new("Unit kerja", "Unit", item => item.UnitName),
            new("Aktif", "Active", item => item.Active),
        ]
    );

    public async Task<Result<SpreadsheetFile>> Handle(ExportEmployees request, CancellationToken cancellationToken)
    {
        var today = await clock.TodayAsync(cancellationToken);
        var (employees, _) = await selection.OfAsync(request.Filter, most: null, cancellationToken);
        audit.Record(nameof(ExportEmployees), "Employee", Guid.Empty, "", request.Filter);
        var file = Sheet.Of(employees.ToItems(database, today).AsEnumerable(), request.Format, new());
        return file with { Name = $"{file.Name}-{today:yyyy-MM-dd}" };
    }
}
