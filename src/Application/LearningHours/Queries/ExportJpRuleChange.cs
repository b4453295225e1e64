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
public sealed record ExportJpRuleChange(string Code, JpRuleDraft Draft, SpreadsheetFormat Format)
    : ICommand<SpreadsheetFile>;

internal sealed class ExportJpRuleChangeValidator : AbstractValidator<ExportJpRuleChange>
{
    public ExportJpRuleChangeValidator() => RuleFor(query => query.Draft).SetValidator(new JpRuleDraftValidator());
}

internal sealed class ExportJpRuleChangeHandler(JpRuleForecasts forecasts, JpRulePeople changed, IAuditLog audit)
    : IRequestHandler<ExportJpRuleChange, Result<SpreadsheetFile>>
{
    private static readonly ListSheet<JpRulePerson> Sheet = new(
        new("aturan-jp", "jp-rule"),
        new("JP", "JP"),
        [
            new("NIP/NRP", "Identity number", row => row.IdentityNumber),
            new("Nama", "Name", row => row.Name),
            new("Unit kerja", "Unit", row => row.Unit),
            new("Pelatihan", "Training", row => row.Training),
            new("Selesai", "Ends", row => row.End),
            new("JP sekarang", "JP now", row => row.Before),
            new("JP menjadi", "JP then", row => row.After),
        ]
    );

    public async Task<Result<SpreadsheetFile>> Handle(ExportJpRuleChange request, CancellationToken cancellationToken)
    {
        var foreseen = await forecasts.ForeseeAsync(request.Code, request.Draft, cancellationToken);
        if (!foreseen.IsSuccess)
            return Result<SpreadsheetFile>.Failure(foreseen.Errors);
        audit.Record(nameof(ExportJpRuleChange), "ReferenceItem", Guid.Empty, request.Code, request.Draft);
        var people = changed.Of(foreseen.Value.Trainings).AsEnumerable();
        return Sheet.Of(people, request.Format, new()) with
        {
            Name = $"aturan-jp-{request.Code}-{request.Draft.ValidFrom:yyyy-MM-dd}",
        };
    }
}
