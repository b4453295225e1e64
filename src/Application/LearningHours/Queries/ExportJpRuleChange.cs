using FluentValidation;
using MediatR;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Auditing;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Spreadsheets;
using Pionir.Application.LearningHours.Rules;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;

namespace Pionir.Application.LearningHours.Queries;

/// <summary>The same people as a table to take away. Data about many people leave the system, so it is audited.</summary>
/// <param name="Code">Code of the form.</param>
[Requires(Permission.ReferenceDataManage)]
public sealed record ExportJpRuleChange(string Code, JpRuleDraft Draft, SpreadsheetFormat Format, bool English)
    : ICommand<SpreadsheetFile>;

internal sealed class ExportJpRuleChangeValidator : AbstractValidator<ExportJpRuleChange>
{
    public ExportJpRuleChangeValidator() => RuleFor(query => query.Draft).SetValidator(new JpRuleDraftValidator());
}

internal sealed class ExportJpRuleChangeHandler(JpRuleForecasts forecasts, JpRulePeople people, IAuditLog audit)
    : IRequestHandler<ExportJpRuleChange, Result<SpreadsheetFile>>
{
    private static readonly string[] Indonesian =
    [
        "NIP/NRP",
        "Nama",
        "Unit kerja",
        "Pelatihan",
        "Selesai",
        "JP sekarang",
        "JP menjadi",
    ];

    private static readonly string[] English =
    [
        "Identity number",
        "Name",
        "Unit",
        "Training",
        "Ends",
        "JP now",
        "JP then",
    ];

    public async Task<Result<SpreadsheetFile>> Handle(ExportJpRuleChange request, CancellationToken cancellationToken)
    {
        var foreseen = await forecasts.ForeseeAsync(request.Code, request.Draft, cancellationToken);
        if (!foreseen.IsSuccess)
            return Result<SpreadsheetFile>.Failure(foreseen.Errors);
        audit.Record(nameof(ExportJpRuleChange), "ReferenceItem", Guid.Empty, request.Code, request.Draft);
        // Read row by row while it is sent.
        var rows = people
            .Of(foreseen.Value.Trainings)
            .AsEnumerable()
            .Select(row =>
                (IReadOnlyList<object?>)
                    [row.IdentityNumber, row.Name, row.Unit, row.Training, row.End, row.Before, row.After]
            );
        return new SpreadsheetFile(
            $"aturan-jp-{request.Code}-{request.Draft.ValidFrom:yyyy-MM-dd}",
            request.Format,
            new("JP", [], request.English ? English : Indonesian, rows)
        );
    }
}
