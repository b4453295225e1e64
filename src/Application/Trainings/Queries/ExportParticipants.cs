using MediatR;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Auditing;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Common.Spreadsheets;
using Pionir.Application.Trainings.Participation;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.Queries;

/// <summary>The list as a spreadsheet, as far as one may see it. Data about many people leave the system, so it is audited.</summary>
[Requires(Permission.ParticipantsRead, Permission.ParticipantsManage, Permission.ParticipantsNominate)]
public sealed record ExportParticipants(
    Guid TrainingId,
    IReadOnlyList<ParticipantState> States,
    Guid? UnitId,
    string? Search,
    string? Sort,
    SpreadsheetFormat Format,
    bool English
) : ICommand<SpreadsheetFile>;

internal sealed class ExportParticipantsHandler(
    IParticipantPages pages,
    TrainingGate gate,
    ParticipantScope scope,
    IAuditLog audit
) : IRequestHandler<ExportParticipants, Result<SpreadsheetFile>>
{
    private static readonly string[] Indonesian =
    [
        .. ParticipantSheet.Columns,
        "Status",
        "Sejak",
        "Cadangan ke",
        "Alasan",
        "Nilai",
    ];

    private static readonly string[] EnglishColumns =
    [
        "Identity number",
        "Name",
        "Unit",
        "State",
        "Since",
        "Reserve no.",
        "Reason",
        "Score",
    ];

    public async Task<Result<SpreadsheetFile>> Handle(ExportParticipants request, CancellationToken ct)
    {
        if (await gate.FindAnyAsync(request.TrainingId, ct) is not { } training || !scope.MaySee(training))
            return TrainingErrors.NotFound();
        var asked = new ListParticipants(
            request.TrainingId,
            request.States,
            request.UnitId,
            request.Search,
            request.Sort,
            new PageRequest(1, 2 * Training.QuotaMaximum)
        );
        var (people, _) = await pages.ReadAsync(asked, scope.WithinOf(training), ct);
        audit.Record(
            nameof(ExportParticipants),
            nameof(Training),
            training.Id.Value,
            training.Title,
            new
            {
                asked.States,
                asked.UnitId,
                asked.Search,
            }
        );
        var rows = people.Select(one =>
            (IReadOnlyList<object?>)
                [
                    one.IdentityNumber,
                    one.Name,
                    one.Affiliation,
                    SheetWords.Of(one.State, request.English),
                    training.DayOf(one.StateSince),
                    one.ReserveRank,
                    request.English ? LeavingReason.Of(one.Reason)?.En : one.Reason,
                    one.PostTestScore,
                ]
        );
        return new SpreadsheetFile(
            $"{(request.English ? "participants" : "peserta")}-{training.ActivityCode.Replace('/', '-')}",
            request.Format,
            new(request.English ? "Participants" : "Peserta", [], request.English ? EnglishColumns : Indonesian, rows)
        );
    }
}
